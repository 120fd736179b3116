"""What the columns and the labels of a stored file were taken for."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import role_word
from analysis.model.kinds import Measurement
from analysis.model.storing import LabelMatch
from analysis.model.upload import ColumnMatch
from analysis.report.table import Column, Table


def columns_table(columns: Sequence[ColumnMatch], measurement: Measurement, language: Language) -> Table:
    """Every column of the file, its role and why."""
    headings = tuple(Column(text(language, f"columns.{key}")) for key in ("column", "read_as", "why"))
    unused = (text(language, "columns.unused"), "")
    rows = (
        (
            column.header,
            *((role_word(column.role, measurement, language), _why(column, language)) if column.role else unused),
        )
        for column in columns
    )
    return Table(headings, tuple(rows))


def _why(column: ColumnMatch, language: Language) -> str:
    return text(language, f"columns.evidence.{column.evidence}")


def labels_table(labels: Sequence[LabelMatch], language: Language) -> Table:
    """The words of the file beside the plan's; no name where the rows were left out."""
    headings = tuple(Column(text(language, f"columns.{key}")) for key in ("label", "in_plan"))
    left_out = text(language, "columns.left_out")
    return Table(headings, tuple((match.label, match.name or left_out) for match in labels))
