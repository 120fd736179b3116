"""The numbers beside every chart, already written for the reader: the same on screen, in the PDF and as CSV."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.charts.changes import NO_NUMBER, change_interval_text, nothing_shown
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import minutes, minutes_interval_text, period, short_date, signed_percent, whole
from analysis.language.sentences import requirement_text, round_name, status_word
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Round
from analysis.model.status import Change, GoalReport, Level, Requirement, RoundResult, StatusReport


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; numbers stand to the right."""

    heading: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, one for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


NUMBERS = {"employees", "employees_before", "registrations", "population", "minutes", "change", "target"}


def columns(language: Language, *keys: str, item: str = "") -> tuple[Column, ...]:
    return tuple(Column(text(language, f"table.{key}", item=item), key in NUMBERS) for key in keys)


def rounds_table(report: GoalReport, language: Language) -> Table:
    """The baseline, the follow-ups and the rounds to come."""
    heads = columns(
        language,
        *("round", "window", "employees", "registrations", "minutes", "minutes_interval", "change", "change_interval"),
        *("requirement", "status"),
        item=report.goal.item,
    )
    measured = [result for result in (report.baseline, *report.follow_ups) if result is not None]
    rows = [round_row(result, report, language) for result in measured]
    return Table(heads, (*rows, *(planned_row(planned, language) for planned in report.planned)))


def round_row(result: RoundResult, report: GoalReport, language: Language) -> tuple[str, ...]:
    status = report.status if result is report.latest else result.status
    return (
        round_name(result.round.number, language),
        period(language, result.round.starts_on, result.round.ends_on),
        whole(language, result.employees),
        whole(language, result.registrations),
        *level_cells(result.level, language),
        *change_cells(result.change, result.requirement, language),
        requirement_text(result.requirement, language) if result.requirement else NO_NUMBER,
        status_word(status, report.goal, language) if status else NO_NUMBER,
    )


def planned_row(planned: Round, language: Language) -> tuple[str, ...]:
    name = round_name(planned.number, language)
    window = period(language, planned.starts_on, planned.ends_on)
    return (name, window, *[NO_NUMBER] * 7, text(language, "table.planned"))


def level_cells(level: Level | NotComputable, language: Language) -> tuple[str, ...]:
    """Minutes and their interval."""
    if isinstance(level, NotComputable):
        return nothing_shown(level, language), NO_NUMBER
    interval = level.interval_95
    shown = minutes_interval_text(language, interval) if isinstance(interval, Interval) else NO_NUMBER
    return minutes(language, level.value), shown


def change_cells(
    change: Change | NotComputable | None, requirement: Requirement | None, language: Language
) -> tuple[str, ...]:
    """A change and its interval, with the decimals that tell them from what is required."""
    if not isinstance(change, Change):
        return nothing_shown(change, language), NO_NUMBER
    against, interval = requirement.milestone if requirement else None, change.interval_95
    shown = change_interval_text(interval, language, against) if isinstance(interval, Interval) else NO_NUMBER
    return signed_percent(language, change.improvement, against), shown


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
            *change_cells(group.change, requirement, language),
            status_word(group.status, report.goal, language),
        )
        for group in report.groups
    )
    return Table(columns(language, *keys), rows)


def goals_table(report: StatusReport, language: Language) -> Table:
    """All goals with their latest follow-up."""
    keys = ("goal", "target", "deadline", "latest_round", "employees", "change", "interval", "requirement", "status")
    return Table(columns(language, *keys), tuple(goal_row(goal, language) for goal in report.goals))


def goal_row(report: GoalReport, language: Language) -> tuple[str, ...]:
    latest = report.latest or report.baseline
    requirement = latest.requirement if latest else None
    return (
        report.goal.name,
        signed_percent(language, report.goal.target_improvement),
        short_date(language, report.deadline),
        round_name(latest.round.number, language) if latest else NO_NUMBER,
        whole(language, latest.employees) if latest else NO_NUMBER,
        *change_cells(latest.change if latest else None, requirement, language),
        requirement_text(requirement, language) if requirement else NO_NUMBER,
        status_word(report.status, report.goal, language),
    )
