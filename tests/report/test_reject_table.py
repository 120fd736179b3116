"""The rows to repair say where and what on every screen."""

from __future__ import annotations

from analysis.ingest import Rejection
from analysis.language import Language
from analysis.model.rejects import RejectedRow
from analysis.report.rejects import reject_table

REJECTED = (
    RejectedRow(3, None, "minutter", "mange", Rejection.INVALID_NUMBER),
    RejectedRow(4, None, "medarbejder", "", Rejection.MISSING_VALUE),
    RejectedRow(5, None, None, "", Rejection.TOO_FEW_FIELDS),
)


def shown(*, is_narrow: bool) -> list[tuple[str, ...]]:
    table = reject_table(REJECTED, Language.DANISH, is_narrow=is_narrow)
    return [tuple(column.heading for column in table.columns), *(row[:-1] for row in table.rows)]


def test_a_wide_screen_has_a_column_for_each() -> None:
    assert shown(is_narrow=False) == [
        ("Række", "Kolonne", "Værdi", "Hvad skal rettes"),
        ("3", "minutter", "mange"),
        ("4", "medarbejder", ""),
        ("5", "", ""),
    ]


def test_on_a_telephone_the_value_stands_with_its_column() -> None:
    assert shown(is_narrow=True) == [
        ("Række", "Kolonne", "Hvad skal rettes"),
        ("3", "minutter: mange"),
        ("4", "medarbejder"),
        ("5", ""),
    ]
