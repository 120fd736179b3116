"""The page of one goal, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.charts.forest import forest_alt_text, forest_chart
from analysis.charts.guides import forest_guide, trajectory_guide
from analysis.charts.trajectory import trajectory_alt_text, trajectory_chart
from analysis.language import Language
from analysis.language.amounts import change_number
from analysis.language.catalogue import text
from analysis.language.formats import long_date
from analysis.language.sentences import (
    advice_sentence,
    caveat_sentences,
    freed_sentence,
    headline,
    interval_sentence,
    method_sentences,
    not_covered_sentence,
    sample_sentence,
    status_word,
)
from analysis.model.levels import Change
from analysis.model.status import GoalReport
from analysis.model.worth import FreedTime
from analysis.report.document import Figure, GoalPage, Note, badge, figure
from analysis.report.tables import rounds_table

TRAJECTORY_WIDTH, TRAJECTORY_HEIGHT, LOW_TRAJECTORY = 760, 200, 165
"""Lower where what the time is worth needs room on the page as well."""
NARROW_FOREST, WIDE_FOREST = 400, 1000
MOST_GROUPS_BESIDE = 6


def goal_page(report: GoalReport, go_live: date, language: Language) -> GoalPage:
    change = change_number(report.goal, report.goal.target_improvement, language)
    deadline = long_date(language, report.deadline)
    return GoalPage(
        name=report.goal.name,
        asked=text(language, "report.goal", change=change, deadline=deadline),
        headline=headline(report, language),
        badge=badge(report.status, status_word(report.status, report.goal, language)),
        sample=sample_sentence(report, language),
        trajectory=trajectory(report, go_live, language),
        forest=forest(report, language),
        few_groups=few_groups(report),
        table=rounds_table(report, language),
        certainty=tuple(certainty(report, language)),
        caveats=tuple(caveats(report, language)),
        worth=tuple(worth(report, language)),
        small_print=tuple(small_print(report, language)),
    )


def trajectory(report: GoalReport, go_live: date, language: Language) -> Figure:
    height = LOW_TRAJECTORY if isinstance(report.freed, FreedTime) else TRAJECTORY_HEIGHT
    chart = trajectory_chart(report, language, go_live=go_live, title=False, width=TRAJECTORY_WIDTH, height=height)
    guide = trajectory_guide(report, language, go_live=go_live)
    return figure(chart, trajectory_alt_text(report, language), guide)


def forest(report: GoalReport, language: Language) -> Figure | None:
    if report.latest is None or not report.groups:
        return None
    few = few_groups(report)
    width = NARROW_FOREST if few else WIDE_FOREST
    chart = forest_chart(report, language, title=False, width=width, compact=few)
    return figure(chart, forest_alt_text(report, language), forest_guide(report.latest, language))


def few_groups(report: GoalReport) -> bool:
    return 0 < len(report.groups) <= MOST_GROUPS_BESIDE


def certainty(report: GoalReport, language: Language) -> Iterator[Note]:
    """How certain the number is, and what would settle it."""
    change = report.latest.change if report.latest else None
    if isinstance(change, Change):
        said = interval_sentence(change.interval_95, language, report.goal.target_improvement, report.goal)
        yield Note(text(language, "report.certainty"), (said,))
    if report.advice is not None:
        yield Note(text(language, "report.next_measurement"), (advice_sentence(report.advice, language, report.goal),))


def caveats(report: GoalReport, language: Language) -> Iterator[Note]:
    if report.baseline or report.latest:
        said = caveat_sentences(report, language) or (text(language, "report.no_caveats"),)
        yield Note(text(language, "report.caveats"), said)


def worth(report: GoalReport, language: Language) -> Iterator[Note]:
    """What the freed time is worth in a year, where that can be reckoned."""
    if isinstance(report.freed, FreedTime):
        yield Note(text(language, "goal.freed"), (freed_sentence(report.freed, language),))


def small_print(report: GoalReport, language: Language) -> Iterator[Note]:
    """How the numbers were made and what they leave out, wherever there are numbers."""
    newest = report.latest or report.baseline
    if newest is not None:
        population_known = bool(report.groups) and all(group.population is not None for group in report.groups)
        basis = newest.basis
        how = method_sentences(report.goal, population_known, language, basis, report.mode)
        yield Note(text(language, "report.method"), how)
        said = text(language, "interval.meaning"), not_covered_sentence(language, basis)
        yield Note(text(language, "report.interval"), said)
