"""What keeps a file or its settings from being used, as sentences that say where and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Unusable:
    """The faults that were found, in English, in the order of the file."""

    faults: tuple[str, ...]


def unusable(faults: Sequence[str]) -> Unusable:
    """The first faults, and how many more there are."""
    more = len(faults) - MOST_SHOWN
    return Unusable((*faults[:MOST_SHOWN], *((f"And {more} more like these.",) if more > 0 else ())))
