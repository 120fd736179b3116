"""The numbers beside the picture of freed and converted hours."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.charts.changes import NO_NUMBER
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import whole
from analysis.model.outcome import Interval
from analysis.model.realisation import LedgerOfGoal
from analysis.model.worth import FreedTime
from analysis.report.table import Column, Table


def ledger_table(ledger: Sequence[LedgerOfGoal], language: Language) -> Table:
    headings = ("freed_hours", "documented_hours")
    columns = (Column(text(language, "field.goal.name")), *(numbers(language, key) for key in headings))
    rows = tuple((one.goal.name, freed_cell(one, language), whole(language, one.documented_hours)) for one in ledger)
    return Table(columns, rows)


def numbers(language: Language, key: str) -> Column:
    return Column(text(language, f"realisation.{key}"), is_number=True)


def freed_cell(one: LedgerOfGoal, language: Language) -> str:
    if not isinstance(one.freed, FreedTime):
        return NO_NUMBER
    hours, around = one.freed.hours, one.freed.hours.interval_95
    if not isinstance(around, Interval):
        return whole(language, hours.amount)
    low, high = (whole(language, end) for end in (around.low, around.high))
    return f"{whole(language, hours.amount)} ({text(language, 'amount.either_way', low=low, high=high)})"
