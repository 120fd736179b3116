"""Starting a project of one's own, removing the example and bringing it back; the target groups as a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import count

import pandas as pd
import streamlit as st

from analysis import example, planning
from analysis.model.plan import Project, TargetGroup, add_months
from pages.components.forms import by_me, edit_rows, keep, show_faults
from pages.components.session import say, store, today
from pages.components.words import plain

ALWAYS_CONSIDERED = ("leaders", "in_centres", "outside_centres", "super_users")
MONTHS_TO_GO_LIVE = 3
"""A first guess."""


def start_own_project() -> None:
    """One click: an empty project with the target groups that are always considered."""
    st.button(say("project.start_own"), on_click=add_project, type="primary")


def add_project() -> None:
    """Under a name that is free, and with a day to go live that lies ahead: a baseline comes before it."""
    taken = {one.name for one in planning.projects(store())}
    organisation, go_live = say("project.new_organisation"), add_months(today(), MONTHS_TO_GO_LIVE)
    numbered = (Project(0, organisation, say("project.new_system", number=number), go_live) for number in count(1))
    new = next(one for one in numbered if one.name not in taken)
    groups = [say(f"project.group.{key}") for key in ALWAYS_CONSIDERED]
    started = planning.start_project(store(), by_me(), new, groups)
    if isinstance(started, Project):
        st.session_state["project"] = started.name


def show_example_choice() -> None:
    """Remove the worked example, or bring it back."""
    if example.stored_example(planning.projects(store())):
        act, label = example.remove_example, say("project.remove_example")
    else:
        act, label = example.load_example, say("project.bring_example_back")
    if st.button(label, on_click=partial(act, store(), by_me())):
        st.rerun()


def show_removal(current: Project | None) -> None:
    """Remove the project one is in, or bring one back; the example has its own choice."""
    for gone in planning.removed_projects(store()):
        if not gone.is_example:
            back = partial(planning.restore_project, store(), by_me(), gone.project_id)
            st.button(say("project.bring_back", name=plain(gone.name)), on_click=back, key=f"back-{gone.project_id}")
    if current and not current.is_example:
        st.caption(say("project.remove_help"))
        away = partial(planning.remove_project, store(), by_me(), current.project_id)
        st.button(say("project.remove", name=plain(current.name)), on_click=away, icon=":material/delete:")


def edit_target_groups(project: Project) -> None:
    before = planning.plan(store(), project.project_id).target_groups
    ids = [group.target_group_id for group in before]
    typed = edit_rows(
        pd.DataFrame({"id": pd.Series(ids, dtype="Int64"), "name": [group.name for group in before]}),
        {"id": None, "name": st.column_config.TextColumn(say("project.target_group"), width="large")},
        groups_key(project.project_id, before),
        fixed=False,
        words=say("project.target_groups"),
    )
    groups = tuple(as_group(row.id, row.name_) for row in typed.rename(columns={"name": "name_"}).itertuples())
    if groups != before:
        if keep(planning.save_target_groups(store(), by_me(), project.project_id, groups)):
            st.toast(say("plan.saved"))
            st.rerun()
        show_faults("target_groups")


def groups_key(project_id: int, stored: Sequence[TargetGroup]) -> str:
    """Another table once something else is stored: its edits are told against the rows it was drawn with."""
    return f"groups-{project_id}-{'|'.join(group.name for group in stored)}"


def as_group(identity: object, name: object) -> TargetGroup:
    known = 0 if pd.isna(identity) else int(str(identity))
    return TargetGroup(known, "" if pd.isna(name) else " ".join(str(name).split()))
