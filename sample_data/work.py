"""The work behind the registrations: what an employee measures on a day, before and after KSD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from chance import Chance
from staff import SEED, Employee, employees

FRIDAY = 4
FIRST_OF_MAY = date(2026, 5, 1)
MINUTES_PER_CALL = 9.5
MINUTES_PER_INTERVIEW = 24
SPREAD_BETWEEN_DAYS = 0.3
MINUTES_FOR_DOCUMENTS = 330


@dataclass(frozen=True, slots=True)
class Registration:
    """One employee's work on one workflow on one day; ``count`` is ``None`` where nothing is counted."""

    day: date
    employee: str
    target_group: str
    workflow: str
    minutes: float
    count: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of filing a document: its minutes by hand, and its part of the minutes spent on double-checking."""

    workflow: str
    minutes: float
    part_of_checking: float


@dataclass(frozen=True, slots=True)
class Phase:
    """How far the change has come in a round.

    ``by_hand`` is the part of the documents that KSD does not file by itself, ``checking`` the minutes that
    double-checking one of the others takes, ``call`` the length of a call against the baseline.
    """

    by_hand: float
    checking: float
    call: float
    absence: float
    interviews_measured: bool = False


STEPS = (Step("Scan", 1.2, 0.05), Step("Fordel", 1.7, 0.15), Step("Opret sag", 2.0, 0.4), Step("Stamdata", 1.8, 0.4))
PHASES = (
    Phase(by_hand=1.0, checking=0.0, call=1.0, absence=0.06, interviews_measured=True),
    Phase(by_hand=0.43, checking=1.64, call=0.82, absence=0.08),
    Phase(by_hand=0.24, checking=1.31, call=0.69, absence=0.14),
    Phase(by_hand=0.1, checking=0.73, call=0.53, absence=0.07),
)


def registrations(round_number: int, starts_on: date, ends_on: date) -> tuple[Registration, ...]:
    """All registrations of a round, day by day."""
    rows = (
        row
        for day in working_days(starts_on, ends_on)
        for employee in employees(round_number)
        for row in measured(employee, day, PHASES[round_number])
    )
    return tuple(row for row in rows if row.minutes > 0)


def working_days(starts_on: date, ends_on: date) -> Iterator[date]:
    """Mondays to Fridays: no Danish public holiday of 2026 falls in the four windows."""
    days = (starts_on + timedelta(offset) for offset in range((ends_on - starts_on).days + 1))
    return (day for day in days if day.weekday() <= FRIDAY)


def measured(employee: Employee, day: date, phase: Phase) -> Iterator[Registration]:
    """One employee's day, empty where the employee is absent."""
    chance = Chance(SEED, employee.initials, day)
    # The first of May is no public holiday, but by local agreement many have it off.
    if chance.happens(0.5 if day == FIRST_OF_MAY else phase.absence):
        return
    workday = Workday(employee, day, chance)
    yield from workday.documents(phase)
    yield workday.calls(phase)
    if phase.interviews_measured:
        yield workday.interviews()


@dataclass(frozen=True, slots=True)
class Workday:
    """One employee at work on one day."""

    employee: Employee
    day: date
    chance: Chance

    def documents(self, phase: Phase) -> Iterator[Registration]:
        """The four steps: documents still filed by hand, and a look at those that KSD has filed."""
        received = self._received()
        still_by_hand = phase.by_hand**self.employee.group.uptake
        by_hand = sum(self.chance.happens(still_by_hand) for _ in range(received))
        checking = (received - by_hand) * phase.checking * self.employee.checking
        for step in STEPS:
            minutes = by_hand * step.minutes * self.employee.pace + checking * step.part_of_checking
            yield self._registration(step.workflow, minutes, received if step.workflow == "Scan" else None)

    def _received(self) -> int:
        """The documents that came in: never more than could be filed by hand in a day."""
        most = MINUTES_FOR_DOCUMENTS / (sum(step.minutes for step in STEPS) * self.employee.pace)
        return min(self.chance.number(self.employee.group.documents_per_day * self.employee.load), int(most))

    def calls(self, phase: Phase) -> Registration:
        """Telephone guidance, shorter once the case can be looked up in one place."""
        calls = self.chance.number(self.employee.group.calls_per_day)
        minutes = calls * MINUTES_PER_CALL * phase.call * self.employee.call_pace
        return self._registration("Telefonvejledning", minutes, calls)

    def interviews(self) -> Registration:
        """Preparation of follow-up interviews."""
        interviews = self.chance.number(self.employee.group.interviews_per_day)
        return self._registration("Samtaleforberedelse", interviews * MINUTES_PER_INTERVIEW, interviews)

    def _registration(self, workflow: str, minutes: float, count: int | None) -> Registration:
        half_minutes = round(2 * minutes * self.chance.around_one(SPREAD_BETWEEN_DAYS))
        # What is counted has taken time, if only a look through the documents that KSD filed.
        minutes = max(half_minutes, 1 if count else 0) / 2
        return Registration(self.day, self.employee.initials, self.employee.group.name, workflow, minutes, count)
