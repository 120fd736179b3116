"""Rounds with workflows, from rows as short as they can be written, and the decomposition a second time in loops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

from analysis.decomposition import MeasuredTime
from analysis.model.measurement import WorkflowRound
from analysis.model.plan import Volume
from analysis.statistics import Sample
from tests.statistics.rounds_at_hand import sample

Row = tuple[str, str, str, float, float]
"""Target group, employee, workflow, minutes, items."""


@dataclass(frozen=True)
class Measured:
    """One round as rows, with what is known of it."""

    rows: list[Row]
    populations: Mapping[str, int] = field(default_factory=dict)
    volumes: Mapping[str, float] = field(default_factory=dict)
    rounds_per_year: float = 1.0

    @property
    def time(self) -> MeasuredTime:
        return MeasuredTime(
            self._sample(self.rows),
            tuple(WorkflowRound(name, self._sample(self.of(name)).totals) for name in self.workflows),
            tuple(Volume(group, items) for group, items in self.volumes.items()),
            self.rounds_per_year,
        )

    @property
    def workflows(self) -> list[str]:
        return sorted({row[2] for row in self.rows})

    @property
    def employees(self) -> list[tuple[str, str]]:
        return sorted({row[:2] for row in self.rows})

    def of(self, workflow: str) -> list[Row]:
        return [row for row in self.rows if row[2] == workflow]

    def without(self, employee: tuple[str, str]) -> Measured:
        return replace(self, rows=[row for row in self.rows if row[:2] != employee])

    def times(self, factor: float) -> Measured:
        return replace(self, rows=[(*row[:3], row[3] * factor, row[4]) for row in self.rows])

    def _sample(self, rows: list[Row]) -> Sample:
        return sample([(group, name, "", minutes, items) for group, name, _, minutes, items in rows], self.populations)


@dataclass(frozen=True)
class Factors:
    """One round as loops see it: volume, each group's share, each workflow's share of its group, its pace."""

    volume: float
    group: dict[str, float]
    workflow: dict[tuple[str, str], float]
    pace: dict[tuple[str, str], float]

    @property
    def hours(self) -> float:
        cells = self.workflow
        return sum(self.volume * self.group[h] * cells[h, k] * self.pace.get((h, k), 0.0) for h, k in cells) / 60


def factors(measured: Measured, workflows: list[str]) -> Factors:
    groups = sorted({row[0] for row in measured.rows})
    totals = {(h, k): [0.0, 0.0] for h in groups for k in workflows}
    for group, _, workflow, minutes, items in measured.rows:
        totals[group, workflow][0] += minutes
        totals[group, workflow][1] += items
    registered = {h: sum(totals[h, k][1] for k in workflows) for h in groups}
    sizes = {h: len({row[1] for row in measured.rows if row[0] == h}) for h in groups}
    items = dict(measured.volumes) or {
        h: registered[h] * measured.populations[h] / sizes[h] * measured.rounds_per_year for h in groups
    }
    volume = sum(items.values())
    return Factors(
        volume,
        {h: items[h] / volume for h in groups},
        {cell: totals[cell][1] / registered[cell[0]] for cell in totals},
        {cell: minutes / number for cell, (minutes, number) in totals.items() if number},
    )


def by_every_order(before: Measured, after: Measured) -> dict[str, float]:
    """Each factor's hours, averaged over all twenty-four orders of changing one after the other."""
    workflows = sorted({*before.workflows, *after.workflows})
    first, second = factors(before, workflows), factors(after, workflows)
    first = replace(first, pace={**second.pace, **first.pace})
    second = replace(second, pace={**first.pace, **second.pace})
    parts = dict.fromkeys(("volume", "group", "workflow", "pace"), 0.0)
    for order in permutations(parts):
        now = first
        for name in order:
            changed = replace(now, **{name: getattr(second, name)})
            parts[name] += (changed.hours - now.hours) / 24
            now = changed
    return parts
