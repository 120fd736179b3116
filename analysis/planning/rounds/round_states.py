"""How far a round is: it follows from the names under its acts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from analysis.model.agreements import Conduct
from analysis.model.choices import Act
from analysis.planning.reading import Plan


class RoundState(StrEnum):
    PLANNED = "planned"
    MEASURING = "measuring"
    CLOSED = "closed"
    ASSESSED = "assessed"


REACHED_BY: Mapping[Act, RoundState] = {
    Act.MEASURING: RoundState.MEASURING,
    Act.CLOSED: RoundState.CLOSED,
    Act.ASSESSED: RoundState.ASSESSED,
}
"""In their order: one taken back takes the later ones' effect with it."""


def round_state(plan: Plan, round_id: int) -> RoundState:
    state = RoundState.PLANNED
    for act, reached in REACHED_BY.items():
        if not plan.signatures(round_id, act):
            return state
        state = reached
    return state


def conduct_of(plan: Plan, round_id: int) -> Conduct:
    """How a round was carried out; nothing is said of one that nobody has written about."""
    said = next((one for one in plan.of(Conduct) if one.round == round_id), None)
    return said or Conduct(0, round_id)
