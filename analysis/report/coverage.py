"""The numbers behind the picture of how often an interval holds."""

from __future__ import annotations

from analysis.charts.coverage import METHODS
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import percent
from analysis.report.table import Column, Table


def coverage_table(language: Language) -> Table:
    """A row for each method."""
    columns = (
        Column(text(language, "trust.column_method"), False),
        Column(text(language, "trust.column_held"), True),
    )
    rows = ((text(language, f"trust.method.{one.name}"), percent(language, one.held)) for one in METHODS)
    return Table(columns, tuple(rows))
