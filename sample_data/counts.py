"""What systems counted: calls to the switchboard and applications day by day, early indicators week by week.

Synthetic, as all here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chance import Chance
from staff import SEED
from work import FRIDAY, working_days

CALLS_A_DAY = (118, 112, 104, 99)
"""On an ordinary day, at the baseline and in each follow-up."""
WEEKDAYS = (1.22, 1.03, 0.96, 0.94, 0.85)
BUSY_DAYS = 0.06
APPLICATIONS_A_DAY = 64
DIGITAL = (0.47, 0.56, 0.66, 0.73)

UNTOUCHED, CHECKED_AGAIN, LOGIN_CALLS = (
    "Sager oprettet, uden at nogen rører dem, i procent",
    "Stikprøver slået efter en gang til, af 20",
    "Opkald om, hvordan man logger på, pr. uge",
)
COURSES = {UNTOUCHED: (12.0, 76.0), CHECKED_AGAIN: (14.0, 3.0), LOGIN_CALLS: (47.0, 6.0)}
"""Each early indicator in the first week and where it is heading."""
WEEKS_TO_HALF = 7


@dataclass(frozen=True, slots=True)
class WeekOfIndicator:
    """The value of one week, known on its Friday."""

    day: date
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class DayOfCalls:
    day: date
    calls: int


@dataclass(frozen=True, slots=True)
class DayOfApplications:
    day: date
    digital: int
    all: int


def calls(number: int, starts_on: date, ends_on: date) -> Iterator[DayOfCalls]:
    """The calls of every working day of a round; Mondays are busy."""
    for day in working_days(starts_on, ends_on):
        chance = Chance(SEED, "calls", day)
        expected = CALLS_A_DAY[number] * WEEKDAYS[day.weekday()] * chance.around_one(BUSY_DAYS)
        yield DayOfCalls(day, chance.number(expected))


def applications(number: int, starts_on: date, ends_on: date) -> Iterator[DayOfApplications]:
    """The applications of every working day of a round, and how many of them came in digitally."""
    for day in working_days(starts_on, ends_on):
        chance = Chance(SEED, "applications", day)
        received = chance.number(APPLICATIONS_A_DAY * WEEKDAYS[day.weekday()])
        yield DayOfApplications(day, sum(chance.happens(DIGITAL[number]) for _ in range(received)), received)


def indicators(go_live: date, until: date) -> Iterator[WeekOfIndicator]:
    """Every week from go-live on: a steep beginning, then slower."""
    fridays = [day for day in working_days(go_live, until) if day.weekday() == FRIDAY]
    for name, (first, last) in COURSES.items():
        for week, friday in enumerate(fridays):
            expected = last + (first - last) * 0.5 ** (week / WEEKS_TO_HALF)
            yield WeekOfIndicator(friday, name, Chance(SEED, name, friday).number(expected))


def write_indicators(path: Path, weeks: Iterator[WeekOfIndicator]) -> None:
    _write(path, ("Dato", "Indikator", "Værdi"), [(f"{one.day:%d-%m-%Y}", one.name, one.value) for one in weeks])


def write_calls(path: Path, days: Iterator[DayOfCalls]) -> None:
    rows = [(f"{one.day:%d-%m-%Y}", "Telefonopkald", one.calls) for one in days]
    _write(path, ("Dato", "Arbejdsgang", "Antal"), rows)


def write_applications(path: Path, days: Iterator[DayOfApplications]) -> None:
    rows = [(f"{one.day:%d-%m-%Y}", "Ansøgninger", one.digital, one.all) for one in days]
    _write(path, ("Dato", "Arbejdsgang", "Antal digitale", "Antal i alt"), rows)


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([header, *rows])
    path.write_bytes(text.getvalue().encode("cp1252"))
