"""Rows of a file that cannot count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot count. ``row`` is the number Excel shows; ``value`` is shown on screen, never stored."""

    row: int
    sheet: str | None
    column: str | None
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedFor:
    """So many rows cannot count for one reason."""

    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class Rejects:
    """Why a file has too many rows that cannot count: how many of ``all_rows``, for what, and the first of them.

    ``reasons`` begin with the most frequent.
    """

    all_rows: int
    reasons: tuple[RejectedFor, ...]
    first: tuple[RejectedRow, ...]

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.reasons)
