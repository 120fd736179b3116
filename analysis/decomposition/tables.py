"""One round as the factors of its total time, whole and with each employee deleted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.decomposition.measured_time import Factor, MeasuredTime
from analysis.model.measurement import EmployeeTotals
from analysis.statistics import Mode
from analysis.statistics.columns import Columns, FloatArray
from analysis.statistics.estimators import Combined, Estimator, Expansion

NOTHING = 1e-9
"""A part of a cell's items below this is what rounding leaves of none."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Items and minutes a year. Axes: replicates (the first is the whole round), target groups, workflows.

    ``volume`` (replicates) and ``target_group_mix`` (replicates, target groups) are the items' own unless known.
    """

    items: FloatArray
    minutes: FloatArray
    volume: FloatArray
    target_group_mix: FloatArray

    @property
    def workflow_mix(self) -> FloatArray:
        return self.items / self.items.sum(axis=2, keepdims=True)

    def whole(self) -> Table:
        """The round without deletions, to be held against replicates of the other."""
        return Table(self.items[:1], self.minutes[:1], self.volume[:1], self.target_group_mix[:1])

    def factors(self, other: Table) -> dict[Factor, FloatArray]:
        """The factors with as many axes as it takes to multiply them."""
        return {
            Factor.VOLUME: self.volume[:, None, None],
            Factor.TARGET_GROUP_MIX: self.target_group_mix[:, :, None],
            Factor.WORKFLOW_MIX: self.workflow_mix,
            Factor.MINUTES_PER_ITEM: self.pace(other),
        }
