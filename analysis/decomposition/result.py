"""What a decomposition says: hours a year, factor by factor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.outcome import Interval, NotComputable


class Factor(StrEnum):
    """What total time is the product of."""

    VOLUME = "volume"
    """How many items there are."""
    TARGET_GROUP_MIX = "target_group_mix"
    """Which target groups have them."""
    WORKFLOW_MIX = "workflow_mix"
    """Which workflows they are, within the target groups."""
    MINUTES_PER_ITEM = "minutes_per_item"
    """How long an item of the same target group and workflow takes."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Hours a year, later minus earlier: what is saved is negative."""

    hours: float
    interval: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Component:
    """What one factor did to total time, the others changing too."""

    factor: Factor
    effect: Effect


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The change of total time and its components, which add up to it.

    A mix is there where there are two of what is mixed. ``left_out`` names the target groups of one round only.
    """

    hours_before: float
    hours_after: float
    change: Effect
    components: tuple[Component, ...]
    left_out: tuple[str, ...]
