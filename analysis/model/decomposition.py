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
class Amount:
    """Later minus earlier, so that what is saved is negative, with its interval."""

    value: float
    interval: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of total time: in hours a year, and as a part of the baseline's hours.

    The part has the interval to show: where hours are expanded from a sample, theirs is a little too narrow.
    """

    hours: Amount
    part: Amount


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
