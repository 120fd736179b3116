"""From samples to estimators: which target groups are compared, how they are weighted, where the correction applies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from analysis.model.mode import Mode
from analysis.model.outcome import NotComputable, Reason
from analysis.statistics.columns import Columns, FloatArray, columns_of
from analysis.statistics.design import Design, Sample
from analysis.statistics.estimators import Combined, Estimator, Expansion, Standardised
from analysis.statistics.jackknife import Scale, can_lose_anyone


class Knowledge(StrEnum):
    """For how many of the target groups the number of employees is known in every round."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Rounds:
    """One round, or the two of a contrast, ready to be estimated over the same target groups.

    ``population`` has one entry per target group and is infinite where no correction is made; ``left_out`` names
    the target groups that are not in every round.
    """

    estimators: tuple[Estimator, ...]
    population: FloatArray
    knowledge: Knowledge
    left_out: tuple[str, ...]

    @property
    def corrected(self) -> bool:
        """Whether known populations correct the variance."""
        return bool(np.isfinite(self.population).all())

    def hindrance(self, scale: Scale) -> Reason | None:
        """Why there can be no interval, if so."""
        if any((e.columns.employees_per_group < 2).any() for e in self.estimators):
            return Reason.TOO_FEW_EMPLOYEES
        if not all(can_lose_anyone(estimator, scale) for estimator in self.estimators):
            return Reason.ZERO_WITHOUT_ONE_EMPLOYEE
        return None


def prepare(samples: tuple[Sample, ...], design: Design) -> Rounds | NotComputable:
    """The rounds over the target groups that all of them measured, or why they have no ratio."""
    if not all(sample.totals.employees for sample in samples):
        return NotComputable(Reason.NOT_MEASURED)
    measured = [sample.target_groups for sample in samples]
    groups = tuple(sorted(frozenset.intersection(*measured)))
    if not groups:
        return NotComputable(Reason.NO_COMMON_TARGET_GROUP)
    columns = tuple(columns_of(sample, groups) for sample in samples)
    populations = np.array([_populations(sample, groups) for sample in samples])
    if any((c.employees_per_group > p).any() for c, p in zip(columns, populations, strict=True)):
        return NotComputable(Reason.MORE_THAN_POPULATION)
    estimators = _estimators(samples, columns, populations, design)
    if isinstance(estimators, NotComputable):
        return estimators
    knowledge = _knowledge(populations)
    correction = design.finite_population and knowledge is Knowledge.ALL and _has_second_stage(columns)
    population = populations.max(axis=0) if correction else np.full(len(groups), np.inf)
    left_out = frozenset.union(*measured) - frozenset(groups)
    return Rounds(estimators, population, knowledge, tuple(sorted(left_out)))


def _estimators(
    samples: tuple[Sample, ...], columns: tuple[Columns, ...], populations: FloatArray, design: Design
) -> tuple[Estimator, ...] | NotComputable:
    knowledge = _knowledge(populations)
    estimators = []
    for sample, round_columns, population in zip(samples, columns, populations, strict=True):
        weight = _weight(round_columns, population, knowledge)
        estimator = _estimator(sample, round_columns, weight, design, knowledge)
        if isinstance(estimator, NotComputable):
            return estimator
        estimators.append(estimator)
    return tuple(estimators)


def _populations(sample: Sample, groups: tuple[str, ...]) -> FloatArray:
    known = {p.target_group: p.employees for p in sample.populations if p.employees is not None}
    return np.array([known.get(group, np.nan) for group in groups], dtype=np.float64)


def _knowledge(populations: FloatArray) -> Knowledge:
    known = ~np.isnan(populations)
    return Knowledge.ALL if known.all() else Knowledge.SOME if known.any() else Knowledge.NONE


def _has_second_stage(columns: tuple[Columns, ...]) -> bool:
    """With one day (or row) for every employee of a round the variation within employees cannot be known."""
    return all(c.units_per_employee > 1 for c in columns)


def _weight(columns: Columns, population: FloatArray, knowledge: Knowledge) -> FloatArray:
    """N_h/n_h; where a population is unknown no group can be weighted against another."""
    if knowledge is not Knowledge.ALL:
        return np.ones(len(columns.keys))
    return (population / columns.employees_per_group)[columns.group]


def _estimator(
    sample: Sample, columns: Columns, weight: FloatArray, design: Design, knowledge: Knowledge
) -> Estimator | NotComputable:
    match design.mode:
        case Mode.COMBINED:
            combined = Combined(columns, weight)
            return combined if combined.items > 0 else NotComputable(Reason.NO_DENOMINATOR)
        case Mode.STANDARDISED:
            return _standardised(columns, design)
        case Mode.EXPANSION:
            if knowledge is not Knowledge.ALL:
                return NotComputable(Reason.POPULATION_MISSING)
            if not sample.system_count:
                return NotComputable(Reason.NO_DENOMINATOR)
            return Expansion(columns, weight, sample.system_count)


def _standardised(columns: Columns, design: Design) -> Standardised | NotComputable:
    volumes = {v.target_group: v.items_per_year for v in design.volumes}
    part = np.array([volumes.get(group, np.nan) for group in columns.groups])
    if np.isnan(part).any() or part.sum() <= 0:
        return NotComputable(Reason.VOLUME_MISSING)
    if (columns.per_group(columns.x) <= 0).any():
        return NotComputable(Reason.NO_DENOMINATOR)
    return Standardised(columns, part / part.sum())
