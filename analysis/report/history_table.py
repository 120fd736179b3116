"""The change log as a table: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import short_date
from analysis.language.sentences.logged import logged_field, logged_words
from analysis.model.storage import PlanChange
from analysis.report.table import Column, Table

HERE = ZoneInfo("Europe/Copenhagen")
BELONGING = ("goal", "round", "subject")
"""The fields that say which part of the plan an entry belongs to."""


def history_table(log: Sequence[PlanChange], names: Mapping[int, str], language: Language) -> Table:
    """The newest first; what one person did to one thing at once is one row."""
    called = names_in_log(log, names)
    rows = tuple(row(lines, called, language) for lines in together(log))
    return Table(tuple(Column(text(language, f"history.{key}")) for key in ("at", "who", "what", "change")), rows[::-1])


def names_in_log(log: Iterable[PlanChange], names: Mapping[int, str]) -> Mapping[int, str]:
    """What everything is or was called, removed things included."""
    found = {one.entity_id: str(one.after or one.before) for one in log if one.field in ("name", "organisation")}
    return {**found, **names}


def together(log: Sequence[PlanChange]) -> Iterator[tuple[PlanChange, ...]]:
    """The lines of one change of one thing."""
    for _, lines in groupby(log, key=lambda one: (one.changed_at, one.who, one.entity, one.entity_id)):
        yield tuple(lines)


def row(lines: Sequence[PlanChange], names: Mapping[int, str], language: Language) -> tuple[str, ...]:
    at = lines[0].changed_at.astimezone(HERE)
    day = f"{short_date(language, at.date())} {at:%H.%M}"
    return day, lines[0].who, what(lines, names, language), change(lines, names, language)


def what(lines: Sequence[PlanChange], names: Mapping[int, str], language: Language) -> str:
    """``Gevinst: Kortere ventetid``; what has no name of its own is called by what it belongs to."""
    one = lines[0]
    kind = text(language, f"kind.{one.entity}")
    linked = next((line.after or line.before for line in lines if line.field in BELONGING), None)
    name = names.get(one.entity_id) or (names.get(linked) if isinstance(linked, int) else None)
    return f"{kind}: {name}" if name else kind


def change(lines: Sequence[PlanChange], names: Mapping[int, str], language: Language) -> str:
    """What is new, what is gone, or from what to what each field went."""
    told = [line for line in lines if line.field not in (*BELONGING, "name")] or lines
    if all(line.before is None for line in lines):
        return f"{text(language, 'history.new')} {values(told, 'after', names, language)}".strip()
    if all(line.after is None for line in lines):
        return f"{text(language, 'history.removed')} {values(told, 'before', names, language)}".strip()
    return " ".join(from_to(line, names, language) for line in lines)


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
