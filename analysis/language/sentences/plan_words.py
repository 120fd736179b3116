"""The words of a plan's parts, fields and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import long_date, number, period
from analysis.language.sentences.names import round_name
from analysis.model.choices import PlanKind
from analysis.model.entries import Entry
from analysis.model.fields import Field, Sort
from analysis.model.plan import Goal, Round, TargetGroup


def field_label(kind: PlanKind, name: str, language: Language) -> str:
    """What a field is called.

    >>> field_label(PlanKind.CHANGE, "is_key", Language.ENGLISH)
    'Key change'
    """
    return text(language, f"field.{kind}.{name}")


def choice_word(value: Enum, language: Language) -> str:
    """What a choice is called.

    >>> from analysis.model.choices import Ease, PlanRole
    >>> choice_word(PlanRole.SELECTED_USER, Language.DANISH), choice_word(Ease.EASY, Language.ENGLISH)
    ('Udvalgt bruger', 'Easy')
    """
    family = re.sub(r"(?<!^)(?=[A-Z])", "_", type(value).__name__).lower()
    return text(language, f"choice.{family}.{value.value}")


def plan_names(
    goals: Sequence[Goal],
    rounds: Sequence[Round],
    target_groups: Sequence[TargetGroup],
    entries: Sequence[Entry],
    language: Language,
) -> Mapping[int, str]:
    """What everything that a link can point at is called, by its id."""
    return dict(_names(goals, rounds, target_groups, entries, language))


def _names(
    goals: Sequence[Goal],
    rounds: Sequence[Round],
    target_groups: Sequence[TargetGroup],
    entries: Sequence[Entry],
    language: Language,
) -> Iterator[tuple[int, str]]:
    yield from ((goal.goal_id, goal.name) for goal in goals)
    yield from ((group.target_group_id, group.name) for group in target_groups)
    for one in rounds:
        yield one.round_id, f"{round_name(one.number, language)}, {period(language, one.starts_on, one.ends_on)}"
    for entry in entries:
        if hasattr(entry, "name"):
            yield entry.entry_id, entry.name


def value_words(field: Field, value: object, names: Mapping[int, str], language: Language) -> str:
    """A field's value as one reads it; empty where there is none."""
    if value is None:
        return ""
    if field.sort in (Sort.LINK, Sort.LINKS):
        linked = value if isinstance(value, tuple) else (value,)
        return ", ".join(names.get(each, "") for each in linked)
    if isinstance(value, bool):
        return text(language, "choice.yes_no.yes" if value else "choice.yes_no.no")
    if isinstance(value, Enum):
        return choice_word(value, language)
    if isinstance(value, date):
        return long_date(language, value)
    if isinstance(value, (int, float)):
        return number(language, value, 0 if value == int(value) else 1)
    return str(value)
