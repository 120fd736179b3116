"""The steps of an upload, one function each, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis import uploads
from analysis.language.formats import period
from analysis.language.sentences import round_name
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded, LabelMatch
from analysis.model.upload import Grain, Refused, Summary, Upload
from analysis.planning import Plan
from analysis.report.template import template_csv
from analysis.uploads import Naming, ReadFile, ReadOptions
from pages.components.findings import show_storing_faults
from pages.components.forms import by_me, saved
from pages.components.session import language, say, say_count, store
from pages.components.words import plain

Outcome = ReadFile | Refused | AlreadyUploaded
MOST_MEGABYTES = 200


def need_a_plan(plan: Plan) -> None:
    """Without a round and a goal nobody can say what a registration means."""
    if not plan.goals:
        st.info(say("upload.needs_goal"))
        st.page_link("pages/plan/goals.py", label=say("empty.to_goals"))
        st.stop()
    if not plan.rounds:
        st.info(say("upload.needs_round"))
        st.page_link("pages/plan/rounds.py", label=say("empty.to_rounds"))
        st.stop()


def choose_round(plan: Plan) -> Round:
    labels = {
        f"{round_name(one.number, language())}, {period(language(), one.starts_on, one.ends_on)}": one
        for one in plan.rounds
    }
    return labels[st.selectbox(say("upload.round"), list(labels), key="upload-round")]


def choose_grain() -> Grain:
    return st.radio(
        say("upload.grain"),
        list(Grain),
        format_func=lambda one: say(f"upload.grain_{one}"),
        help=say("upload.grain_help"),
        key="upload-grain",
    )


def offer_template(plan: Plan) -> None:
    st.download_button(
        say("upload.template"),
        lambda: template_csv([group.name for group in plan.target_groups], workflows(plan), language()),
        say("upload.template_name"),
        "text/csv",
        key="template",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def workflows(plan: Plan) -> list[str]:
    """The workflows of the goals, in the order of the plan."""
    return list(dict.fromkeys(name for goal in plan.goals for name in goal.workflows))


def choose_file() -> UploadedFile | None:
    number = st.session_state.setdefault("upload-number", 0)
    return st.file_uploader(
        say("upload.file"),
        ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"],
        key=f"upload-file-{number}",
        max_upload_size=MOST_MEGABYTES,
    )


def read_once(plan: Plan, measured: Round, file: UploadedFile, options: ReadOptions) -> Outcome:
    """Read a file when it arrives or is meant otherwise, not at every drawing of the page."""
    question = (file.file_id, measured, options, plan.goals)
    if st.session_state.get("upload-question") != question:
        place = st.empty()
        with place.status(say("upload.reading")) as progress:
            watched = replace(options, progress=lambda _, step: progress.update(label=say(f"upload.step.{step}")))
            outcome = uploads.read(store(), plan, measured, file.name, file.getvalue(), watched)
        place.empty()
        st.session_state["upload-question"], st.session_state["upload-outcome"] = question, outcome
    kept: Outcome = st.session_state["upload-outcome"]
    return kept


def name_labels(plan: Plan, file: ReadFile) -> Naming:
    """Ask what the labels that the plan does not know are called in it."""
    proposed = uploads.propose(plan, file.ingested.summary)
    groups = [group.name for group in plan.target_groups]
    decided = [
        *ask_all("workflow", proposed.unknown_workflows, plan.workflows),
        *ask_all("target_group", proposed.unknown_target_groups, groups),
    ]
    one_for_all = ask_one_group(groups) if proposed.group_is_missing else None
    return uploads.propose(plan, file.ingested.summary, decided, one_for_all)


def ask_all(kind: str, labels: Sequence[str], names: Sequence[str]) -> list[LabelMatch]:
    if labels:
        st.subheader(say(f"upload.unknown_{kind}"))
    answers = [ask(kind, label, names) for label in labels]
    return [answer for answer in answers if answer is not None]


def ask(kind: str, label: str, names: Sequence[str]) -> LabelMatch | None:
    choices = {say("upload.as", name=name): LabelMatch(label, name) for name in names}
    choices[say("upload.add", name=label)] = LabelMatch(label, label)
    choices[say("upload.leave_out")] = LabelMatch(label, None)
    chosen = st.selectbox(
        say("upload.what_is", label=plain(label)),
        list(choices),
        None,
        key=f"name-{kind}-{label}",
        placeholder=say("upload.choose"),
    )
    return choices[chosen] if chosen else None


def ask_one_group(groups: Sequence[str]) -> str | None:
    chosen: str | None = st.selectbox(
        say("upload.which_group"), groups, None, key="name-group", placeholder=say("upload.choose")
    )
    return chosen


def confirm_button(file: ReadFile, naming: Naming) -> None:
    """Store it; afterwards the page is ready for the next file."""
    if st.button(say("upload.confirm"), type="primary", key="confirm"):
        outcome = uploads.confirm(store(), by_me(), file, naming)
        if isinstance(outcome, Upload):
            st.session_state["upload-number"] += 1
            st.session_state.pop("upload-question")
            rows = say_count("count.rows", outcome.rows)
            saved(say("upload.stored", rows=rows, name=plain(outcome.source.name)))
        elif isinstance(outcome, AlreadyUploaded):
            st.error(say("refused.already_uploaded", name=plain(outcome.upload.source.name)))
        else:
            show_storing_faults(outcome.faults)


def covers(summary: Summary, measured: Round) -> bool:
    """Whether all dates of a file lie within the round's window."""
    first, last = summary.first_date, summary.last_date
    return first is None or last is None or (measured.starts_on <= first and last <= measured.ends_on)
