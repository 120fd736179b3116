"""Dates and names that many rows lack: forgotten, or written once for all the rows below."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.ingest.columns.fields import filled_in
from analysis.ingest.columns.lookups import distinct
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.layout.layout import LABELS
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.values.cells import TAGS
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Role

ZERO = "".join(sorted(TAGS)) + "0:., "
FEWEST, MANY = 3, 0.25
"""Fewer empty cells, or a smaller share of them, are cells that somebody forgot."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The rows of a file with the texts of their columns, and the analyst's answers."""

    cursor: Cursor
    names: Names
    tables: tuple[Table, ...]
    roles: tuple[Role, ...]
    options: ReadOptions

    @property
    def labels(self) -> tuple[Role, ...]:
        """The roles of dates and names that have a column, from left to right."""
        layout = self.tables[0].layout
        placed = [(columns[0].index, role) for role in LABELS if role in self.roles and (columns := layout.of(role))]
        return tuple(role for _, role in sorted(placed))

    @property
    def needed(self) -> tuple[Role, ...]:
        """Those without which a row cannot count."""
        return tuple(role for role in self.labels if role in self.options.measurement.needed)


def blank_roles(staged: Staged) -> tuple[Role, ...]:
    """The roles that measured rows lack below one that has them: a needed one in many rows, and others beside it."""
    if not staged.needed or not _is_often_blank(staged):
        return ()
    found = _blank_rows(staged)
    if max(found.blank[role] for role in staged.needed) < max(FEWEST, MANY * found.rows):
        return ()
    return tuple(role for role, blank in found.blank.items() if blank >= FEWEST)


def _is_often_blank(staged: Staged) -> bool:
    """Whether the distinct texts, which cost no look at the rows, show enough empty cells below a filled one."""
    enough = []
    for role in staged.needed:
        texts, filled = f"FILTER (t_{role} IS NOT NULL", filled_in(f"t_{role}")
        is_below = f"min(first) {texts} AND {filled}) <= min(first) {texts} AND NOT {filled})"
        blank = f"sum(rows) {texts} AND NOT {filled})"
        enough.append(f"({is_below} AND {blank} >= greatest({FEWEST}, {MANY} * sum(rows) {texts})))")
    staged.cursor.execute(f"SELECT {' OR '.join(enough)} FROM {staged.names.of('texts')}")
    return bool(staged.cursor.fetchall()[0][0])


@dataclass(frozen=True, slots=True)
class Found:
    """The measured rows that are no sums, and how many of them lack each role though they name something else."""

    rows: int
    blank: dict[Role, int]


def _blank_rows(staged: Staged) -> Found:
    measured = " OR ".join(_is_measured(f"t_{role}") for role in staged.roles if role not in LABELS) or "true"
    named = named(staged)
    blanks = ", ".join(f"count(*) FILTER (NOT {filled_in(f't_{role}')} AND ({named}))" for role in staged.labels)
    sums = [
        f"coalesce(t_{role}, '') NOT IN ({', '.join(map(quoted, words))})"
        for role in staged.labels
        if (words := _sums(staged, role))
    ]
    staged.cursor.execute(
        f"SELECT count(*), {blanks} FROM {staged.names.of('fields')} WHERE {' AND '.join([f'({measured})', *sums])}"
    )
    rows, *counts = staged.cursor.fetchall()[0]
    return Found(rows, dict(zip(staged.labels, counts, strict=True)))


def _is_measured(cell: str) -> str:
    """Whether a cell holds more than nothing or zero, as in rows that are prepared for later."""
    return f"{filled_in(cell)} AND trim({cell}, {quoted(ZERO)}) <> ''"


def _sums(staged: Staged, role: Role) -> list[str]:
    texts = distinct(staged.cursor, staged.names.of("texts"), role)
    return [text.text for text in texts if is_total(text.text) or is_statistic(text.text)]


def named(staged: Staged) -> str:
    """Whether a row says anything by itself about when, who and what; one of bare numbers is a sum or a slip."""
    return " OR ".join(filled_in(f"t_{role}") for role in staged.labels)
