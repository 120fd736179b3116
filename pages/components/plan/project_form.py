"""The fields of a project, each stored as one goes, and every go-live that it has had."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import planning
from analysis.language.formats import long_date
from analysis.model.plan import Project
from analysis.planning.course.go_live import as_day
from pages.components.forms import FIRST_DAY, LAST_DAY
from pages.components.plan.fields import edit
from pages.components.plan.goal_form import tidy
from pages.components.session import language, say, store
from pages.components.words import plain


def edit_project(project: Project) -> None:
    """Whose change it is, and when it goes live."""
    left, right = st.columns(2)
    with left:
        edit(project, "organisation", st.text_input, say("project.organisation"), to_field=tidy)
        days = {"min_value": FIRST_DAY, "max_value": LAST_DAY, "format": "DD-MM-YYYY"}
        edit(project, "go_live", partial(st.date_input, **days), say("project.go_live"))
    with right:
        tip = say("project.system_help")
        edit(project, "system", st.text_input, say("project.system"), to_field=tidy, help=tip)
        tip = say("project.minimum_shown_help")
        edit(project, "minimum_shown", partial(st.number_input, step=1), say("project.minimum_shown"), help=tip)
    show_go_live_history(project)


def show_go_live_history(project: Project) -> None:
    """What was meant before stays on record."""
    meant = planning.go_live_history(store(), project.project_id)
    if len(meant) < 2:
        return
    st.caption(say("go_live.moved"))
    lines = (
        say(
            "go_live.set_to",
            day=long_date(language(), as_day(one.after)),
            at=long_date(language(), one.changed_at.date()),
            who=one.who,
        )
        for one in meant
    )
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def edit_worth_of_an_hour(project: Project) -> None:
    """What the municipality reckons with, and whether it keeps uploaded files; empty is not known."""
    for column, field in zip(st.columns(2), ("net_hours_per_fte", "kroner_per_hour"), strict=True):
        with column:
            edit(
                project,
                field,
                partial(st.number_input, value=None, step=1.0, format="%g"),
                say(f"project.{field}"),
                help=say(f"project.{field}_help"),
            )
    edit(project, "keeps_files", st.checkbox, say("project.keeps_files"), help=say("project.keeps_files_help"))
