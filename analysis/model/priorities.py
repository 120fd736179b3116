"""What helps to choose few goals: how much there is to win, and how easy it is to measure and to follow."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.choices import Ease
from analysis.model.outcome import NotComputable
from analysis.model.plan import Goal
from analysis.model.worth import Yearly


@dataclass(frozen=True, slots=True)
class Priority:
    """One goal among those to choose from.

    ``hours`` are those that a year would free if the target is reached, from the baseline; ``None`` where the goal is
    not about time. The ease is ``None`` where nobody has said it.
    """

    goal: Goal
    hours: Yearly | NotComputable | None
    data_ease: Ease | None
    follow_up_ease: Ease | None

    @property
    def is_weighed(self) -> bool:
        return self.data_ease is not None and self.follow_up_ease is not None

    @property
    def is_easy(self) -> bool:
        """Neither is hard, and one of them is easy."""
        eases = {self.data_ease, self.follow_up_ease}
        return Ease.EASY in eases and not eases & {None, Ease.HARD}


@dataclass(frozen=True, slots=True)
class FirstAdvice:
    """How many employees a first measurement needs, from stated assumptions.

    ``spread`` is by how much employees are taken to differ, and ``to_show`` the improvement that a reached target is
    to be told apart from; 0 is none at all.
    """

    employees: int
    to_show: float
    spread: float
    population: int | None
