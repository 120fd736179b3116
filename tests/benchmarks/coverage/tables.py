"""Outcomes as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from tests.benchmarks.coverage.cells import NATURES, OVERLAPS, SIZES
from tests.benchmarks.coverage.running import Outcome

NOMINAL = 0.95
ENOUGH = 0.94
Measured = tuple[Outcome, ...]


def by_size(found: Measured, reference: str) -> str:
    """Each method's mean coverage (and lowest cell) by employees per round, and its width against the reference."""
    head = ["method", *(f"n={size}" for size in SIZES), "cells below 94 %", "width", "studies a cell"]
    return _table(head, [_size_row(method, found, reference) for method in _methods(found)])


def by_nature(found: Measured) -> str:
    """Coverage / median width of one method, by nature and overlap."""
    head = ["", *(f"n={size}: 0/50/100 %" for size in SIZES)]
    rows = [
        [name, *(" ".join(_cell(found, name, size, overlap) for overlap in OVERLAPS) for size in SIZES)]
        for name in NATURES
    ]
    return _table(head, rows)


def by_name(found: Measured) -> str:
    """Coverage of each method in each sample, one number per nature."""
    methods = _methods(found)
    rows = [
        [name, *(" ".join(_percent(one.covered) for one in _of(found, method, name)) for method in methods)]
        for name in dict.fromkeys(one.cell.name for one in found)
    ]
    return _table(["sample", *methods], rows)


def tails(found: Measured) -> str:
    """How often the truth lay on either side."""
    below, above = ([getattr(one, side) for one in found] for side in ("below", "above"))
    return (
        f"Truth below the interval {_percent(np.mean(below))} % (largest cell {_percent(max(below))}), "
        f"above {_percent(np.mean(above))} % (largest cell {_percent(max(above))}). "
        f"Coverage of all {len(found)} cells: mean {_percent(np.mean([one.covered for one in found]))} %, "
        f"lowest {_percent(min(one.covered for one in found))} %. {simulation_error(found)}"
    )


def simulation_error(found: Measured) -> str:
    """Of one cell, in percentage points."""
    studies = min(one.studies for one in found)
    return f"Monte Carlo error of one cell {100 * math.sqrt(NOMINAL * (1 - NOMINAL) / studies):.2f} points."


def _size_row(method: str, found: Measured, reference: str) -> list[str]:
    own = _of(found, method)
    sizes = []
    for size in SIZES:
        covered = [one.covered for one in own if one.cell.employees == size]
        sizes.append(f"{_percent(np.mean(covered))} ({_percent(min(covered))})" if covered else "–")
    few = np.mean([one.covered < ENOUGH for one in own])
    relative = [math.log(one.width / _width(found, reference, one)) for one in own]
    return [method, *sizes, f"{100 * few:.0f} %", f"{math.exp(np.mean(relative)):.2f}", f"{own[0].studies}"]


def _width(found: Measured, method: str, same: Outcome) -> float:
    return next(one.width for one in found if one.method == method and one.cell == same.cell)


def _cell(found: Measured, name: str, size: int, overlap: float) -> str:
    (own,) = (one for one in found if (one.cell.name, one.cell.employees, one.cell.overlap) == (name, size, overlap))
    return f"{_percent(own.covered)}/{own.width:.2f}"


def _methods(found: Measured) -> list[str]:
    return list(dict.fromkeys(one.method for one in found))


def _of(found: Measured, method: str, name: str | None = None) -> list[Outcome]:
    return [one for one in found if one.method == method and name in (None, one.cell.name)]


def _percent(part: float | np.floating) -> str:
    return f"{100 * part:.1f}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
