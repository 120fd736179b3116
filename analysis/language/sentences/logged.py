"""A value as the change log keeps it, in the words of the reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.formats import long_date, number, percent
from analysis.language.sentences.plan_words import choice_word
from analysis.model.choices import PlanKind
from analysis.model.fields import TYPES, Sort, fields_of

SHARES = {"target_improvement", "realisation_share", "improvement"}
WORDS = {
    "measure": "goals.about",
    "direction": "goals.way",
    "target_unit": "goals.in",
    "denominator": "goals.per",
}
"""The families of texts that name the choices of a goal."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T.*)?")


def logged_words(kind: str, field: str, value: Any, names: Mapping[int, str], language: Language) -> str:
    """The value of a field as one reads it; empty where there is none.

    >>> logged_words("goal", "target_improvement", 0.85, {}, Language.ENGLISH)
    '85%'
    >>> logged_words("benefit", "owner", 7, {7: "Anne Vad"}, Language.DANISH)
    'Anne Vad'
    """
    if value is None:
        return ""
    entry_field = next((each for each in entry_fields(kind) if each.name == field), None)
    if entry_field and entry_field.target:
        return ", ".join(names.get(each, "") for each in (value if isinstance(value, list) else [value]))
    if entry_field and entry_field.sort is Sort.CHOICE:
        return choice_word(next(choice for choice in entry_field.choices if choice.value == value), language)
    if field in WORDS:
        return text(language, f"{WORDS[field]}.{value}")
    if field == "milestones":
        value = [each | {"activity": names.get(each.get("activity"))} for each in value]
    return plain_words(field, value, language)


def entry_fields(kind: str) -> tuple[Any, ...]:
    return fields_of(PlanKind(kind)) if kind in list(TYPES) else ()


def plain_words(field: str, value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return text(language, "choice.yes_no.yes" if value else "choice.yes_no.no")
    if isinstance(value, (int, float)):
        return percent(language, value) if field in SHARES else number(language, value, 0 if value == int(value) else 1)
    if isinstance(value, list):
        return ", ".join(plain_words(field, each, language) for each in value)
    if isinstance(value, dict):
        told = (plain_words(name, each, language) for name, each in sorted(value.items()) if each not in (None, ""))
        return " / ".join(told)
    return day_words(value, language)


def day_words(value: str, language: Language) -> str:
    return long_date(language, date.fromisoformat(value[:10])) if DAY.fullmatch(value) else value


def logged_field(kind: str, field: str, language: Language) -> str:
    """What a field of the log is called."""
    if field.startswith("population "):
        return text(language, "history.population", group=field.removeprefix("population "))
    if field.startswith("system_count "):
        return text(language, "history.system_count")
    key = f"field.{kind}.{field}"
    return text(language, key) if key in catalogue(language) else text(language, "history.other_field")
