"""Names and dates: what must be there before somebody can put theirs, and whether the words have changed since."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.model.entries import Act, Conduct, Participation, Protocol, Signature, Smart
from analysis.model.faults import PlanFault, PlanRule
from analysis.planning.entries import write_entry
from analysis.planning.protocols import unready_faults
from analysis.planning.reading import Plan, plan_at
from analysis.planning.writing import By, Faults
from analysis.store.changes import is_changed_since
from analysis.store.store import Store

BEFORE: Mapping[Act, Act] = {
    Act.CLOSED: Act.MEASURING,
    Act.ASSESSED: Act.CLOSED,
    Act.CONVERTED: Act.ATTAINMENT_APPROVED,
    Act.HANDED_OVER: Act.CONVERTED,
}
"""What must have been done to the same thing first."""
OF_ONE_GOAL = (Smart, Protocol, Participation)


def sign(store: Store, by: By, project_id: int, signature: Signature) -> Signature | Faults:
    """Put a name and a date to something; one's own success and a later change are told, not forbidden."""
    with store.write(by.who, by.at) as writing:
        faults = act_faults(plan_at(writing.cursor, project_id), signature)
        return faults or write_entry(writing, project_id, signature, signature)


def act_faults(plan: Plan, signature: Signature) -> Faults:
    """Why this cannot be signed yet."""
    faults: list[PlanFault] = []
    if signature.act in (Act.ACCEPTED, Act.APPROVED):
        faults += unready_faults(plan, signature.subject)
    before = BEFORE.get(signature.act)
    if before and not plan.signatures(signature.subject, before):
        faults.append(PlanFault("act", PlanRule.NOT_YET, words=before))
    return tuple(faults)


def signatures_on_older_words(store: Store, project_id: int) -> tuple[Signature, ...]:
    """The signatures whose subject, or what is decided together with it, was changed after they were put."""
    with store.read() as cursor:
        plan = plan_at(cursor, project_id)
        return tuple(
            one for one in plan.of(Signature) if is_changed_since(cursor, signed_ids(plan, one.subject), one.entry_id)
        )


def signed_ids(plan: Plan, subject: int) -> tuple[int, ...]:
    """A goal is signed with its letters, its measurement plan and its target groups, a round with how it went."""
    with_goal = (one.entry_id for one in plan.entries if isinstance(one, OF_ONE_GOAL) and one.goal == subject)
    with_round = (one.entry_id for one in plan.of(Conduct) if one.round == subject)
    return (subject, *with_goal, *with_round)
