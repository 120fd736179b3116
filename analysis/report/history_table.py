"""The change log as a table: who changed what, when, from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import HERE, short_date
from analysis.language.sentences.logged import logged_field, logged_words
from analysis.model.storage import PlanChange
from analysis.report.table import Column, Table

BELONGING = ("goal", "target_group", "round", "subject")
"""The fields that say which parts of the plan an entry belongs to."""
Key = tuple[str, int]
"""A thing of the plan in the log: uploads are numbered by themselves."""


def history_table(log: Sequence[PlanChange], names: Mapping[int, str], language: Language) -> Table:
    """The newest first; what one person did to one thing at once is one row."""
    called = names_in_log(log, names)
    owners = owners_in_log(log, called)
    rows = tuple(row(each, called, owners, language) for each in steps(log))
    return Table(tuple(Column(text(language, f"history.{key}")) for key in ("at", "who", "what", "change")), rows[::-1])


def names_in_log(log: Iterable[PlanChange], names: Mapping[int, str]) -> Mapping[int, str]:
    """What everything is or was called, removed things included."""
    found = {one.entity_id: str(one.after or one.before) for one in log if one.field in ("name", "organisation")}
    return {**found, **names}


def owners_in_log(log: Iterable[PlanChange], names: Mapping[int, str]) -> Mapping[Key, str]:
    """What everything belongs to, for what has no name of its own."""
    found: dict[Key, dict[str, str]] = defaultdict(dict)
    for one in log:
        linked = one.before if one.after is None else one.after
        if one.field in BELONGING and isinstance(linked, int) and linked in names:
            found[key(one)][one.field] = names[linked]
    return {each: ", ".join(said[field] for field in BELONGING if field in said) for each, said in found.items()}


def key(one: PlanChange) -> Key:
    return one.entity, one.entity_id


@dataclass(frozen=True, slots=True)
class Step:
    """What one person did to one thing at once, and whether it was there before and after."""

    lines: tuple[PlanChange, ...]
    was_there: bool
    is_there: bool


def steps(log: Sequence[PlanChange]) -> Iterator[Step]:
    """A field that was empty is no sign of a new thing: only a thing without any field is."""
    held: dict[Key, set[str]] = defaultdict(set)
    for _, group in groupby(log, key=lambda one: (one.changed_at, one.who, key(one))):
        lines = tuple(group)
        there = held[key(lines[0])]
        there |= {line.field for line in lines if line.before is not None}
        was_there = bool(there)
        there -= {line.field for line in lines if line.after is None}
        there |= {line.field for line in lines if line.after is not None}
        yield Step(lines, was_there, bool(there))


def row(step: Step, names: Mapping[int, str], owners: Mapping[Key, str], language: Language) -> tuple[str, ...]:
    first = step.lines[0]
    at = first.changed_at.astimezone(HERE)
    clock = f"{at:%H.%M}" if language is Language.DANISH else f"{at:%H:%M}"
    day = f"{short_date(language, at.date())} {clock}"
    return day, first.who, what(first, names, owners, language), change(step, names, language)


def what(one: PlanChange, names: Mapping[int, str], owners: Mapping[Key, str], language: Language) -> str:
    """``Gevinst: Kortere ventetid``; what has no name of its own is called by what it belongs to."""
    kind = text(language, f"kind.{one.entity}")
    name = names.get(one.entity_id) or owners.get(key(one))
    return f"{kind}: {name}" if name else kind


def change(step: Step, names: Mapping[int, str], language: Language) -> str:
    """What is new, what is gone, or from what to what each field went."""
    told = [line for line in step.lines if line.field not in (*BELONGING, "name")] or step.lines
    if not step.was_there:
        return f"{text(language, 'history.new')} {values(told, 'after', names, language)}".strip()
    if not step.is_there:
        return f"{text(language, 'history.removed')} {values(told, 'before', names, language)}".strip()
    return " ".join(from_to(line, names, language) for line in step.lines)


def values(lines: Iterable[PlanChange], side: str, names: Mapping[int, str], language: Language) -> str:
    said = (
        (logged_field(line.entity, line.field, language), logged_words(*logged(line, side), names, language))
        for line in lines
    )
    return " ".join(
        text(language, "history.value", field=field, value=value.rstrip(".")) for field, value in said if value
    )


def from_to(line: PlanChange, names: Mapping[int, str], language: Language) -> str:
    before, after = (logged_words(*logged(line, side), names, language) for side in ("before", "after"))
    nothing = text(language, "history.empty")
    return text(
        language,
        "history.from_to",
        field=logged_field(line.entity, line.field, language),
        before=before or nothing,
        after=after or nothing,
    )


def logged(line: PlanChange, side: str) -> tuple[str, str, object]:
    return line.entity, line.field, getattr(line, side)
