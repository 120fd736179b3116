"""The size of a goal: which way, how much, by when, over which milestones, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from analysis.language.formats import long_date
from analysis.model.plan import Direction, Goal, Measure, Milestone, TargetGroup, TargetUnit, Volume, add_months
from pages.components.forms import edit_rows, show_faults
from pages.components.session import language, say

MOST_PERCENT_MORE = 1000


def choose_direction(goal: Goal, key: str) -> Goal:
    """Time always has to become less; a share has a target in percentage points or in per cent."""
    if goal.measure is Measure.TIME:
        return replace(goal, direction=Direction.LESS, target_unit=TargetUnit.RELATIVE)
    direction = st.radio(
        say("goals.direction"),
        list(Direction),
        list(Direction).index(goal.direction),
        format_func=lambda one: say(f"goals.way.{one}"),
        horizontal=True,
        key=f"{key}-direction",
    )
    show_faults("direction")
    unit = choose_unit(goal, key) if goal.measure is Measure.SHARE else TargetUnit.RELATIVE
    show_faults("target_unit")
    return replace(goal, direction=direction, target_unit=unit)


def choose_unit(goal: Goal, key: str) -> TargetUnit:
    return st.radio(
        say("goals.unit"),
        [TargetUnit.POINTS, TargetUnit.RELATIVE],
        [TargetUnit.POINTS, TargetUnit.RELATIVE].index(goal.target_unit),
        format_func=lambda one: say(f"goals.in.{one}"),
        help=say("goals.unit_help"),
        horizontal=True,
        key=f"{key}-unit",
    )


def choose_target(goal: Goal, go_live: date, key: str) -> Goal:
    """The target and the deadline, with the date that the months come to."""
    left, right = st.columns(2)
    most = MOST_PERCENT_MORE if goal.direction is Direction.MORE and goal.target_unit is TargetUnit.RELATIVE else 100
    with left:
        percent = st.number_input(
            words_of(goal, "target"),
            1,
            most,
            min(round(100 * goal.target_improvement), most),
            help=say("goals.target_help"),
            key=f"{key}-target",
        )
        show_faults("target_improvement")
    with right:
        months = st.number_input(
            say("goals.months"), 1, 120, goal.months_to_deadline, help=say("goals.months_help"), key=f"{key}-months"
        )
        st.caption(say("goals.deadline", day=long_date(language(), add_months(go_live, months))))
        show_faults("months_to_deadline")
    return replace(goal, target_improvement=percent / 100, months_to_deadline=months)


def words_of(goal: Goal, field: str) -> str:
    """``field`` in the words of the measure, the direction and the unit: ``Mål: så mange procent mindre tid``."""
    kind = "time" if goal.measure is Measure.TIME else f"{goal.target_unit}_{goal.direction}"
    return say(f"goals.{field}_{kind}")


def edit_milestones(goal: Goal, key: str) -> Goal:
    """The goal with the complete rows of the table, in the order of time."""
    st.markdown(f"**{say('goals.milestones')}**", help=say("goals.milestones_help"))
    months = [milestone.months_after_go_live for milestone in goal.milestones]
    percents = [round(100 * milestone.improvement) for milestone in goal.milestones]
    typed = edit_rows(
        pd.DataFrame({"months": pd.Series(months, dtype="Int64"), "percent": pd.Series(percents, dtype="Int64")}),
        {
            "months": st.column_config.NumberColumn(say("goals.milestone_months"), min_value=0, step=1),
            "percent": st.column_config.NumberColumn(words_of(goal, "milestone"), min_value=1, step=1),
        },
        f"{key}-milestones",
        fixed=False,
        words=say("goals.milestones"),
    )
    show_faults("milestones")
    complete = typed.dropna().astype(int).sort_values("months")
    return replace(goal, milestones=tuple(Milestone(row.months, row.percent / 100) for row in complete.itertuples()))


def edit_worth(goal: Goal, groups: Sequence[TargetGroup], key: str) -> Goal:
    """The yearly number of items per target group, and how much of the freed time is to be used for something else."""
    if goal.measure is not Measure.TIME:
        return replace(goal, volumes=(), realisation_share=1.0)
    with st.expander(say("goals.worth"), expanded=bool(goal.volumes)):
        st.markdown(say("goals.worth_text"))
        known = {volume.target_group: volume.items_per_year for volume in goal.volumes}
        names = [group.name for group in groups]
        typed = edit_rows(
            pd.DataFrame({"name": names, "items": pd.Series([known.get(name) for name in names], dtype="Float64")}),
            {
                "name": st.column_config.TextColumn(say("project.target_group"), disabled=True, width="large"),
                "items": st.column_config.NumberColumn(say("goals.items_per_year"), min_value=0, format="localized"),
            },
            f"{key}-volumes",
            fixed=True,
            words=say("goals.worth"),
        )
        show_faults("volumes")
        percent = st.number_input(
            say("goals.realised"),
            1,
            100,
            round(100 * goal.realisation_share),
            help=say("goals.realised_help"),
            key=f"{key}-realised",
        )
        show_faults("realisation_share")
    told = typed.dropna(subset=["items"])
    volumes = tuple(Volume(row.name_, float(row.items)) for row in told.rename(columns={"name": "name_"}).itertuples())
    return replace(goal, volumes=volumes, realisation_share=percent / 100)
