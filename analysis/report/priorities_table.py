"""The numbers beside the picture that helps to choose few goals."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.charts.changes import NO_NUMBER
from analysis.charts.priority_rows import eases
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import whole
from analysis.language.sentences.priorities import hours_interval
from analysis.model.priorities import Priority
from analysis.model.worth import Yearly
from analysis.report.table import Column, Table


def priorities_table(priorities: Sequence[Priority], language: Language) -> Table:
    """A row for each goal, in the order of the picture."""
    heads = (("potential", True), ("data", False), ("follow_up", False))
    columns = tuple(Column(text(language, f"priorities.head.{key}"), is_number) for key, is_number in heads)
    return Table((Column(text(language, "kind.goal")), *columns), tuple(row(one, language) for one in priorities))


def row(one: Priority, language: Language) -> tuple[str, ...]:
    hours, between, ease = NO_NUMBER, hours_interval(one, language), eases(one, language)
    if isinstance(one.hours, Yearly):
        hours = whole(language, one.hours.amount) + (f" ({between})" if between else "")
    return (one.goal.name, hours, ease["data"], ease["follow_up"])
