"""Where the rows of the picture of priorities lie, and the words for how easy something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap

from analysis.charts import theme
from analysis.charts.changes import NO_NUMBER
from analysis.charts.placement import LETTER_WIDTH, LINE_HEIGHT
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import choice_word
from analysis.model.choices import Ease
from analysis.model.priorities import Priority
from analysis.model.worth import Yearly

HEAD, BAR, AIR = 34, 22, 22
WHOLE = 100.0
"""The plot is measured across in hundredths of its width."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everything lies: how far the longest bar reaches, and where the two columns of ease begin."""

    priorities: Sequence[Priority]
    language: Language
    width: float
    compact: bool

    @property
    def size(self) -> int:
        return theme.SMALL_TEXT_SIZE if self.compact else theme.TEXT_SIZE

    @property
    def line(self) -> float:
        return LINE_HEIGHT * self.size

    @property
    def longest(self) -> float:
        return 30.0 if self.compact else 42.0

    @property
    def columns(self) -> tuple[float, float]:
        return (61.0, 80.0) if self.compact else (67.0, 84.0)

    @property
    def dot_step(self) -> float:
        return 14 if self.compact else 17

    @property
    def names(self) -> tuple[str, ...]:
        """Broken before the columns."""
        letters = int((self.columns[0] / WHOLE * self.width - 12) / (LETTER_WIDTH * self.size))
        return tuple("\n".join(wrap(one.goal.name, letters)) for one in self.priorities)

    @property
    def heights(self) -> tuple[float, ...]:
        return tuple(self.line * (name.count("\n") + 1) + BAR + AIR for name in self.names)

    @property
    def tops(self) -> tuple[float, ...]:
        return tuple(accumulate(self.heights, initial=float(HEAD)))[:-1]

    @property
    def middles(self) -> tuple[float, ...]:
        """Where the bar of each row lies."""
        return tuple(top + height - AIR - BAR / 2 for top, height in zip(self.tops, self.heights, strict=True))

    @property
    def reaches(self) -> tuple[float, ...]:
        """How far the bar of each row reaches; nowhere where the hours are not known."""
        hours = [one.hours.amount if isinstance(one.hours, Yearly) else 0.0 for one in self.priorities]
        return tuple(self.longest * each / (max(hours) or 1.0) for each in hours)

    def ease_word(self, ease: Ease | None) -> str:
        """A narrow picture has no room for words where nobody has said it."""
        return NO_NUMBER if self.compact and ease is None else ease_word(ease, self.language)

    @property
    def height(self) -> float:
        return HEAD + sum(self.heights)


def eases(one: Priority, language: Language) -> dict[str, str]:
    return {"data": ease_word(one.data_ease, language), "follow_up": ease_word(one.follow_up_ease, language)}


def ease_word(ease: Ease | None, language: Language) -> str:
    return text(language, "priorities.not_said") if ease is None else choice_word(ease, language)
