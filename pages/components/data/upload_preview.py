"""What would count if the file were stored: rows, period, minutes, employees per target group; and storing it."""

from __future__ import annotations

import streamlit as st

from analysis import planning, uploads
from analysis.language.formats import number, period, whole
from analysis.language.sentences import names_listed, round_name, rows_left_out, stored_sentence
from analysis.model.kinds import Measurement, Role
from analysis.model.storing import AlreadyUploaded, FaultKind, Overlap, OverlapAnswer, StoringPreview
from analysis.model.upload import Doubt, Summary, Upload
from analysis.report.table import Column, Table
from analysis.uploads import Naming, ReadFile
from pages.components.data.findings import show_storing_faults, where
from pages.components.data.refusals import tell_already_uploaded
from pages.components.data.upload_reading import forget_file
from pages.components.data.upload_start import next_round
from pages.components.exhibits import is_narrow, show_table
from pages.components.forms import by_me, saved
from pages.components.session import language, project_id, say, say_count, store
from pages.components.words import plain

MS_PER_MINUTE = 60_000


def show_preview(file: ReadFile, naming: Naming) -> None:
    """Draw what would be stored, and the button that stores it where nothing speaks against it."""
    answer: OverlapAnswer | None = st.session_state.get(overlap_key())
    seen = uploads.preview(store(), by_me(), file, naming, answer)
    summary = file.ingested.summary
    st.subheader(say("preview.title"))
    show_numbers(seen, file.ingested.measurement, summary)
    if summary.first_date and summary.last_date:
        st.markdown(say("preview.period", period=period(language(), summary.first_date, summary.last_date)))
    if file.rows_outside:
        window = period(language(), file.round.starts_on, file.round.ends_on)
        st.warning(say_count("preview.outside_window", file.rows_outside, window=window))
    show_participants(seen)
    tell_left_out(seen, naming)
    show_ungrouped(seen)
    ask_about_overlaps(seen)
    show_storing_faults([fault for fault in seen.faults if fault.kind is not FaultKind.OVERLAP])
    if not seen.faults and st.button(say("upload.confirm"), type="primary", key="confirm"):
        confirm(file, naming, answer)


def tell_left_out(seen: StoringPreview, naming: Naming) -> None:
    """Which labels' rows do not count, and who said so."""
    before = {match.label for match in (*naming.remembered_workflows, *naming.remembered_target_groups)}
    said = [
        say(f"preview.left_out_{'before' if label in before else 'chosen'}", label=label) for label in naming.left_out
    ]
    if seen.left_out:
        st.warning(say_count("preview.left_out", seen.left_out, labels=plain(names_listed(said, language()))))


def show_numbers(seen: StoringPreview, measurement: Measurement, summary: Summary) -> None:
    """Only the numbers that a file of this sort has."""
    roles = {*measurement.needed, *measurement.optional}
    numbers = (
        ("rows", whole(language(), seen.rows), True),
        ("employees", whole(language(), seen.employees), Role.EMPLOYEE in roles),
        ("minutes", number(language(), seen.milliseconds / MS_PER_MINUTE), Role.DURATION in roles),
        ("count", shown(seen.count), Role.COUNT in roles),
        ("total", shown(summary.total), Role.TOTAL in roles),
    )
    with st.container(horizontal=True):
        for name, value, has_it in numbers:
            if has_it:
                st.metric(say(f"preview.{name}"), value)


def show_ungrouped(seen: StoringPreview) -> None:
    """The rows that will be rejected because nobody knows their target group, by number."""
    if seen.rejected:
        rows = tuple(sorted(one.row for one in seen.rejected))
        words = say("preview.without_group", rows=say_count("count.rows", len(rows)))
        st.warning(words + plain(where(Doubt(FaultKind.NO_TARGET_GROUP, len(rows), rows))))


def ask_about_overlaps(seen: StoringPreview) -> None:
    """Rows that an earlier file has too: nothing is stored before somebody has said what they are."""
    for overlap in seen.overlaps:
        rows, name = say_count("count.rows", overlap.rows), plain(overlap.upload.source.name)
        st.warning(f"{say('preview.overlap', rows=rows, name=name)} {what_replacing_does(overlap)}")
    if seen.overlaps:
        st.radio(
            say("upload.overlap_question"),
            list(OverlapAnswer),
            None,
            format_func=lambda one: say(f"upload.overlap.{one}"),
            key=overlap_key(),
        )


def what_replacing_does(overlap: Overlap) -> str:
    """An earlier file is undone as a whole, however few of its rows the new one has."""
    name, rows = plain(overlap.upload.source.name), say_count("count.rows", overlap.upload.rows)
    words = say("preview.replaced", name=name, rows=rows, round=round_name(overlap.round_number, language()))
    others = say_count("count.rows", overlap.others)
    return f"{words} {say('preview.replaced_others', rows=others)}" if overlap.others else words


def overlap_key() -> str:
    """The answer is about this file and not the next."""
    return f"overlap-{st.session_state['upload-number']}"


def confirm(file: ReadFile, naming: Naming, answer: OverlapAnswer | None) -> None:
    """Store it; afterwards the page is ready for the next file."""
    outcome = uploads.confirm(store(), by_me(), file, naming, answer)
    if isinstance(outcome, Upload):
        forget_file()
        words = plain(stored_sentence(outcome, file.ingested, language()))
        is_whole = not (outcome.rejected or rows_left_out(outcome, file.ingested))
        where = "" if is_whole else " " + say("upload.stored_where")
        following = next_round(planning.plan(store(), project_id()), outcome.measurement)
        saved(words + where, **{"upload-round": following})
    elif isinstance(outcome, AlreadyUploaded):
        tell_already_uploaded(outcome, planning.plan(store(), project_id()))
    else:
        show_storing_faults(outcome.faults)


def show_participants(seen: StoringPreview) -> None:
    """The round as it would be, with what it holds already."""
    if not seen.participants:
        return
    st.markdown(f"**{say('preview.participants')}**")
    headings = ("target_group", "employees", "population", "registrations")
    columns = tuple(
        Column(say(f"preview.column.{name}"), name != "target_group", name == "registrations") for name in headings
    )
    rows = tuple(
        (one.target_group, *(shown(number) for number in (one.employees, one.population, one.registrations)))
        for one in seen.participants
    )
    table = Table(columns, rows)
    show_table(table.without_details if is_narrow() else table, say("preview.participants"))


def shown(known: int | None) -> str:
    return "–" if known is None else whole(language(), known)
