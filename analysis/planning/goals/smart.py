"""Whether a goal is specific, measurable, accepted, realistic and time-bound, and what each letter still lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from analysis.model.agreements import Conduct, Participation, Smart
from analysis.model.choices import Act, PlanRole
from analysis.model.entries import Benefit, Change, Person, Signature
from analysis.model.plan import Goal, add_months
from analysis.model.smart import Lack, Lacking, OwnSuccess, SelfJudgement, Signed, SmartCheck
from analysis.planning.course.chain import is_triple
from analysis.planning.goals.protocols import lacking, not_considered, protocol_of
from analysis.planning.reading import Plan

SIGNED_BY_OTHERS = (
    (Act.ACCEPTED, PlanRole.BENEFIT_OWNER, OwnSuccess.ACCEPTS_FOR_OWNER),
    (Act.APPROVED, PlanRole.BENEFIT_MANAGER, OwnSuccess.APPROVES_FOR_MANAGER),
)


def smart_of(plan: Plan, goal_id: int) -> Smart:
    """What stands about a goal's letters; where nobody has written anything, an entry to begin with."""
    return next((one for one in plan.of(Smart) if one.goal == goal_id), Smart(0, goal_id))


def smart_check(plan: Plan, goal: Goal, older: Collection[Signature] = ()) -> SmartCheck:
    """``older`` are the signatures whose words were changed after they were put."""
    smart, protocol, go_live = smart_of(plan, goal.goal_id), protocol_of(plan, goal.goal_id), plan.project.go_live
    people = {one.entry_id: one.name for one in plan.of(Person)}
    return SmartCheck(
        goal,
        go_live,
        add_months(go_live, goal.months_to_deadline),
        add_months(go_live, smart.months_to_realisation) if smart.months_to_realisation else None,
        next((one.name for one in plan.of(Benefit) if one.entry_id == smart.benefit), ""),
        tuple(one.name for one in plan.of(Change) if one.entry_id in smart.changes),
        protocol.method if protocol else None,
        protocol.days if protocol else None,
        protocol.source if protocol else "",
        tuple(people[each] for each in (protocol.measured_by if protocol else ()) if each in people),
        those_who_take_part(plan, goal.goal_id),
        tuple(Signed(one.act, people.get(one.person, ""), one.on) for one in signatures(plan, goal.goal_id)),
        smart.realistic_because,
        smart.data_ease,
        smart.follow_up_ease,
        tuple(lacks(plan, goal, smart, older)),
        tuple(self_judgements(plan, goal.goal_id)),
    )


def those_who_take_part(plan: Plan, goal_id: int) -> tuple[str, ...]:
    ids = {one.target_group for one in plan.of(Participation) if one.goal == goal_id and one.takes_part}
    return tuple(group.name for group in plan.target_groups if group.target_group_id in ids)


def signatures(plan: Plan, goal_id: int) -> tuple[Signature, ...]:
    return (*plan.signatures(goal_id, Act.ACCEPTED), *plan.signatures(goal_id, Act.APPROVED))


def lacks(plan: Plan, goal: Goal, smart: Smart, older: Collection[Signature]) -> Iterator[Lack]:
    """Everything that is missing, letter by letter."""
    missing, groups = lacking(protocol_of(plan, goal.goal_id)), not_considered(plan, goal.goal_id)
    early = smart.months_to_realisation is not None and smart.months_to_realisation < goal.months_to_deadline
    checks = (
        (Lacking.INDICATOR, not goal.indicator, ()),
        (Lacking.BENEFIT, smart.benefit is None, ()),
        (Lacking.CHANGES, not smart.changes, ()),
        (Lacking.PROTOCOL, bool(missing), missing),
        (Lacking.TARGET_GROUPS, bool(groups), tuple(group.name for group in groups)),
        (Lacking.ACCEPTANCE, not plan.signatures(goal.goal_id, Act.ACCEPTED), ()),
        (Lacking.APPROVAL, not plan.signatures(goal.goal_id, Act.APPROVED), ()),
        (Lacking.SAME_WORDS, any(one in older for one in signatures(plan, goal.goal_id)), ()),
        (Lacking.REASON, not smart.realistic_because, ()),
        (Lacking.MILESTONES, not goal.milestones, ()),
        (Lacking.WHOLE_MILESTONES, not all(map(is_triple, goal.milestones)), ()),
        (Lacking.EASE, smart.data_ease is None or smart.follow_up_ease is None, ()),
        (Lacking.REALISATION, smart.months_to_realisation is None, ()),
        (Lacking.LATER_REALISATION, early, ()),
    )
    return (Lack(what, names) for what, is_missing, names in checks if is_missing)


def self_judgements(plan: Plan, goal_id: int) -> Iterator[SelfJudgement]:
    """Those who judge what they have a hand in, or sign for a role they do not have."""
    people = {one.entry_id: one for one in plan.of(Person)}
    accepts, approves = (
        {one.person for one in plan.signatures(goal_id, act)} & set(people) for act in (Act.ACCEPTED, Act.APPROVED)
    )
    measures = those_who_measure(plan, goal_id)
    found = (
        (OwnSuccess.ACCEPTS_AND_APPROVES, accepts & approves),
        (OwnSuccess.ACCEPTS_AND_MEASURES, accepts & measures),
        (OwnSuccess.APPROVES_AND_MEASURES, approves & measures),
    )
    for what, persons in found:
        yield from (SelfJudgement(what, people[each].name) for each in sorted(persons))
    for act, role, what in SIGNED_BY_OTHERS:
        signers = (people.get(one.person) for one in plan.signatures(goal_id, act))
        yield from (SelfJudgement(what, one.name) for one in signers if one and one.role is not role)


def those_who_measure(plan: Plan, goal_id: int) -> set[int]:
    """As planned for the goal, and as it was in the rounds."""
    protocol = protocol_of(plan, goal_id)
    in_rounds = (each for conduct in plan.of(Conduct) for each in conduct.measured_by)
    return {*(protocol.measured_by if protocol else ()), *in_rounds}
