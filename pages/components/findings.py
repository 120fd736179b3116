"""What is wrong or doubtful with a file, in words that say what to do, with Excel's row numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from analysis.language.formats import HERE, long_date
from analysis.model.storing import AlreadyUploaded, StoringFault
from analysis.model.upload import Doubt, Refused
from analysis.planning import Plan
from analysis.report.rejects import reject_report, reject_table
from analysis.uploads import ReadFile, StaffFile
from pages.components.exhibits import show_table
from pages.components.session import language, say, say_count
from pages.components.words import plain

MOST_SHOWN = 200


def show_refusal(outcome: Refused | AlreadyUploaded, plan: Plan) -> None:
    """Why nothing can be stored, and what to do about it; the database is as it was."""
    if isinstance(outcome, AlreadyUploaded):
        earlier = outcome.upload
        when = long_date(language(), earlier.uploaded_at.astimezone(HERE).date())
        st.error(say("refused.already_uploaded", name=plain(earlier.source.name), day=when))
    else:
        missing = ", ".join(say(f"role.{role}") for role in outcome.missing)
        found = ", ".join(plain(column) for column in outcome.found)
        st.error(say(f"refused.{outcome.reason}", missing=missing, found=found or "–"))
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
            lambda: reject_report(rejected, language()),
            say("findings.download_name"),
            "text/csv",
            key="rejects",
            on_click="ignore",
        )
    if file.ingested.doubts:
        st.subheader(say("findings.doubts"))
        for doubt in file.ingested.doubts:
            examples = ", ".join(str(row) for row in doubt.examples[:5])
            where = f" ({say('findings.rows', rows=examples)})" if examples else ""
            st.markdown(f"- {doubt_words(doubt)}{plain(where)}")


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
