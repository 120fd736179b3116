"""The staff list on screen: what it says now, and a file that is to take its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis import planning, uploads
from analysis.language.formats import whole
from analysis.language.sentences import names_listed, refusal_sentence, round_name, the_round
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.kinds import Measurement
from analysis.model.plan import Population, Round
from analysis.model.storing import LabelMatch
from analysis.model.upload import Grain, Refused
from analysis.planning import Plan
from analysis.planning.goals.staff import with_staff_numbers
from analysis.report.table import Column, Table
from analysis.report.template import StaffMember, TemplateWords, template_csv
from analysis.uploads import StaffFile, StaffNaming
from pages.components.data.answers import options
from pages.components.data.findings import show_doubts, show_rejected_of, show_storing_faults
from pages.components.data.mapping import show_read
from pages.components.data.questions import ask
from pages.components.data.refusals import tell_refusal
from pages.components.data.template_names import tell_unreadable
from pages.components.data.upload_naming import ask_all
from pages.components.exhibits import show_table
from pages.components.forms import by_me, saved
from pages.components.session import language, project_id, say, say_count, store, today
from pages.components.words import plain

SHOWN_EMPLOYEES = 20
OWN_REFUSALS = ("no_header", "header_only", "not_filled_in")
"""What is missing is said in the words of a staff list."""


def show_list(plan: Plan) -> None:
    """The numbers of the list beside those of the first round, which can be given the list's."""
    listed = planning.staff_numbers(store(), project_id())
    if not listed:
        st.info(say("staff.none"))
        return
    st.subheader(say("staff.current"))
    show_numbers(listed, plan.rounds[:1])
    for measured in plan.rounds[:1]:
        wanted = with_staff_numbers(measured, listed)
        if wanted != measured:
            name = the_round(measured.number, language())
            st.button(say("staff.use", round=name), on_click=use, args=(wanted, measured), key="use-staff-numbers")
    for fault in st.session_state.pop("staff-faults", ()):
        key = "staff.too_few" if fault.rule is PlanRule.MEASURED_MORE else f"fault.entry.{fault.rule}"
        st.error(say(key, number=fault.number, words=plain(fault.words)))


def use(wanted: Round, seen: Round) -> None:
    outcome = planning.save_round(store(), by_me(), project_id(), wanted, seen)
    if isinstance(outcome, tuple):
        faults: Sequence[PlanFault] = outcome
        st.session_state["staff-faults"] = faults
    else:
        st.session_state["saved"] = say("staff.used", round=the_round(seen.number, language()))


def show_numbers(listed: Sequence[Population], rounds: Sequence[Round] = ()) -> None:
    """A row for each target group that either of them names."""
    told = [{one.target_group: one.employees for one in part} for part in (listed, *(r.populations for r in rounds))]
    heads = [say("staff.listed"), *(round_name(one.number, language()) for one in rounds)]
    columns = (Column(say("staff.group")), *(Column(head, is_number=True) for head in heads))
    names = dict.fromkeys(name for part in told for name in part)
    rows = tuple((name, *(shown(part.get(name)) for part in told)) for name in names)
    show_table(Table(columns, rows), say("staff.current"))


def shown(number: int | None) -> str:
    return "–" if number is None else whole(language(), number)


def upload_list(plan: Plan) -> None:
    """A file: read, its target groups named, shown, stored."""
    st.subheader(say("staff.new"))
    st.markdown(say("staff.new_text"))
    offer_template(plan)
    number = st.session_state.setdefault("staff-file", 0)
    file = st.file_uploader(
        say("staff.file"), ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"], key=f"staff-{number}"
    )
    if file is None:
        return
    read_options = options(file, Grain.DAY, Measurement.STAFF)
    outcome = uploads.read_staff(store(), file.name, file.getvalue(), read_options)
    if isinstance(outcome, Refused):
        show_refusal(file, outcome)
    else:
        name_and_store(plan, file, outcome)


def offer_template(plan: Plan) -> None:
    groups = tuple(group.name for group in plan.target_groups)
    words = TemplateWords(("",), groups, tuple(StaffMember("", name) for name in groups), today())
    tell_unreadable(words, Measurement.STAFF)
    st.download_button(
        say("staff.template"),
        partial(template_csv, words, Measurement.STAFF, language()),
        say("staff.template_name"),
        "text/csv",
        key="staff-template",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def show_refusal(file: UploadedFile, refused: Refused) -> None:
    can_be_answered = refused.needs_answer or refused.can_be_mapped
    if refused.reason in OWN_REFUSALS and not can_be_answered:
        tell_refusal(say(f"staff.{refused.reason}"))
    else:
        words = plain(refusal_sentence(refused, Measurement.STAFF, language()))
        tell_refusal(words, needs_answer=can_be_answered)
    ask(file, refused, Measurement.STAFF, ())


def name_and_store(plan: Plan, file: UploadedFile, read: StaffFile) -> None:
    show_rejected_of(read)
    show_read(file, read)
    show_doubts(file, read)
    naming = name_groups(plan, read)
    if naming.several_groups:
        st.error(say("staff.several", names=plain(names_listed(naming.several_groups[:SHOWN_EMPLOYEES], language()))))
    elif naming.unknown_target_groups:
        st.info(say("staff.answer_first"))
    elif not naming.members:
        st.error(say("staff.nobody"))
    if naming.is_complete:
        st.markdown(f"**{say('staff.preview')}**")
        show_numbers(naming.numbers)
        if st.button(say("staff.confirm"), type="primary", key="confirm-staff"):
            confirm(naming)


def name_groups(plan: Plan, read: StaffFile) -> StaffNaming:
    """Ask for every group name that the plan does not have: it is one of the plan's, a new one, or left out."""
    unknown = uploads.name_staff(plan, read).unknown_target_groups
    decided: Sequence[LabelMatch] = ask_all("target_group", unknown, [group.name for group in plan.target_groups])
    return uploads.name_staff(plan, read, decided)


def confirm(naming: StaffNaming) -> None:
    """Store it; afterwards the page holds nobody's name."""
    refused = uploads.confirm_staff(store(), by_me(), project_id(), naming)
    if refused:
        show_storing_faults(refused.faults)
        return
    st.session_state["staff-file"] += 1
    employees = say_count("count.employees", sum(one.employees or 0 for one in naming.numbers))
    saved(say("staff.stored", employees=employees))
