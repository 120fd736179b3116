"""Rows of intervals between texts: the values and the geometry that the charts of groups and of goals share."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap

from analysis.charts import theme
from analysis.charts.placement import LETTER_WIDTH, LINE_HEIGHT, text_width
from analysis.model.levels import Change
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Status

AIR = 20
GAP = 24
BAR_ROOM = 28
"""Height of an interval under its texts in a narrow chart."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An estimate with its 95 % and 80 % interval, in the unit of the plot."""

    value: float
    thin: Interval | None
    thick: Interval | None

    @property
    def lowest(self) -> float:
        return self.thin.low if self.thin else self.value

    @property
    def highest(self) -> float:
        return self.thin.high if self.thin else self.value


def drawn(change: Change | NotComputable | None, whole: float = 1.0) -> Drawn | None:
    """A reduction as parts of ``whole``; ``None`` where there is nothing to draw."""
    if not isinstance(change, Change):
        return None
    parts = (
        Interval(known.low / whole, known.high / whole, known.level) if isinstance(known, Interval) else None
        for known in (change.interval_95, change.interval_80)
    )
    return Drawn(change.improvement / whole, *parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart; where nothing is drawn the words say why."""

    name: str
    details: str
    drawn: Drawn | None
    number: str
    status: Status
    word: str


@dataclass(frozen=True, slots=True)
class Headings:
    """Over the columns; an empty text leaves the heading out, and the details column with it."""

    details: str
    number: str
    status: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows from top to bottom in pixels. In a narrow chart the texts stand above each interval, not beside it."""

    rows: tuple[Row, ...]
    headings: Headings
    low: float
    high: float
    width: float
    compact: bool

    @property
    def size(self) -> int:
        return theme.SMALL_TEXT_SIZE if self.compact else theme.TEXT_SIZE

    @property
    def line(self) -> float:
        return math.ceil(LINE_HEIGHT * self.size)

    @property
    def name_width(self) -> float:
        """Up to a quarter of the chart: longer names are broken."""
        longest = text_width([row.name for row in self.rows], self.size) + GAP
        return self.width if self.compact else min(longest, 0.25 * self.width)

    @property
    def details_width(self) -> float:
        if self.compact or not self.headings.details:
            return 0
        lines = [line for row in self.rows for line in row.details.split("\n")]
        return text_width([self.headings.details, *lines], self.size) + 1.5 * GAP

    @property
    def number_width(self) -> float:
        return text_width([self.headings.number, *(row.number for row in self.rows)], self.size)

    def name_of(self, row: Row) -> str:
        """The name, broken to fit its column."""
        return "\n".join(wrap(row.name, int((self.name_width - GAP) / (LETTER_WIDTH * self.size))))

    @property
    def name_heights(self) -> tuple[float, ...]:
        return tuple(self.line * (self.name_of(row).count("\n") + 1) for row in self.rows)

    @property
    def heights(self) -> tuple[float, ...]:
        if self.compact:
            rooms = [BAR_ROOM if row.drawn else 0 for row in self.rows]
            return tuple(sum(pair) + self.line + AIR / 2 for pair in zip(self.name_heights, rooms, strict=True))
        details = [self.line * (row.details.count("\n") + 1) for row in self.rows]
        return tuple(max(pair) + AIR for pair in zip(self.name_heights, details, strict=True))

    @property
    def tops(self) -> tuple[float, ...]:
        return tuple(accumulate(self.heights, initial=0.0))[:-1]

    @property
    def height(self) -> float:
        return sum(self.heights)

    @property
    def centres(self) -> tuple[float, ...]:
        """Where the interval of each row lies."""
        heights = zip(self.tops, self.heights, strict=True)
        above_end = (AIR + BAR_ROOM) / 2
        return tuple(top + (height - above_end if self.compact else height / 2) for top, height in heights)

    def inside(self, value: float) -> float:
        return min(max(value, self.low), self.high)
