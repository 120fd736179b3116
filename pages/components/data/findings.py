"""What is wrong or doubtful with a file, in words that say what to do, with Excel's row numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis.language.formats import HERE, long_date
from analysis.language.sentences import found_words, role_word
from analysis.model.kinds import Measurement
from analysis.model.storing import AlreadyUploaded, StoringFault
from analysis.model.upload import Doubt, Refused
from analysis.report.rejects import reject_report, reject_table
from analysis.uploads import ReadFile, StaffFile
from pages.components.exhibits import show_table
from pages.components.session import language, say, say_count
from pages.components.words import plain

MOST_SHOWN = 200
MOST_EXAMPLES = 5


def show_refusal(outcome: Refused | AlreadyUploaded, measurement: Measurement) -> None:
    """Why nothing can be stored, and what to do about it; the database is as it was."""
    if isinstance(outcome, AlreadyUploaded):
        earlier = outcome.upload
        when = long_date(language(), earlier.uploaded_at.astimezone(HERE).date())
        tell_refusal(say("refused.already_uploaded", name=plain(earlier.source.name), day=when))
    else:
        missing = ", ".join(role_word(role, measurement, language()) for role in outcome.missing)
        found = ", ".join(plain(words) for words in found_words(outcome, language()))
        words = say(f"refused.{outcome.reason}", missing=missing, found=found or "–")
        tell_refusal(words, needs_answer=outcome.needs_answer)


def tell_refusal(words: str, *, needs_answer: bool = False) -> None:
    """Where an answer is enough, nothing is wrong with the file."""
    if needs_answer:
        st.warning(words)
        st.caption(say("refused.answer_or_correct"))
    else:
        st.error(words)
        st.caption(say("refused.nothing_stored"))


def show_findings(file: ReadFile | StaffFile) -> None:
    """Rejected rows first, each with its number; then everything that was assumed."""
    rejected = file.ingested.rejected
    if rejected:
        st.subheader(say_count("findings.rejected", len(rejected)))
        for reason, number in Counter(row.reason for row in rejected).most_common():
            st.markdown(f"- {say_count('count.rows', number)}: {say(f'rejected.{reason}')}")
        table = reject_table(rejected[:MOST_SHOWN], language())
        show_table(table, say_count("findings.rejected", len(rejected)))
        st.download_button(
            say("findings.download"),
            partial(reject_report, rejected, language()),
            say("findings.download_name"),
            "text/csv",
            key="rejects",
            on_click="ignore",
        )
    if file.ingested.doubts:
        st.subheader(say("findings.doubts"))
        for doubt in file.ingested.doubts:
            st.markdown(f"- {doubt_words(doubt)}{plain(where(doubt))}")


def where(doubt: Doubt) -> str:
    """The rows in question, or the first of them."""
    shown = doubt.examples[:MOST_EXAMPLES]
    if not shown:
        return ""
    kind = "first" if doubt.rows > len(shown) else "one" if len(shown) == 1 else "other"
    return f" ({say(f'findings.rows.{kind}', rows=', '.join(map(str, shown)))})"


def doubt_words(doubt: Doubt) -> str:
    """What was assumed, and of how many rows; of the whole file where no number is given."""
    rows = f"{say_count('count.rows', doubt.rows)}: " if doubt.rows else ""
    return rows + say(f"doubt.{doubt.code}")


def show_storing_faults(faults: Sequence[StoringFault]) -> None:
    for fault in faults:
        group = plain(fault.target_group or "")
        rows, employees = (say_count(f"count.{unit}", fault.number) for unit in ("rows", "employees"))
        known = {"rows": rows, "employees": employees, "group": group, "population": fault.population}
        st.error(say(f"storing.{fault.kind}", **known))
