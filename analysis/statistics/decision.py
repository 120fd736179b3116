"""From an interval to a status: what may be said of a goal, and how sure one is."""

from __future__ import annotations

from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Status


def status(interval: Interval | NotComputable, target: float, milestone: float | None, final: bool) -> Status:
    """Where a goal stands; the rules hold in the order in which they are written.

    Parameters
    ----------
    interval
        Of the reduction since the baseline.
    target, milestone
        Reductions; without a milestone the target itself is what is asked.
    final
        Whether this is the last measurement: only then is a target missed for good.

    Example
    -------
    >>> status(Interval(0.71, 0.91, 0.95), target=0.85, milestone=0.5, final=False)
    <Status.ON_TRACK: 'on_track'>
    """
    asked = target if milestone is None else milestone
    if asked > target:
        raise ValueError(f"milestone must not exceed target, got {asked} and {target}")
    if isinstance(interval, NotComputable):
        return Status.UNDECIDED
    if interval.low >= target:
        return Status.REACHED
    if interval.high < 0:
        return Status.REGRESSED
    if final and interval.high < target:
        return Status.NOT_REACHED
    if asked < target and interval.low >= asked:
        return Status.ON_TRACK
    return Status.BEHIND if interval.high < asked else Status.UNDECIDED


def confirmation_level(planned_looks: int) -> float:
    """The confidence level at which "reached" is confirmed at once, for so many looks planned in advance.

    >>> confirmation_level(5)
    0.99
    """
    if planned_looks < 1:
        raise ValueError(f"planned_looks must be at least 1, got {planned_looks}")
    return 1 - 0.05 / planned_looks


def is_confirmed(now: Status, before: Status | None, strict: Interval | NotComputable, target: float) -> bool:
    """Whether "reached" holds up: in two measurements in a row, or at the stricter ``confirmation_level``.

    ``strict`` is the interval at that level; ``before`` the status of the measurement before this one.
    """
    if now is not Status.REACHED:
        return False
    twice = before in (Status.REACHED, Status.CONFIRMED)
    return twice or (isinstance(strict, Interval) and strict.low >= target)


def has_fallen_back(since_last: Interval | NotComputable) -> bool:
    """Whether the contrast against the measurement before shows that things grew worse since."""
    return isinstance(since_last, Interval) and since_last.high < 0
