"""Where labels go: Vega does not keep texts apart, so their places are chosen here, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTER_WIDTH, NUMBER_WIDTH = 0.48, 0.75
"""In ems: a text of IBM Plex Sans SemiBold is about its letters wide, and its signs and digits a little more."""
LINE_HEIGHT = 1.3
ELBOW_ROOM = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, downwards from the top left corner of the plot."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


def text_width(lines: Sequence[str], size: float) -> float:
    return size * (LETTER_WIDTH * max((len(line) for line in lines), default=0) + NUMBER_WIDTH)


def text_height(lines: Sequence[str], size: float) -> float:
    return LINE_HEIGHT * size * len(lines)


def grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)


def least_hidden(candidates: Iterable[Box], obstacles: Sequence[Box]) -> Box:
    """The first candidate that touches nothing, or the one that covers the least.

    >>> least_hidden([Box(0, 0, 9, 9), Box(20, 0, 29, 9)], [Box(5, 5, 15, 15)])
    Box(left=20, top=0, right=29, bottom=9)
    """
    return min(candidates, key=lambda box: sum(grown(box, ELBOW_ROOM).overlap(obstacle) for obstacle in obstacles))


def inside(box: Box, plot: Box) -> Box:
    """The box moved as little as keeps it in the plot.

    >>> inside(Box(4, -1, 8, 5), Box(0, 0, 100, 100))
    Box(left=4, top=0, right=8, bottom=6)
    """
    right = max(plot.left - box.left, 0) + min(plot.right - box.right, 0)
    down = max(plot.top - box.top, 0) + min(plot.bottom - box.bottom, 0)
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def around(plot: Box) -> tuple[Box, ...]:
    """Obstacles on all four sides of a plot, so that no label leaves it."""
    far = 10_000.0
    return (
        Box(-far, -far, plot.left, far),
        Box(plot.right, -far, far, far),
        Box(-far, -far, far, plot.top),
        Box(-far, plot.bottom, far, far),
    )


def beside(mark: Box, width: float, height: float, gap: float = 9) -> tuple[Box, ...]:
    """Places for a text to the left and to the right of a mark: level with it, a little lower and higher, and more."""
    middle = (mark.top + mark.bottom - height) / 2
    tops = [middle + shift * height for shift in (0, 0.25, -0.25, 0.5, -0.5)]
    lefts = (mark.left - gap - width, mark.right + gap)
    return tuple(Box(left, top, left + width, top + height) for left in lefts for top in tops)


def over_and_under(mark: Box, width: float, height: float, gap: float = 6) -> tuple[Box, ...]:
    """Places for a text over and under a mark, close to it or half its height away."""
    left = (mark.left + mark.right - width) / 2
    gaps = (gap, gap + height / 2)
    tops = [top for away in gaps for top in (mark.top - away - height, mark.bottom + away)]
    return tuple(Box(left, top, left + width, top + height) for top in tops)
