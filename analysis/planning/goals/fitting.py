"""The fields of a goal that hang together: a change of one puts right what cannot stand beside it."""

from __future__ import annotations

from dataclasses import fields, replace

from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.plan import Goal
from analysis.planning.storing.rules import largest_improvement


def fitted(typed: Goal, seen: Goal) -> Goal:
    """The goal as typed, with what followed from the fields that were changed since ``seen``.

    Nothing that may stand is touched, and nothing is converted from one unit to another.
    """
    goal = typed if typed.measure is seen.measure else of_its_measure(typed)
    if (goal.measure, goal.denominator, goal.workflows) != (seen.measure, seen.denominator, seen.workflows):
        goal = with_its_leading_workflow(goal)
    if (goal.direction, goal.target_unit) != (seen.direction, seen.target_unit):
        goal = within_reach(goal)
    return goal


def differing(typed: Goal, stored: Goal) -> tuple[str, ...]:
    """The names of the fields that were put right."""
    return tuple(each.name for each in fields(Goal) if getattr(typed, each.name) != getattr(stored, each.name))


def of_its_measure(goal: Goal) -> Goal:
    """Time becomes less, per something; only a share can have a target in percentage points."""
    if goal.measure is Measure.TIME:
        return replace(
            goal,
            direction=Direction.LESS,
            target_unit=TargetUnit.RELATIVE,
            denominator=Denominator.LEADING_COUNT,
        )
    unit = goal.target_unit if goal.measure is Measure.SHARE else TargetUnit.RELATIVE
    return replace(goal, target_unit=unit, denominator=Denominator.REGISTRATIONS)


def with_its_leading_workflow(goal: Goal) -> Goal:
    """One of the goal's own workflows where their count is the denominator, else none."""
    if goal.denominator is not Denominator.LEADING_COUNT:
        return replace(goal, leading_workflow=None)
    if goal.leading_workflow in goal.workflows:
        return goal
    return replace(goal, leading_workflow=next(iter(goal.workflows), None))


def within_reach(goal: Goal) -> Goal:
    """Nothing can fall by more than all of it: neither the target nor a milestone."""
    most = largest_improvement(goal)
    milestones = tuple(replace(one, improvement=min(one.improvement, most)) for one in goal.milestones)
    return replace(goal, target_improvement=min(goal.target_improvement, most), milestones=milestones)
