"""Dates and names that many rows lack: forgotten, or written once for all the rows below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.ingest.columns.fields import holds_text
from analysis.ingest.columns.lookups import distinct
from analysis.ingest.columns.staging import Names, Table, quoted
from analysis.ingest.kinds import MOST_BY_HAND
from analysis.ingest.layout.layout import LABELS, Layout
from analysis.ingest.options import Cursor, ReadOptions
from analysis.ingest.values.sum_words import is_statistic, is_total
from analysis.model.kinds import Role

FEWEST, MANY = 3, 0.25
"""Fewer empty cells, or a smaller share of them, are cells that somebody forgot."""
_MAY_BE_A_SUM = re.compile(
    r"(?i)\w*(?:sum|total)\b|^\W*\d{1,2}\W*$|\b(?:i ?-? ?alt|saml(?:et|ede)|gn?sn?\.?|gennemsnit\w*|snit|middel\w*"
    r"|overført|transport|resultat|(?:uge|dag|måned)(?:en)?s timer|arbejdet tid|timer brugt)(?!\w)"
)
"""What may begin a row that adds up others, or counts them."""


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
        """The roles of dates and names that have a column, from left to right; none where sheets differ in that."""
        orders = {_in_order(table.layout, self.roles) for table in self.tables}
        return orders.pop() if len(orders) == 1 else ()

    @property
    def needed(self) -> tuple[Role, ...]:
        """Those without which a row cannot count."""
        return tuple(role for role in self.labels if role in self.options.measurement.needed)


def _in_order(layout: Layout, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    placed = [(columns[0].index, role) for role in LABELS if role in roles and (columns := layout.of(role))]
    return tuple(role for _, role in sorted(placed))


def blank_roles(staged: Staged) -> tuple[Role, ...]:
    """The roles that many rows of work lack, each below a row that has it; one of them is needed."""
    if not any(_is_often_blank(staged, role) for role in staged.needed):
        return ()
    blanks = ", ".join(
        f"count(*) FILTER (NOT {holds_text(f't_{role}')} AND ({is_named(staged)}))" for role in staged.labels
    )
    staged.cursor.execute(f"SELECT count(*), {blanks} FROM {staged.names.of('fields')} WHERE {is_plain(staged)}")
    rows, *counts = staged.cursor.fetchall()[0]
    many = [role for role, blank in zip(staged.labels, counts, strict=True) if blank >= max(FEWEST, MANY * rows)]
    found = tuple(role for role in many if _is_often_blank(staged, role))
    return found if rows <= MOST_BY_HAND and set(found) & set(staged.needed) else ()


def _is_often_blank(staged: Staged, role: Role) -> bool:
    """Whether the distinct texts, which cost no look at the rows, show enough empty cells below a filled one."""
    texts, filled = f"FILTER (t_{role} IS NOT NULL", holds_text(f"t_{role}")
    is_below = f"min(first) {texts} AND {filled}) <= min(first) {texts} AND NOT {filled})"
    blank = f"sum(rows) {texts} AND NOT {filled}) >= greatest({FEWEST}, {MANY} * sum(rows) {texts}))"
    staged.cursor.execute(f"SELECT {is_below} AND {blank} FROM {staged.names.of('texts')}")
    return bool(staged.cursor.fetchall()[0][0])


def is_named(staged: Staged) -> str:
    """Whether a row says anything by itself about when, who and what; one of bare numbers is a sum or a slip."""
    return " OR ".join(holds_text(f"t_{role}") for role in staged.labels)


def is_plain(staged: Staged) -> str:
    """Whether a row is plain work: a number stands in it, and no word that sums bear."""
    amounts = [f"t_{role}" for role in staged.roles if role not in LABELS]
    measured = " OR ".join(f"regexp_matches(coalesce({text}, ''), '[1-9]')" for text in amounts) or "true"
    words = {role: _doubtful(staged, role) for role in staged.labels}
    sums = [
        f"coalesce(t_{role}, '') NOT IN ({', '.join(map(quoted, texts))})" for role, texts in words.items() if texts
    ]
    return " AND ".join(["mark IS NULL", f"({measured})", *sums])


def _doubtful(staged: Staged, role: Role) -> list[str]:
    """The texts of a column of which any may stand for a sum."""
    texts = [text.text for text in distinct(staged.cursor, staged.names.of("texts"), role)]
    return [text for text in texts if is_total(text) or is_statistic(text) or _MAY_BE_A_SUM.search(text)]
