"""How many employees a follow-up needs to settle whether a goal is reached.

The formulas are our own, of the contrast's parts; predicted power was checked against simulated power.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import stats

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Advice
from analysis.statistics.columns import FloatArray, IndexArray
from analysis.statistics.pilot import Pilot, pilot_of
from analysis.statistics.precision import reach_of
from analysis.statistics.variance import NO_VARIATION

__all__ = ["Forecast", "Pilot", "Plan", "advise", "forecast", "pilot_of"]

WANTED_POWER = 0.8
MOST_EMPLOYEES = 400
"""How far the search goes where the population is not known."""
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Plan:
    """The follow-up that is considered.

    ``expected`` and ``target`` are reductions below 1; ``overlap`` is the part of its employees who were in the
    pilot too; ``days`` its length where it differs from the pilot's. ``automation`` tells that part of the items
    disappears, rather than all of them becoming faster.
    """

    expected: float
    target: float
    overlap: float = 0.0
    days: int | None = None
    population: int | None = None
    automation: bool = False
    correlation: float = 0.5
    baseline_employees: int | None = None
    """Where the pilot is a later round than the baseline that the follow-up is held against."""

    def __post_init__(self) -> None:
        if self.expected >= 1 or self.target >= 1:
            raise ValueError(f"expected and target must be below 1, got {self.expected} and {self.target}")
        if not 0 <= self.overlap <= 1:
            raise ValueError(f"overlap must lie between 0 and 1, got {self.overlap}")


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a follow-up with so many employees would show if the expected reduction is the true one."""

    employees: int
    registrations: int
    standard_error: float
    df: float
    power: float
    interval: Interval


def advise(pilot: Pilot, plan: Plan) -> Advice | NotComputable:
    """The smallest follow-up that settles it with a power of 80 %, or why there is none.

    Parameters
    ----------
    pilot
        The latest measured round.
    plan
        What is expected of the next one.

    Example
    -------
    >>> pilot = Pilot(10, between=0.2327, within=0.0606, days=10, registrations_per_employee=20.1, df_per_employee=0.68)
    >>> advise(pilot, Plan(expected=0.8, target=0.6))
    Advice(employees=17, same_employees=False, registrations=342, population=None, to_show=None)
    >>> advise(pilot, Plan(expected=0.62, target=0.6))
    NotComputable(reason=<Reason.BASELINE_IS_THE_LIMIT: 'baseline_is_the_limit'>)
    """
    if math.isclose(plan.expected, plan.target, abs_tol=1e-9):
        return NotComputable(Reason.AT_THE_TARGET)
    sizes = np.arange(2, (plan.population or MOST_EMPLOYEES) + 1)
    enough = sizes[_outlook(pilot, plan, sizes).power >= WANTED_POWER]
    if not enough.size:
        return NotComputable(Reason.BASELINE_IS_THE_LIMIT)
    employees = int(enough[0])
    return Advice(employees, plan.overlap == 1, _registrations(pilot, plan, employees), plan.population)


def forecast(pilot: Pilot, plan: Plan, employees: int) -> Forecast:
    """What a follow-up of so many employees would show."""
    outlook = _outlook(pilot, plan, np.array([employees]))
    error, df = float(outlook.standard_error[0]), float(outlook.df[0])
    reach = reach_of(error**2, df, LEVEL)
    left = 1 - plan.expected
    interval = Interval(1 - left * math.exp(reach), 1 - left * math.exp(-reach), LEVEL)
    registrations = _registrations(pilot, plan, employees)
    return Forecast(employees, registrations, error, df, float(outlook.power[0]), interval)


@dataclass(frozen=True, slots=True, eq=False)
class _Outlook:
    """One entry per size of the follow-up."""

    standard_error: FloatArray
    df: FloatArray
    power: FloatArray


def _outlook(pilot: Pilot, plan: Plan, sizes: IndexArray) -> _Outlook:
    in_both = np.minimum(np.rint(plan.overlap * sizes), np.minimum(_first(pilot, plan), sizes))
    error = np.sqrt(np.maximum(_variance(pilot, plan, sizes, in_both), NO_VARIATION))
    df = _df(pilot, plan, sizes, in_both / np.maximum(_first(pilot, plan), sizes))
    distance = abs(math.log((1 - plan.expected) / (1 - plan.target)))
    power = stats.nct.sf(stats.t.ppf((1 + LEVEL) / 2, df), df, distance / error)
    return _Outlook(error, df, power)


def _variance(pilot: Pilot, plan: Plan, sizes: IndexArray, in_both: FloatArray) -> FloatArray:
    first = _first(pilot, plan)
    per_person = 1 / max(plan.population, first) if plan.population else 0.0
    more_than_chance = in_both / (first * sizes) - per_person
    correlation = np.where(more_than_chance < 0, 1.0, plan.correlation)
    between = (1 / first - per_person) + (1 / sizes - per_person) - 2 * more_than_chance * correlation
    within = pilot.within / first + _within_later(pilot, plan) / sizes
    return np.asarray(pilot.safety * (pilot.between * between + within))


def _df(pilot: Pilot, plan: Plan, sizes: IndexArray, shared: FloatArray) -> FloatArray:
    """Welch's for different employees and the smaller round's for the same, mixed by the part that is shared."""
    baseline = _first(pilot, plan)
    df_first = max(1.0, pilot.df_per_employee * (baseline - 1))
    df_second = np.maximum(1.0, pilot.df_per_employee * (sizes - 1))
    first = (pilot.between + pilot.within) / baseline
    second = (pilot.between + _within_later(pilot, plan)) / sizes
    welch = (first + second) ** 2 / (first**2 / df_first + second**2 / df_second)
    return np.asarray((1 - shared) * welch + shared * np.minimum(df_first, df_second))


def _first(pilot: Pilot, plan: Plan) -> int:
    return plan.baseline_employees or pilot.employees


def _within_later(pilot: Pilot, plan: Plan) -> float:
    return _growth_of_spread(pilot, plan) * pilot.within / _longer(pilot, plan)


def _growth_of_spread(pilot: Pilot, plan: Plan) -> float:
    """phi: when items disappear, those that are left differ relatively more from the mean."""
    squared_cv = pilot.within * pilot.registrations_per_employee
    if not plan.automation or squared_cv == 0:
        return 1.0
    return ((1 + squared_cv) / (1 - plan.expected) - 1) / squared_cv


def _longer(pilot: Pilot, plan: Plan) -> float:
    return plan.days / pilot.days if plan.days and pilot.days else 1.0


def _registrations(pilot: Pilot, plan: Plan, employees: int) -> int:
    return round(employees * pilot.registrations_per_employee * _longer(pilot, plan))
