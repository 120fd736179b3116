"""The size of a goal and its dates: which way, how much, by when, and what the yearly numbers are."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import planning, status
from analysis.language.formats import long_date
from analysis.language.sentences import field_label, target_point_sentence
from analysis.model.agreements import Smart
from analysis.model.choices import Direction, Measure, PlanKind, TargetUnit
from analysis.model.plan import Goal, TargetGroup, Volume, add_months
from analysis.planning import Plan
from pages.components.plan.fields import edit
from pages.components.session import language, say, store, today
from pages.components.words import plain


def edit_target(plan: Plan, goal: Goal) -> None:
    """Which way and how much; the target point follows from the baseline."""
    if goal.measure is not Measure.TIME:
        edit_direction(goal)
    edit(
        goal,
        "target_improvement",
        partial(st.number_input, step=1.0, format="%g"),
        say(f"goals.target_{kind_of_change(goal)}"),
        to_field=as_part,
        to_widget=as_percent,
        help=say("goals.target_help"),
    )
    point = status.target_point(store(), plan, goal, today())
    st.markdown(f":material/flag: {plain(target_point_sentence(goal, point, language()))}")


def edit_direction(goal: Goal) -> None:
    """Time always has to become less; only a share can have a target in percentage points."""
    left, right = st.columns(2)
    with left:
        edit(
            goal,
            "direction",
            partial(st.radio, options=list(Direction), horizontal=True),
            say("goals.direction"),
            format_func=lambda one: say(f"goals.way.{one}"),
        )
    if goal.measure is Measure.SHARE:
        with right:
            edit(
                goal,
                "target_unit",
                partial(st.radio, options=[TargetUnit.POINTS, TargetUnit.RELATIVE], horizontal=True),
                say("goals.unit"),
                format_func=lambda one: say(f"goals.in.{one}"),
                help=say("goals.unit_help"),
            )


def edit_dates(plan: Plan, goal: Goal, smart: Smart) -> None:
    """When the goal is met, and when the benefit is realised: two dates, both relative to go-live."""
    go_live = plan.project.go_live
    left, right = st.columns(2)
    with left:
        edit(
            goal,
            "months_to_deadline",
            partial(st.number_input, step=1),
            say("goals.months"),
            help=say("goals.months_help"),
        )
        deadline = add_months(go_live, goal.months_to_deadline)
        st.caption(say("smart.deadline", day=long_date(language(), deadline)))
        first = planning.first_deadline(store(), plan, goal)
        if first != deadline:
            st.caption(say("smart.first_deadline", day=long_date(language(), first)))
    with right:
        label = field_label(PlanKind.SMART, "months_to_realisation", language())
        edit(smart, "months_to_realisation", partial(st.number_input, value=None, step=1), label)
        if smart.months_to_realisation is not None:
            day = add_months(go_live, smart.months_to_realisation)
            st.caption(say("smart.realised_on", day=long_date(language(), day)))


def edit_worth(plan: Plan, goal: Goal) -> None:
    """The yearly number of items per target group, and how much of the freed time is to be used for something else."""
    if goal.measure is not Measure.TIME:
        return
    with st.expander(say("goals.worth"), expanded=bool(goal.volumes)):
        st.markdown(say("goals.worth_text"))
        for row in range(0, len(plan.target_groups), 2):
            for place, group in zip(st.columns(2), plan.target_groups[row : row + 2], strict=False):
                with place:
                    edit_volume(goal, group)
        edit(
            goal,
            "realisation_share",
            partial(st.number_input, step=1.0, format="%g"),
            say("goals.realised"),
            to_field=as_part,
            to_widget=as_percent,
            help=say("goals.realised_help"),
        )


def edit_volume(goal: Goal, group: TargetGroup) -> None:
    def with_volume(items: float | None) -> tuple[Volume, ...]:
        others = tuple(one for one in goal.volumes if one.target_group != group.name)
        return others if items is None else (*others, Volume(group.name, items))

    def volume_of(volumes: tuple[Volume, ...]) -> float | None:
        return next((one.items_per_year for one in volumes if one.target_group == group.name), None)

    edit(
        goal,
        "volumes",
        partial(st.number_input, value=None, step=1.0, format="%g"),
        say("goals.items_per_year_of", group=plain(group.name)),
        place=f"-{group.target_group_id}",
        to_field=with_volume,
        to_widget=volume_of,
    )


def kind_of_change(goal: Goal) -> str:
    """Which words a size has, by the measure, the direction and the unit: ``så mange procent mindre tid``."""
    return "time" if goal.measure is Measure.TIME else f"{goal.target_unit}_{goal.direction}"


def as_part(percent: float) -> float:
    return round(percent / 100, 6)


def as_percent(part: float) -> float:
    return round(100 * part, 4)
