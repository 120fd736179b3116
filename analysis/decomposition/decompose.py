"""Total time as volume x mix x minutes per item, and what each of them did to it, with intervals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from analysis.decomposition.jackknife import Jackknife, jackknife_of
from analysis.decomposition.measured_time import MeasuredTime
from analysis.decomposition.parts import hours_of, parts_of_change
from analysis.decomposition.tables import Table, table_of, volumes_of
from analysis.model.decomposition import Amount, Component, Decomposition, Effect, Factor
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import Design, Knowledge, Mode
from analysis.statistics.columns import FloatArray
from analysis.statistics.estimators import Standardised
from analysis.statistics.jackknife import Scale
from analysis.statistics.rounds import Rounds, prepare

KNOWN_WITH_VOLUMES = (Factor.VOLUME, Factor.TARGET_GROUP_MIX)


def decompose(
    baseline: MeasuredTime, follow_up: MeasuredTime, matched: bool = True, level: float = 0.95
) -> Decomposition | NotComputable:
    """Why total time changed: volume, mix of target groups, mix of workflows, minutes per item.

    Parameters
    ----------
    baseline, follow_up
        The earlier and the later round, their volumes known from the same kind of source.
    matched
        Whether an employee carries the same identifier in both rounds.
    level
        The confidence level.

    Returns
    -------
    Decomposition | NotComputable
        The latter where volumes are not known in both rounds: then totals are those of whoever took part. The
        intervals are the contrast's jackknife on the hours themselves, without population correction, with the
        degrees of freedom that the employees give the contrast.

    Source
    ------
    Shapley (1953), Shorrocks (2013); with two factors Marshall-Edgeworth. Wolter (2007), chapter 4.

    Example
    -------
    >>> from analysis.model.measurement import EmployeeTotals, RoundTotals
    >>> from analysis.model.plan import Volume
    >>> from analysis.statistics import Sample
    >>> def year(items: float, *minutes: float) -> MeasuredTime:
    ...     rows = (EmployeeTotals("team", f"e{i}", 1, y, 1, y * y, y, 1, 1) for i, y in enumerate(minutes))
    ...     return MeasuredTime(Sample(RoundTotals(tuple(rows), days=None)), volumes=(Volume("team", items),))
    >>> found = decompose(year(6000, 20, 24, 31, 27), year(4800, 9, 12, 14, 11))
    >>> found.hours_before, found.hours_after
    (2550.0, 920.0)
    >>> [(component.factor.value, round(component.effect.hours.value)) for component in found.components]
    [('volume', -370), ('minutes_per_item', -1260)]
    >>> round(found.components[1].effect.part.value, 3), found.components[1].effect.part.interval
    (-0.494, Interval(low=-0.5..., high=-0.4..., level=0.95))
    """
    rounds = _prepared(baseline, follow_up, matched)
    if isinstance(rounds, NotComputable):
        return rounds
    hindrance = rounds.hindrance(Scale.LINEAR)
    first, second = _tables((baseline, follow_up), rounds, with_deletions=hindrance is None)
    if first.has_minutes_without_items or second.has_minutes_without_items:
        return NotComputable(Reason.NO_DENOMINATOR)
    before, after = float(hours_of(first)[0]), float(hours_of(second)[0])
    if before <= 0:
        return NotComputable(Reason.ZERO_BASELINE)
    jackknife = NotComputable(hindrance) if hindrance else jackknife_of(rounds, matched)
    *effects, change = _effects(first, second, jackknife, level)
    known = KNOWN_WITH_VOLUMES if baseline.mode is not Mode.COMBINED else ()
    components = tuple(
        Component(factor, _certain(effect, level) if factor in known else effect)
        for factor, effect in zip(Factor, effects, strict=True)
        if factor in _factors(first)
    )
    return Decomposition(before, after, change, components, rounds.left_out)


def _prepared(baseline: MeasuredTime, follow_up: MeasuredTime, matched: bool) -> Rounds | NotComputable:
    """The rounds with estimators that weight the target groups by each round's own volumes, where they are known."""
    if baseline.mode is not follow_up.mode:
        return NotComputable(Reason.VOLUME_MISSING)
    design = Design(baseline.mode, finite_population=False, matched=matched, volumes=baseline.volumes)
    rounds = prepare((baseline.sample, follow_up.sample), design)
    if isinstance(rounds, NotComputable):
        return rounds
    if baseline.mode is Mode.COMBINED and rounds.knowledge is not Knowledge.ALL:
        return NotComputable(Reason.POPULATION_MISSING)
    first, second = rounds.estimators
    if isinstance(second, Standardised):
        volumes = volumes_of(follow_up, second.columns.groups)
        if not volumes.sum() > 0:
            return NotComputable(Reason.VOLUME_MISSING)
        rounds = replace(rounds, estimators=(first, replace(second, part=volumes / volumes.sum())))
    return rounds


def _tables(times: tuple[MeasuredTime, MeasuredTime], rounds: Rounds, with_deletions: bool) -> tuple[Table, Table]:
    workflows = tuple(sorted({part.workflow for time in times for part in time.parts}))
    first, second = (
        table_of(time, workflows, estimator, with_deletions)
        for time, estimator in zip(times, rounds.estimators, strict=True)
    )
    return first, second


def _factors(table: Table) -> tuple[Factor, ...]:
    """A mix is a factor where there are two of what is mixed."""
    _, groups, workflows = table.items.shape
    mixes = ((Factor.TARGET_GROUP_MIX, groups), (Factor.WORKFLOW_MIX, workflows))
    return (Factor.VOLUME, *(factor for factor, number in mixes if number > 1), Factor.MINUTES_PER_ITEM)


def _effects(first: Table, second: Table, jackknife: Jackknife | NotComputable, level: float) -> tuple[Effect, ...]:
    """Those of the factors, then that of all together."""
    before = hours_of(first)
    known = np.where(before > 0, before, np.nan)
    earlier, later = parts_of_change(first, second.whole), parts_of_change(first.whole, second)
    hours = _amounts(jackknife, earlier, later, float(before[0]), level)
    parts = _amounts(jackknife, earlier / known, later / before[0], 1.0, level)
    return tuple(Effect(*pair) for pair in zip(hours, parts, strict=True))


def _amounts(
    jackknife: Jackknife | NotComputable, earlier: FloatArray, later: FloatArray, scale: float, level: float
) -> list[Amount]:
    if isinstance(jackknife, NotComputable):
        return [Amount(float(whole), jackknife) for whole, *_ in earlier]
    pairs = zip(earlier, later, strict=True)
    return [Amount(float(one[0]), jackknife.interval(one, other, scale, level)) for one, other in pairs]


def _certain(effect: Effect, level: float) -> Effect:
    """What is known to be unchanged has no effect, and that is sure."""
    unchanged = effect.hours == Amount(0.0, NotComputable(Reason.NO_VARIATION))
    sure = Amount(0.0, Interval(0.0, 0.0, level))
    return Effect(sure, sure) if unchanged else effect
