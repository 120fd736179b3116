"""What is wrong or doubtful with a file, in words that say what to do, with Excel's row numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.language.formats import whole
from analysis.language.sentences import doubt_sentence, storing_fault_sentence
from analysis.model.rejects import RejectedFor, RejectedRow
from analysis.model.storing import StoringFault
from analysis.model.upload import Doubt
from analysis.report.rejects import reject_report, reject_table
from analysis.uploads import ReadFile, StaffFile
from pages.components.data.answers import answers, begin_with
from pages.components.exhibits import MOST_OPEN, is_narrow, show_table
from pages.components.session import language, say, say_count
from pages.components.words import plain

MOST_SHOWN = 200
MOST_EXAMPLES = 5
DUPLICATE = "duplicate"


def show_rejected_of(read: ReadFile | StaffFile) -> None:
    """How much of the file can be read, and what is to be repaired."""
    rejected, counted = read.ingested.rejected, read.ingested.summary.rows
    if not rejected:
        return
    st.subheader(say_count("findings.rejected", len(rejected)))
    every = counted + len(rejected)
    st.markdown(say_count("findings.readable", every, readable=whole(language(), counted)))
    reasons = Counter(row.reason for row in rejected).most_common()
    show_reasons([RejectedFor(reason, rows) for reason, rows in reasons])
    show_rejected(rejected, len(rejected), "rejects")


def show_reasons(reasons: Sequence[RejectedFor]) -> None:
    lines = [f"- {say_count('count.rows', one.rows)}: {say(f'rejected.{one.reason}')}" for one in reasons]
    st.markdown("\n".join(lines))


def show_rejected(rejected: Sequence[RejectedRow], rows: int, key: str) -> None:
    """The rows with their faults, folded where they are many, and the list to repair them by."""
    first = rejected[:MOST_SHOWN]
    words = say_count("findings.rejected", rows)
    with st.expander(words) if len(first) > MOST_OPEN else st.container():
        show_table(reject_table(first, language(), is_narrow=is_narrow()), words)
        if rows > len(first):
            st.caption(say("findings.first_shown", number=len(first)))
    st.download_button(
        say("findings.download"),
        partial(reject_report, rejected, language()),
        say("findings.download_name"),
        "text/csv",
        key=key,
        on_click="ignore",
    )


def show_doubts(file: UploadedFile, read: ReadFile | StaffFile) -> None:
    """Everything that was assumed."""
    doubts = read.ingested.doubts
    if doubts:
        st.subheader(say("findings.doubts"))
        st.markdown("\n".join(f"- {doubt_words(doubt)}{plain(where(doubt))}" for doubt in doubts))
    if any(doubt.code == DUPLICATE for doubt in doubts):
        st.button(say("upload.set_aside"), on_click=set_aside, args=(file, read), key="set-aside")


def set_aside(file: UploadedFile, read: ReadFile | StaffFile) -> None:
    if isinstance(read, ReadFile):
        begin_with(file, read)
    answers(file)["set_duplicates_aside"] = True


def where(doubt: Doubt) -> str:
    """The rows in question, or the first of them."""
    shown = doubt.examples[:MOST_EXAMPLES]
    if not shown:
        return ""
    kind = "one" if len(shown) == 1 else "first" if doubt.rows > len(shown) else "other"
    return f" ({say(f'findings.rows.{kind}', rows=', '.join(map(str, shown)))})"


def doubt_words(doubt: Doubt) -> str:
    return doubt_sentence(doubt, language())


def show_storing_faults(faults: Sequence[StoringFault]) -> None:
    for fault in faults:
        st.error(plain(storing_fault_sentence(fault, language())))
