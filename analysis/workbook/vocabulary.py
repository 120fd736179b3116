"""The words of a workbook, kept in it: it can be read by a program that has come to call things otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.sentences import choice_word
from analysis.workbook.columns import Column
from analysis.workbook.definition import TABLES, Part

POINTS = "checklist.point."
NUMBER = "number"


def title_of(part: Part, language: Language) -> str:
    return text(language, f"workbook.table.{part}")


def heading(column: Column, language: Language) -> str:
    """A column is called as its field, or shorter where the workbook has a word of its own."""
    return catalogue(language).get(f"workbook.column.{column.label}") or text(language, f"field.{column.label}")


def column_key(part: Part, column: Column) -> str:
    return f"column.{part}.{column.name}"


def choice_key(column: Column, value: object) -> str:
    return f"choice.{column.label}.{value}"


def words(language: Language) -> Iterator[tuple[str, str]]:
    """Everything that reading a workbook goes by, with its key."""
    yield NUMBER, text(language, "workbook.number")
    for table in TABLES:
        yield f"table.{table.part}", title_of(table.part, language)
        for column in table.columns:
            yield column_key(table.part, column), heading(column, language)
            for choice in column.choices:
                yield choice_key(column, choice.value), choice_word(choice, language)
    for key, word in catalogue(language).items():
        if key.startswith(POINTS):
            yield key, word


def lines(language: Language) -> tuple[str, ...]:
    return tuple(f"{key}\t{word}" for key, word in words(language))


def read_lines(written: Sequence[str]) -> Mapping[str, str]:
    """The words by their keys."""
    found = (line.partition("\t") for line in written)
    return {key: word for key, tab, word in found if tab}
