"""One round's items and minutes by target group and workflow, whole and with each employee deleted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.decomposition.measured_time import MeasuredTime
from analysis.model.measurement import WorkflowRound
from analysis.statistics import Mode
from analysis.statistics.columns import Columns, FloatArray
from analysis.statistics.estimators import Combined, Estimator, Expansion

NOTHING = 1e-9
"""A smaller part of a total than this is what rounding leaves of none."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Items and minutes a year, on three axes: replicates (the first is the whole round), target groups, workflows.

    ``group_items`` have the first two of them and are the items' own unless volumes are known.
    """

    items: FloatArray
    minutes: FloatArray
    group_items: FloatArray

    @property
    def whole(self) -> Table:
        """The round without deletions."""
        return Table(self.items[:1], self.minutes[:1], self.group_items[:1])

    @property
    def has_minutes_without_items(self) -> bool:
        """Whether there is time that is no time per item."""
        whole = self.whole
        return bool((whole.minutes[whole.items == 0] > 0).any() or (whole.items.sum(axis=2) == 0).any())


def table_of(time: MeasuredTime, workflows: tuple[str, ...], estimator: Estimator, with_deletions: bool) -> Table:
    """The table of a round, over the target groups of its estimator."""
    columns = estimator.columns
    weight = _weight_per_group(estimator)[:, None] * time.rounds_per_year
    items, minutes = (
        weight * _replicates(columns, values, with_deletions)
        for values in (
            _per_workflow(time.parts, workflows, columns, "x", columns.x),
            _per_workflow(time.parts, workflows, columns, "y", columns.y),
        )
    )
    match time.mode:
        case Mode.EXPANSION:
            minutes = minutes.sum(axis=(1, 2), keepdims=True)
            items = np.full_like(minutes, (time.sample.system_count or 0.0) * time.rounds_per_year)
            return Table(items, minutes, items[:, :, 0])
        case Mode.STANDARDISED:
            return Table(items, minutes, np.broadcast_to(volumes_of(time, columns.groups), items.shape[:2]))
        case Mode.COMBINED:
            return Table(items, minutes, items.sum(axis=2))


def volumes_of(time: MeasuredTime, groups: tuple[str, ...]) -> FloatArray:
    """The yearly volume of each target group, NaN where there is none."""
    known = {volume.target_group: volume.items_per_year for volume in time.volumes}
    return np.array([known.get(group, np.nan) for group in groups])


def _weight_per_group(estimator: Estimator) -> FloatArray:
    """N_h/n_h; where volumes are known the weights of a group's employees cancel."""
    columns = estimator.columns
    if isinstance(estimator, Combined | Expansion):
        return columns.per_group(estimator.weight) / columns.employees_per_group
    return np.ones(len(columns.groups))


def _per_workflow(
    parts: tuple[WorkflowRound, ...], workflows: tuple[str, ...], columns: Columns, name: str, whole: FloatArray
) -> FloatArray:
    """Each employee's sum in each workflow (employees, workflows); none is zero."""
    if len(workflows) == 1:
        return whole[:, None]
    place = {key: position for position, key in enumerate(columns.keys)}
    values = np.zeros((len(columns.keys), len(workflows)))
    for part in parts:
        for employee in part.totals.employees:
            key = (employee.target_group, employee.employee)
            if key in place:
                values[place[key], workflows.index(part.workflow)] += getattr(employee, name)
    return values


def _replicates(columns: Columns, values: FloatArray, with_deletions: bool) -> FloatArray:
    """The groups' totals, then with one employee deleted and the rest of the group reweighted by n/(n-1)."""
    totals = np.zeros((len(columns.groups), values.shape[1]))
    np.add.at(totals, columns.group, values)
    if not with_deletions:
        return totals[None]
    own, employees = totals[columns.group], columns.employees[:, None]
    rest = np.where(own - values > NOTHING * own, own - values, 0.0) * employees / (employees - 1)
    deleted = np.repeat(totals[None], len(values), axis=0)
    deleted[np.arange(len(values)), columns.group] = rest
    return np.concatenate([totals[None], deleted])
