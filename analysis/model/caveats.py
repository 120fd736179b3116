"""What the reader must know beside a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CaveatKind(StrEnum):
    """What the reader must know beside a number; each has a sentence made from ``Caveat.amount`` and ``rows``."""

    DOMINANT_EMPLOYEE = "dominant_employee"
    FEW_EMPLOYEES = "few_employees"
    POPULATION_UNKNOWN = "population_unknown"
    TARGET_GROUP_LEFT_OUT = "target_group_left_out"
    COUNT_MISSING = "count_missing"
    REJECTED_ROWS = "rejected_rows"
    DOUBT = "doubt"
    FALLEN_BACK = "fallen_back"
    FEWER_IN_COMMON = "fewer_in_common"
    OUTSIDE_WINDOW = "outside_window"
    BEST_GUESSES = "best_guesses"
    """The round has best guesses only: weaker evidence."""
    CORRECTED_GUESSES = "corrected_guesses"
    """Best guesses, corrected by what was measured of the same employees; ``share`` is guessed per measured time."""
    GUESS_INCOMPLETE = "guess_incomplete"
    """``number`` employees guessed some of the goal's workflows only, and are left out."""
    INDEPENDENT_CASES = "independent_cases"
    """The interval assumes that cases come independently of each other."""
    DAYS_IN_A_ROW = "days_in_a_row"
    """The interval is learnt from days, and is too narrow where busy days follow each other."""
    CASE_MIX = "case_mix"
    """Without fixed volumes the improvement would be ``share``: the case mix has shifted."""


@dataclass(frozen=True, slots=True)
class Caveat:
    """A reservation about one round: ``share`` for parts (0.87), ``number`` for counts, ``name`` for its subject."""

    kind: CaveatKind
    round_number: int
    share: float | None = None
    number: int | None = None
    name: str | None = None
