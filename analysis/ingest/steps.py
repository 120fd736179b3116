"""How far each step of reading is along the whole, as ``progress`` is told."""

from __future__ import annotations

from collections.abc import Callable

Beat = Callable[[float], None]
"""Called with the part of a file that is done; it may raise in order to cancel."""
STEPS = (CLEANING_FROM, LINES_FROM, COLUMNS_FROM, ROWS_FROM, SUMMARY_FROM) = (0.05, 0.35, 0.45, 0.6, 0.85)


def end_of_step(fraction: float) -> float:
    """Where the next step begins."""
    return next((start for start in STEPS if start > fraction), 1.0)


def unheard(part: float) -> None:
    """Nobody watches."""
