"""What is wrong with a workbook, cell by cell: all of it in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlsxwriter.utility import xl_rowcol_to_cell

from analysis.model.faults import PlanFault


class CellRule(StrEnum):
    """What a cell is not; each has a sentence that says what to do."""

    EMPTY = "empty"
    NOT_A_DATE = "not_a_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    NOT_YES_NO = "not_yes_no"
    NOT_A_CHOICE = "not_a_choice"
    NO_SUCH_NAME = "no_such_name"
    SEVERAL_OF_NAME = "several_of_name"
    NOT_A_POINT = "not_a_point"
    NOT_A_ROUND = "not_a_round"
    ROUND_NUMBER = "round_number"
    NO_NUMBER = "no_number"
    """The number of a row is no whole number."""
    UNKNOWN_NUMBER = "unknown_number"
    NUMBER_TWICE = "number_twice"
    NO_HEADING = "no_heading"
    UNKNOWN_HEADING = "unknown_heading"
    HEADING_TWICE = "heading_twice"
    HEADING_MISSING = "heading_missing"
    TABLE_TWICE = "table_twice"
    SECOND_PROJECT = "second_project"
    TOO_LONG = "too_long"
    PLAN_RULE = "plan_rule"
    """The cell can be read, but the plan cannot be so: ``fault`` says why."""


class NotReadable(StrEnum):
    """Why a file is no workbook of a plan."""

    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NO_TABLES = "no_tables"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, as Excel calls it; rows and columns count from 0."""

    sheet: str
    row: int
    column: int = 0

    def __str__(self) -> str:
        """
        >>> str(Place("SMARTe mål", 6, 3))
        'SMARTe mål!D7'
        """
        return f"{self.sheet}!{xl_rowcol_to_cell(self.row, self.column)}"


@dataclass(frozen=True, slots=True)
class CellFault:
    """``value`` is what stands there, ``words`` what could stand there instead or what it is about."""

    place: Place
    rule: CellRule
    value: str = ""
    words: str = ""
    kind: str = ""
    fault: PlanFault | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that cannot be understood, before it is known where it stands."""

    rule: CellRule
    words: str = ""
