"""The numbers beside every chart, already written for the reader: the same on screen, in the PDF and as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.charts.changes import NO_NUMBER, nothing_shown
from analysis.language import Language
from analysis.language.amounts import (
    change_interval_number,
    change_number,
    level_heading,
    level_interval_number,
    level_number,
)
from analysis.language.catalogue import text
from analysis.language.formats import period, short_date, whole
from analysis.language.sentences import basis_text, cases_text, requirement_text, round_name, status_word
from analysis.model.choices import Measure
from analysis.model.levels import Change, Level
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal, Round
from analysis.model.status import Basis, GoalReport, Requirement, RoundResult, StatusReport
from analysis.report.table import Column, Table, columns


def rounds_table(report: GoalReport, language: Language) -> Table:
    """The baseline, the follow-ups and the rounds to come."""
    measured = [result for result in (report.baseline, *report.follow_ups) if result is not None]
    heads = (
        *columns(language, "round", "window"),
        measured_column(measured, language),
        cases_column(report.goal, language),
        Column(level_heading(report.goal, language), is_number=True),
        Column(text(language, f"table.level_interval.{report.goal.measure}"), is_fine=True),
        *columns(language, "change", "change_interval", "requirement", "status"),
    )
    rows = [round_row(result, report, language) for result in measured]
    return Table(heads, (*rows, *(planned_row(planned, language) for planned in report.planned)))


def measured_column(results: Sequence[RoundResult], language: Language) -> Column:
    """The number of employees, or in words what else the intervals were learnt from."""
    return columns(language, "employees" if of_employees(results) else "measured")[0]


def of_employees(results: Iterable[RoundResult]) -> bool:
    return all(result.basis is Basis.EMPLOYEES for result in results)


def measured_cell(result: RoundResult, language: Language, *, in_words: bool) -> str:
    return (basis_text(result, language) or NO_NUMBER) if in_words else whole(language, result.employees)


def cases_column(goal: Goal, language: Language) -> Column:
    if goal.measure is Measure.TIME:
        return columns(language, "registrations")[0]
    key = "cases" if goal.measure is Measure.COUNT else "all_cases"
    heading = text(language, f"table.{key}", item=goal.item)
    return Column(heading[:1].upper() + heading[1:], is_number=True, is_detail=True)


def cases_cell(goal: Goal, result: RoundResult, language: Language) -> str:
    of_time = goal.measure is Measure.TIME or result.cases is None
    return whole(language, result.registrations if of_time else result.cases or 0.0)


def round_row(result: RoundResult, report: GoalReport, language: Language) -> tuple[str, ...]:
    status = report.status if result is report.latest else result.status
    results = [each for each in (report.baseline, *report.follow_ups) if each is not None]
    return (
        round_name(result.round.number, language),
        period(language, result.round.starts_on, result.round.ends_on),
        measured_cell(result, language, in_words=not of_employees(results)),
        cases_cell(report.goal, result, language),
        *level_cells(report.goal, result.level, language),
        *change_cells(report.goal, result.change, result.requirement, language),
        requirement_text(result.requirement, report.goal, language) if result.requirement else NO_NUMBER,
        status_word(status, report.goal, language) if status else NO_NUMBER,
    )


def planned_row(planned: Round, language: Language) -> tuple[str, ...]:
    name = round_name(planned.number, language)
    window = period(language, planned.starts_on, planned.ends_on)
    return (name, window, *[NO_NUMBER] * 7, text(language, "table.planned"))


def level_cells(goal: Goal, level: Level | NotComputable, language: Language) -> tuple[str, ...]:
    """A level and its interval."""
    if isinstance(level, NotComputable):
        return nothing_shown(level, language), NO_NUMBER
    interval = level.interval_95
    shown = level_interval_number(goal, interval, language) if isinstance(interval, Interval) else NO_NUMBER
    return level_number(goal, level.value, language), shown


def change_cells(
    goal: Goal, change: Change | NotComputable | None, requirement: Requirement | None, language: Language
) -> tuple[str, ...]:
    """A change and its interval, with the decimals that tell them from what is required."""
    if not isinstance(change, Change):
        return nothing_shown(change, language), NO_NUMBER
    against, interval = requirement.milestone if requirement else None, change.interval_95
    shown = change_interval_number(goal, interval, language, against) if isinstance(interval, Interval) else NO_NUMBER
    return change_number(goal, change.improvement, language, against), shown


def groups_table(report: GoalReport, language: Language) -> Table:
    """The target groups in the latest follow-up."""
    keys = ("target_group", "employees", "employees_before", "population", "change", "interval", "status")
    requirement = report.latest.requirement if report.latest else None
    rows = tuple(
        (
            group.target_group,
            whole(language, group.employees),
            whole(language, group.employees_before),
            NO_NUMBER if group.population is None else whole(language, group.population),
            *change_cells(report.goal, group.change, requirement, language),
            status_word(group.status, report.goal, language),
        )
        for group in report.groups
    )
    return Table(columns(language, *keys), rows)


def goals_table(report: StatusReport, language: Language) -> Table:
    """All goals with their latest follow-up."""
    latest = [result for goal in report.goals if (result := goal.latest or goal.baseline) is not None]
    heads = (
        *columns(language, "goal", "target", "deadline", "latest_round"),
        measured_column(latest, language),
        *columns(language, "change", "interval", "requirement", "status"),
    )
    in_words = not of_employees(latest)
    return Table(heads, tuple(goal_row(goal, language, in_words=in_words) for goal in report.goals))


def rests_on(goal: Goal, result: RoundResult, language: Language, *, in_words: bool) -> str:
    """What a result was learnt from; of totals the cases, for which this table has no column of their own."""
    if in_words and result.basis is Basis.TOTALS:
        return cases_text(goal, result, language)
    return measured_cell(result, language, in_words=in_words)


def goal_row(report: GoalReport, language: Language, *, in_words: bool) -> tuple[str, ...]:
    goal, latest = report.goal, report.latest or report.baseline
    requirement = latest.requirement if latest else None
    return (
        goal.name,
        change_number(goal, goal.target_improvement, language),
        short_date(language, report.deadline),
        round_name(latest.round.number, language) if latest else NO_NUMBER,
        rests_on(goal, latest, language, in_words=in_words) if latest else NO_NUMBER,
        *change_cells(goal, latest.change if latest else None, requirement, language),
        requirement_text(requirement, goal, language) if requirement else NO_NUMBER,
        status_word(report.status, goal, language),
    )
