"""Rounds built from registrations as short as they can be written."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analysis.estimate.registrations import Registration, round_totals
from analysis.model.plan import Population
from analysis.statistics import Sample

Row = tuple[str, str, str, float, float]
"""Target group, employee, day (empty for none), minutes, items."""


def sample(rows: list[Row], populations: Mapping[str, int] | None = None, system_count: float | None = None) -> Sample:
    registrations = [
        Registration(number, "", employee, group, None, day, minutes, items)
        for number, (group, employee, day, minutes, items) in enumerate(rows)
    ]
    known = tuple(Population(group, employees) for group, employees in (populations or {}).items())
    return Sample(round_totals(registrations), known, system_count)


def drawn(
    seed: int, employees: range, group: str = "team", level: float = 20.0, days: int = 5, persistent: float = 0.4
) -> list[Row]:
    """Registrations whose employees keep their own pace from round to round: the pace depends on their name only."""
    noise = np.random.default_rng(seed)
    rows = []
    for number in employees:
        pace = np.exp(np.random.default_rng(number).normal(0, persistent))
        for day in range(days):
            for _ in range(noise.integers(1, 4)):
                minutes = round(float(level * pace * noise.lognormal(0, 0.6)), 1) + 0.5
                rows.append((group, f"e{number:03}", f"2026-01-{day + 5:02}", minutes, 1.0))
    return rows
