"""The numbers beside the picture of why time changed, and beside an early indicator."""

from __future__ import annotations

from analysis.charts.changes import NO_NUMBER
from analysis.language import Language
from analysis.language.amounts import indicator_value
from analysis.language.catalogue import text
from analysis.language.formats import PERCENT_SIGN, short_date, signed_hundredths, signed_whole, whole
from analysis.language.sentences import agreeing_hours
from analysis.model.decomposition import Decomposition, Effect
from analysis.model.measurement import IndicatorSeries
from analysis.model.outcome import NotComputable
from analysis.model.status import GoalReport
from analysis.report.table import Column, Table, columns


def why_table(report: GoalReport, language: Language) -> Table:
    """The hours before, what each factor did to them, and the hours after."""
    why = report.why
    if not isinstance(why, Decomposition):
        return Table((), ())
    hours, before = agreeing_hours(why), round(why.hours_before)
    factors = tuple(
        (
            text(language, f"why.factor.{component.factor}", item=report.goal.item),
            signed_whole(language, told),
            *part_cells(component.effect, language),
        )
        for component, told in zip(why.components, hours, strict=True)
    )
    first = text(language, "why.before"), whole(language, before), NO_NUMBER, NO_NUMBER
    change = text(language, "why.change"), signed_whole(language, sum(hours)), *part_cells(why.change, language)
    last = text(language, "why.after"), whole(language, before + sum(hours)), NO_NUMBER, NO_NUMBER
    return Table(columns(language, "factor", "hours", "part", "part_interval"), (first, *factors, change, last))


def part_cells(effect: Effect, language: Language) -> tuple[str, ...]:
    """An effect as a part of the hours before, with its interval."""
    percent, interval = PERCENT_SIGN[language], effect.part.interval
    part = signed_hundredths(language, effect.part.value) + percent
    if isinstance(interval, NotComputable):
        return part, NO_NUMBER
    low, high = (signed_hundredths(language, end) for end in (interval.low, interval.high))
    return part, text(language, "amount.either_way", low=low, high=high) + percent


def indicator_table(series: IndicatorSeries, language: Language) -> Table:
    """An early indicator by date."""
    rows = tuple(
        (short_date(language, point.day).replace(" ", "\u00a0"), indicator_value(series, point.value, language))
        for point in series.points
    )
    return Table((*columns(language, "day"), Column(series.name, is_number=True)), rows)
