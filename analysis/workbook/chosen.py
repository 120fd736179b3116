"""Words for one of several things: choices, rounds and points of a checklist, in any case and either language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.sentences import choice_word
from analysis.workbook.cells import Content
from analysis.workbook.columns import Column
from analysis.workbook.faults import CellRule, Wrong
from analysis.workbook.names import tidy
from analysis.workbook.typed import as_text
from analysis.workbook.vocabulary import POINTS, choice_key


def as_choice(column: Column, cell: Content, language: Language, own: Mapping[str, str]) -> Enum | Wrong:
    """A choice by its word in either language, by the workbook's own or by its code."""
    typed = tidy(as_text(cell))
    words = {
        one: (str(one.value), own.get(choice_key(column, one.value), ""), *words_of(one)) for one in column.choices
    }
    found = (one for one in column.choices if typed in map(tidy, words[one]))
    known = ", ".join(choice_word(one, language) for one in column.choices)
    return next(found, Wrong(CellRule.NOT_A_CHOICE, known))


@cache
def words_of(choice: Enum) -> tuple[str, ...]:
    return tuple(choice_word(choice, language) for language in Language)


def as_round_number(cell: Content) -> int | Wrong:
    """
    >>> as_round_number("baselinemåling"), as_round_number("Follow-up 3")
    (0, 3)
    """
    typed = tidy(as_text(cell))
    for language in Language:
        if typed == tidy(text(language, "round.baseline")):
            return 0
        before, after = tidy(text(language, "round.follow_up", number="#")).split("#")
        if found := re.fullmatch(rf"{re.escape(before)}\s*(\d+){re.escape(after)}", typed):
            return int(found[1])
    return Wrong(CellRule.NOT_A_ROUND)


def as_point(cell: Content, own: Mapping[str, str]) -> str | Wrong:
    """The code of a point of a checklist."""
    typed = tidy(as_text(cell))
    codes = {tidy(word): key for key, word in own.items() if key.startswith(POINTS)}
    known = points_by_word().get(typed) or codes.get(typed, "").removeprefix(POINTS)
    return known or Wrong(CellRule.NOT_A_POINT)


@cache
def points_by_word() -> Mapping[str, str]:
    return dict(_points())


def _points() -> Iterator[tuple[str, str]]:
    for language in Language:
        for key, words in catalogue(language).items():
            if key.startswith(POINTS):
                yield tidy(words), key.removeprefix(POINTS)
