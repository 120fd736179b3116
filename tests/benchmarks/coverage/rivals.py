"""What users would otherwise take, beside the product: each gives an interval of the log ratio of the two rounds."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from analysis.model.outcome import Interval
from analysis.statistics import Contrast, Design, PairPrecision, contrast
from tests.benchmarks.coverage.nature import FloatArray, IndexArray, Rows, Study

LEVEL = 0.95


@dataclass(frozen=True)
class Method:
    """A way to an interval; ``None`` where it finds none."""

    name: str
    interval: Callable[[Study, np.random.Generator], Interval | None]


def product(name: str, design: Design) -> Method:
    """The product's own code path, from sufficient statistics to the interval of the reduction."""

    def interval(study: Study, _: np.random.Generator) -> Interval | None:
        result = contrast(*study.samples(), design)
        found = result.interval(LEVEL) if isinstance(result, Contrast) else None
        if not isinstance(found, Interval):
            return None
        return Interval(math.log1p(-found.high), math.log1p(-found.low), LEVEL)

    return Method(name, interval)


def jackknife_with_default_df(study: Study, _: np.random.Generator) -> Interval | None:
    """The product's variance with as many degrees of freedom as R survey would take."""
    result = contrast(*study.samples(), Design(finite_population=False))
    if not isinstance(result, Contrast) or not isinstance(result.precision, PairPrecision):
        return None
    centre = math.log(1 - result.reduction)
    return _around(centre, result.precision.variance, result.employees_in_union - len(study.populations))


def welch_on_rows(study: Study, _: np.random.Generator) -> Interval:
    """Rows taken as independent: the delta method on two means, Welch's degrees of freedom."""
    rounds = [study.baseline.minutes, study.follow_up.minutes]
    terms = [one.var(ddof=1) / (len(one) * one.mean() ** 2) for one in rounds]
    df = sum(terms) ** 2 / sum(term**2 / (len(one) - 1) for term, one in zip(terms, rounds, strict=True))
    return _around(math.log(rounds[1].mean() / rounds[0].mean()), sum(terms), df)


def row_bootstrap(method: str, resamples: int) -> Callable[[Study, np.random.Generator], Interval | None]:
    """``scipy.stats.bootstrap`` on the rows of both rounds."""

    def interval(study: Study, noise: np.random.Generator) -> Interval | None:
        found = stats.bootstrap(
            (study.baseline.minutes, study.follow_up.minutes),
            lambda first, second, axis: np.log(second.mean(axis=axis) / first.mean(axis=axis)),
            n_resamples=resamples,
            method=method,
            vectorized=True,
            rng=noise,
        ).confidence_interval
        return Interval(float(found.low), float(found.high), LEVEL) if found.low <= found.high else None

    return interval


def employee_bootstrap(resamples: int) -> Callable[[Study, np.random.Generator], Interval]:
    """Percentiles; employees drawn anew with all they did, draws that leave a round without anyone not counted."""

    def interval(study: Study, noise: np.random.Generator) -> Interval:
        people = np.union1d(study.baseline.names, study.follow_up.names)
        weights = noise.multinomial(len(people), np.full(len(people), 1 / len(people)), size=resamples)
        minutes, items = (
            np.column_stack(
                [_spread(getattr(one, name), one.names, people) for one in (study.baseline, study.follow_up)]
            )
            for name in ("minutes_per_employee", "items_per_employee")
        )
        drawn = weights[((weights @ items) > 0).all(axis=1)]
        ratios = (drawn @ minutes) / (drawn @ items)
        low, high = np.quantile(np.log(ratios[:, 1] / ratios[:, 0]), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return Interval(float(low), float(high), LEVEL)

    return interval


def taylor(study: Study, _: np.random.Generator) -> Interval:
    """Linearisation with employees as clusters, t(employees - strata): the default of R survey."""
    return _taylor(study, one_stage_correction=False)


def taylor_with_one_stage_correction(study: Study, _: np.random.Generator) -> Interval:
    """The same times 1 - n/N, as if the measured days were all days."""
    return _taylor(study, one_stage_correction=True)


def _taylor(study: Study, one_stage_correction: bool) -> Interval:
    people = np.union1d(study.baseline.names, study.follow_up.names)
    group, centre, residuals = np.zeros(len(people), dtype=np.intp), 0.0, np.zeros(len(people))
    for one, sign in ((study.baseline, -1), (study.follow_up, 1)):
        group[np.searchsorted(people, one.names)] = one.group
        y, x = (_weights(study, one) * sums for sums in (one.minutes_per_employee, one.items_per_employee))
        centre += sign * math.log(y.sum() / x.sum())
        residuals += sign * _spread((y - y.sum() / x.sum() * x) / y.sum(), one.names, people)
    variance = 0.0
    for number, population in enumerate(study.populations):
        own = residuals[group == number]
        part = _fraction(study, number, population.employees) if one_stage_correction else 0.0
        variance += (1 - part) * len(own) * float(own.var(ddof=1))
    return _around(centre, variance, len(people) - len(study.populations))


def _fraction(study: Study, group: int, population: int | None) -> float:
    taken = [int((one.group == group).sum()) for one in (study.baseline, study.follow_up)]
    return sum(taken) / 2 / population if population else 0.0


def _weights(study: Study, rows: Rows) -> FloatArray:
    known = np.array([population.employees or 0 for population in study.populations], dtype=np.float64)
    taken = np.bincount(rows.group, minlength=len(known))
    return (known / taken)[rows.group] if known.all() else np.ones(len(rows.names))


def _spread(values: FloatArray, names: IndexArray, people: IndexArray) -> FloatArray:
    placed = np.zeros(len(people))
    placed[np.searchsorted(people, names)] = values
    return placed


def _around(centre: float, variance: float, df: float) -> Interval:
    reach = float(stats.t.ppf((1 + LEVEL) / 2, df)) * math.sqrt(variance)
    return Interval(centre - reach, centre + reach, LEVEL)
