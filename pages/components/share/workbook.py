"""The plan as a workbook: downloading it, and reading an edited one in, with every change shown before it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial

import streamlit as st

from analysis import planning
from analysis.planning import PartFault, Plan
from analysis.report.table import Column, Table
from analysis.workbook import (
    CellFault,
    Difference,
    NotReadable,
    WorkbookRead,
    differences,
    fault_sentence,
    origin,
    plan_sentence,
    plan_workbook,
    read_workbook,
    title_of,
)
from pages.components.exhibits import show_table
from pages.components.forms import FIRST_DAY, by_me
from pages.components.session import language, project_id, say, say_count, store, today
from pages.components.words import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_MEGABYTES = 20
UPLOADS, REFUSED = "workbook-uploads", "workbook-refused"


def show_download(plan: Plan) -> None:
    """The plan as it is now, or as it was on a day."""
    day = st.date_input(say("workbook.page.as_of"), None, FIRST_DAY, today(), format="DD-MM-YYYY", key="workbook-day")
    at = datetime.combine(day, time.max).astimezone() if isinstance(day, date) else datetime.now().astimezone()
    then = planning.plan_as_of(store(), project_id(), at) if day else plan
    if then is None:
        st.markdown(say("workbook.page.not_there"))
        return
    st.download_button(
        say("workbook.page.download"),
        partial(plan_workbook, then, language(), at),
        say("workbook.file_name"),
        XLSX,
        type="primary",
        icon=":material/download:",
        on_click="ignore",
    )


def show_upload(plan: Plan) -> None:
    """Read a file at every drawing, so that what is shown is held against the plan as it is now."""
    number = st.session_state.setdefault(UPLOADS, 0)
    label = say("workbook.page.upload")
    file = st.file_uploader(label, ["xlsx"], key=f"workbook-{number}", max_upload_size=MOST_MEGABYTES)
    for fault in st.session_state.pop(REFUSED, ()):
        st.error(plain(fault))
    if file is None:
        return
    content = file.getvalue()
    mark = origin(content)
    exported = planning.plan_as_of(store(), project_id(), mark.at) if mark else None
    read = read_workbook(content, plan, exported)
    if isinstance(read, NotReadable):
        st.error(say(f"workbook.not_readable.{read}"))
        return
    show_notices(read)
    if read.faults:
        st.error(say("workbook.page.faults"))
        show_table(fault_table(read.faults), say("workbook.page.faults"))
    else:
        show_changes(plan, read, exported)


def show_notices(read: WorkbookRead) -> None:
    """What the workbook holds beside the plan, and what of the plan it does not hold."""
    if read.other_project:
        st.info(say("workbook.page.other_project", name=plain(read.other_project)))
    if read.strange:
        st.info(say("workbook.page.strange", names=plain(", ".join(read.strange))))
    if read.missing:
        names = ", ".join(title_of(part, language()) for part in read.missing)
        st.info(say("workbook.page.missing", names=plain(names)))


def fault_table(faults: Sequence[CellFault]) -> Table:
    heads = tuple(Column(say(f"workbook.where.{name}")) for name in ("place", "value", "what"))
    return Table(heads, tuple((str(one.place), one.value, fault_sentence(one, language())) for one in faults))


def show_changes(plan: Plan, read: WorkbookRead, exported: Plan | None) -> None:
    """Every change, and the button that stores them all."""
    found = differences(plan, read.plan, language())
    if not found:
        st.success(say("workbook.page.nothing"))
        return
    st.markdown(f"**{say('workbook.page.changes')}**")
    meanwhile = differences(exported, plan, language()) if exported else ()
    show_table(change_table(found, meanwhile), say("workbook.page.changes"))
    st.button(say("workbook.page.save"), type="primary", on_click=store_all, args=(plan, read.plan, len(found)))


def change_table(found: Sequence[Difference], meanwhile: Sequence[Difference]) -> Table:
    """What a colleague changed too since the workbook was made is marked."""
    theirs = {(one.table, one.identity, one.field) for one in meanwhile}
    notes = [say("workbook.page.meanwhile") if (o.table, o.identity, o.field) in theirs else "" for o in found]
    names = ("sort", "table", "name", "field", "before", "after", *(["note"] if any(notes) else []))
    rows = (
        (say(f"workbook.sort.{one.sort}"), one.table, one.name, one.field, one.before, one.after, note)[: len(names)]
        for one, note in zip(found, notes, strict=True)
    )
    return Table(tuple(Column(say(f"workbook.change.{name}")) for name in names), tuple(rows))


def store_all(seen: Plan, proposed: Plan, number: int) -> None:
    """All or nothing; where the plan has changed since it was shown, nothing."""
    outcome = planning.apply(store(), by_me(), seen, proposed)
    if isinstance(outcome, Plan):
        st.session_state[UPLOADS] += 1
        st.session_state["saved"] = say("workbook.page.saved", number=say_count("workbook.saved", number))
    else:
        st.session_state[REFUSED] = tuple(dict.fromkeys(map(refusal, outcome)))


def refusal(one: PartFault) -> str:
    return plan_sentence(one.fault, "project", language())
