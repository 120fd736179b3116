"""How far a project is with each of the ten steps: read from what stands in its plan and which rounds are measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.model.agreements import Smart
from analysis.model.choices import Act, Measure
from analysis.model.plan import Round, add_months
from analysis.model.process import Stage, Step, StepState
from analysis.planning.course.steps import (
    action_plan,
    early_indicators,
    measuring,
    prerequisites,
    realisation,
    smart_goals,
    state,
)
from analysis.planning.reading import Plan, plan_at
from analysis.store.store import Store
from analysis.store.upload_list import measured_rounds


def process(store: Store, project_id: int) -> tuple[Stage, ...]:
    """How far a project is with every step."""
    with store.read() as cursor:
        return stages(plan_at(cursor, project_id), measured_rounds(cursor, project_id))


def stages(plan: Plan, measured: frozenset[int]) -> tuple[Stage, ...]:
    """``measured`` are the ids of the rounds with uploads that count."""
    by_plan = {step: judge(plan) for step, judge in JUDGED_BY_PLAN.items()}
    by_rounds = {step: judge(plan, measured) for step, judge in JUDGED_BY_ROUNDS.items()}
    every = by_plan | by_rounds
    return tuple(Stage(step, every[step]) for step in Step)


def baseline(plan: Plan, measured: frozenset[int]) -> StepState:
    rounds = [one for one in plan.rounds if one.is_baseline]
    return state(begun=has_begun(plan, rounds, measured), done=is_signed(plan, rounds, Act.CLOSED))


def priorities(plan: Plan, measured: frozenset[int]) -> StepState:
    """The potential comes from the baseline and the yearly number, how easy it is from those who are to do it."""
    unknown = [goal for goal in plan.goals if goal.measure is Measure.TIME and goal.items_per_year is None]
    weighed = {one.goal for one in plan.of(Smart) if one.data_ease and one.follow_up_ease}
    return state(
        begun=any(one.data_ease or one.follow_up_ease for one in plan.of(Smart)),
        done=not unknown
        and {goal.goal_id for goal in plan.goals} <= weighed
        and any(one.is_baseline and one.round_id in measured for one in plan.rounds),
    )


def follow_up(plan: Plan, measured: frozenset[int]) -> StepState:
    """Done when the last one ends after every goal's deadline and has all its data."""
    rounds = follow_ups(plan)
    return state(
        begun=has_begun(plan, rounds, measured),
        done=reaches_every_deadline(plan) and is_signed(plan, rounds, Act.CLOSED),
    )


def assessment(plan: Plan, _measured: frozenset[int]) -> StepState:
    rounds = follow_ups(plan)
    return state(
        begun=any(plan.signatures(one.round_id, Act.ASSESSED) for one in rounds),
        done=reaches_every_deadline(plan) and is_signed(plan, rounds, Act.ASSESSED),
    )


def follow_ups(plan: Plan) -> list[Round]:
    return [one for one in plan.rounds if not one.is_baseline]


def has_begun(plan: Plan, rounds: list[Round], measured: frozenset[int]) -> bool:
    return any(one.round_id in measured or plan.signatures(one.round_id, Act.MEASURING) for one in rounds)


def is_signed(plan: Plan, rounds: list[Round], act: Act) -> bool:
    return bool(rounds) and all(plan.signatures(one.round_id, act) for one in rounds)


def reaches_every_deadline(plan: Plan) -> bool:
    last = max((one.ends_on for one in follow_ups(plan)), default=plan.project.go_live)
    return all(last >= add_months(plan.project.go_live, goal.months_to_deadline) for goal in plan.goals)


JUDGED_BY_PLAN: Mapping[Step, Callable[[Plan], StepState]] = {
    Step.PREREQUISITES: prerequisites,
    Step.SMART_GOALS: smart_goals,
    Step.MEASURING: measuring,
    Step.ACTION_PLAN: action_plan,
    Step.EARLY_INDICATORS: early_indicators,
    Step.REALISATION: realisation,
}
JUDGED_BY_ROUNDS: Mapping[Step, Callable[[Plan, frozenset[int]], StepState]] = {
    Step.BASELINE: baseline,
    Step.PRIORITIES: priorities,
    Step.FOLLOW_UP: follow_up,
    Step.ASSESSMENT: assessment,
}
