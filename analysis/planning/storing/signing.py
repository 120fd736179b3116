"""Names and dates: what must be there before somebody can put theirs, and whether the words have changed since."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.model.choices import Act, PlanKind
from analysis.model.entries import Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.planning.goals.protocols import unready_faults
from analysis.planning.reading import Plan, plan_at
from analysis.planning.rounds.checklists import tick_faults, unticked_faults
from analysis.planning.storing.entries import write_entry
from analysis.planning.storing.writing import By, Faults
from analysis.store.changes import ids_that_pointed_at, is_changed_since
from analysis.store.connection import Cursor
from analysis.store.store import Store

BEFORE: Mapping[Act, Act] = {
    Act.CLOSED: Act.MEASURING,
    Act.ASSESSED: Act.CLOSED,
    Act.CONVERTED: Act.ATTAINMENT_APPROVED,
    Act.HANDED_OVER: Act.CONVERTED,
}
"""What must have been done to the same thing first."""
OF_ONE_GOAL = (PlanKind.SMART, PlanKind.PROTOCOL, PlanKind.PARTICIPATION)
OF_ONE_ROUND = (PlanKind.CONDUCT,)


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
    if signature.act is Act.TICKED:
        faults += tick_faults(plan, signature)
    before = BEFORE.get(signature.act)
    if before and not plan.signatures(signature.subject, before):
        faults.append(PlanFault("act", PlanRule.NOT_YET, words=before))
    return (*faults, *unticked_faults(plan, signature.subject, signature.act))


def signatures_on_older_words(store: Store, project_id: int, subject: int | None = None) -> tuple[Signature, ...]:
    """The signatures whose subject, or what is decided together with it, was changed after they were put."""
    with store.read() as cursor:
        signed = [one for one in plan_at(cursor, project_id).of(Signature) if subject in (None, one.subject)]
        words = {each: signed_ids(cursor, each) for each in {one.subject for one in signed}}
        return tuple(one for one in signed if is_changed_since(cursor, words[one.subject], one.entry_id))


def signed_ids(cursor: Cursor, subject: int) -> tuple[int, ...]:
    """A goal is signed with its letters, its measurement plan and its target groups, a round with how it went.

    What has been taken out of them since is a change as well.
    """
    with_goal = ids_that_pointed_at(cursor, OF_ONE_GOAL, "goal", subject)
    with_round = ids_that_pointed_at(cursor, OF_ONE_ROUND, "round", subject)
    return (subject, *with_goal, *with_round)
