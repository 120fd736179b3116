"""The beginning of an upload: which round, what is in the file, a template to fill in, the file itself."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis import uploads
from analysis.language.formats import period
from analysis.language.sentences import role_word, round_name
from analysis.model.kinds import MEASURED, Measurement, Role
from analysis.model.plan import Round
from analysis.model.upload import Grain
from analysis.planning import Plan
from analysis.report.template import StaffMember, TemplateWords, template_csv, template_xlsx
from pages.components.data.template_names import tell_unreadable
from pages.components.ending import end_page
from pages.components.forms import edit_rows
from pages.components.session import language, say, store

MOST_MEGABYTES = 200


def need_a_plan(plan: Plan) -> None:
    """Without a round and a goal nobody can say what a registration means."""
    if not plan.goals:
        st.info(say("upload.needs_goal"))
        st.page_link("pages/plan/goals.py", label=say("empty.to_goals"), icon=":material/arrow_forward:")
        end_page()
    if not plan.rounds:
        st.info(say("upload.needs_round"))
        st.page_link("pages/data/rounds.py", label=say("empty.to_rounds"), icon=":material/arrow_forward:")
        end_page()


def choose_round(plan: Plan) -> Round:
    """The first round without a file of this kind is the likeliest."""
    rounds = {round_label(one): one for one in plan.rounds}
    if st.session_state.get("upload-round") not in rounds:
        st.session_state["upload-round"] = next_round(plan, Measurement.TIME)
    return rounds[st.selectbox(say("upload.round"), list(rounds), key="upload-round")]


def next_round(plan: Plan, measurement: Measurement) -> str:
    stored = uploads.uploads(store(), plan.project.project_id)
    filled = {one.round_id for one in stored if one.undone_at is None and one.measurement is measurement}
    return round_label(next((one for one in plan.rounds if one.round_id not in filled), plan.rounds[-1]))


def round_label(one: Round) -> str:
    return f"{round_name(one.number, language())}, {period(language(), one.starts_on, one.ends_on)}"


def choose_measurement() -> Measurement:
    """How the numbers were come by: this decides which columns the file must have."""
    chosen = st.selectbox(
        say("upload.measurement"),
        MEASURED,
        format_func=lambda one: say(f"upload.holds.{one}"),
        key="upload-measurement",
    )
    needed = ", ".join(role_word(role, chosen, language()) for role in chosen.needed)
    st.caption(say("upload.needs", columns=needed))
    return chosen


def choose_grain(measurement: Measurement) -> Grain:
    """What one row is: only registrations of time and tallies can be written row by row or day by day."""
    if measurement not in (Measurement.TIME, Measurement.TALLY):
        return Grain.EVENT
    return st.radio(
        say("upload.grain"),
        list(Grain),
        format_func=lambda one: say(f"upload.grain_{one}"),
        help=say("upload.grain_help"),
        key="upload-grain",
    )


def offer_template(plan: Plan, measured: Round, measurement: Measurement) -> None:
    """An empty file with the plan's own names; the employees are typed here and stored nowhere."""
    with st.expander(say("upload.template")):
        st.markdown(say("upload.template_text"))
        roles = (*measurement.needed, *measurement.optional)
        staff = type_staff(plan) if Role.EMPLOYEE in roles else ()
        words = TemplateWords(
            workflows=tuple(dict.fromkeys(name for goal in plan.goals for name in goal.workflows)),
            target_groups=tuple(group.name for group in plan.target_groups),
            staff=staff,
            first_day=measured.starts_on,
        )
        tell_unreadable(words, measurement)
        with st.container(horizontal=True):
            for ending, make in (("xlsx", template_xlsx), ("csv", template_csv)):
                st.download_button(
                    say(f"upload.template_{ending}"),
                    partial(make, words, measurement, language()),
                    say("upload.template_name", measurement=say(f"upload.file_name.{measurement}"), ending=ending),
                    key=f"template-{ending}",
                    on_click="ignore",
                )


def type_staff(plan: Plan) -> tuple[StaffMember, ...]:
    groups = [group.name for group in plan.target_groups]
    typed = edit_rows(
        pd.DataFrame({"employee": pd.Series(dtype="str"), "target_group": pd.Series(dtype="str")}),
        {
            "employee": st.column_config.TextColumn(say("upload.staff_employee"), width="medium"),
            "target_group": st.column_config.SelectboxColumn(
                say("project.target_group"), options=groups, width="large"
            ),
        },
        f"staff-{plan.project.project_id}",
        fixed=False,
        words=say("upload.staff"),
    ).fillna("")
    return tuple(StaffMember(row.employee, row.target_group) for row in typed.itertuples() if row.employee)


def choose_file() -> UploadedFile | None:
    number = st.session_state.setdefault("upload-number", 0)
    return st.file_uploader(
        say("upload.file"),
        ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"],
        key=f"upload-file-{number}",
        max_upload_size=MOST_MEGABYTES,
    )
