"""What Excel offers and lets someone type in a column: lists of names and choices, dates, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from analysis.language.catalogue import text
from analysis.language.sentences import choice_word
from analysis.workbook.columns import Column, Holds
from analysis.workbook.definition import Part, part_of
from analysis.workbook.names import Names

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
CHOICES_FROM = 1
"""The row of the hidden sheet below which the choices stand: side by side, a column for each list, from the second."""
NUMBERS: Mapping[Holds, dict[str, Any]] = {
    Holds.WHOLE: {"validate": "integer", "criteria": ">=", "value": 0},
    Holds.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0},
    Holds.PERCENT: {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 10},
    Holds.DATE: {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY},
}


class Choosing:
    """The lists of one workbook: choices are kept on its hidden sheet, names are those of the other sheets."""

    def __init__(self, hidden: Worksheet, names: Names, ranges: Mapping[Part, str]) -> None:
        self._hidden = hidden
        self._names = names
        self._ranges = ranges
        self._lists: dict[tuple[str, ...], str] = {}

    def set_rule(self, sheet: Worksheet, first: int, last: int, place: int, column: Column) -> None:
        rule = self._rule(column)
        if rule:
            sheet.data_validation(first, place, last, place, rule)

    def _rule(self, column: Column) -> dict[str, Any] | None:
        """Names are offered, not demanded: what is meant by others is told when the workbook is read."""
        language = self._names.language
        if column.holds is Holds.CHOICE:
            return {"validate": "list", "source": self._list([choice_word(one, language) for one in column.choices])}
        if column.holds is Holds.YES_NO:
            words = [text(language, f"choice.yes_no.{word}") for word in ("yes", "no")]
            return {"validate": "list", "source": self._list(words)}
        if column.holds in (Holds.LINK, Holds.LINKS) and column.target:
            part = part_of(column.target)
            rule = {"validate": "list", "source": self._ranges[part], "show_error": False} if part else None
            several = (
                {"input_message": text(language, "workbook.choose_several")} if column.holds is Holds.LINKS else {}
            )
            return {**rule, **several} if rule else None
        if column.holds is Holds.SUBJECT:
            every = [self._names.subject(one) for labels in self._names.labels.values() for one in labels]
            return {"validate": "list", "source": self._list(every), "show_error": False} if every else None
        return NUMBERS.get(column.holds)

    def _list(self, words: list[str]) -> str:
        key = tuple(words)
        if key not in self._lists:
            place = len(self._lists) + 1
            for row, word in enumerate(words, start=CHOICES_FROM):
                self._hidden.write_string(row, place, word[:255])
            letter = xl_col_to_name(place)
            last = CHOICES_FROM + len(words)
            self._lists[key] = f"='{self._hidden.get_name()}'!${letter}${CHOICES_FROM + 1}:${letter}${last}"
        return self._lists[key]
