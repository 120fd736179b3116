"""Total time as volume x mix x minutes per item, and what each of them did to it, with intervals."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from analysis.decomposition.measured_time import Factor, MeasuredTime
from analysis.decomposition.parts import parts_of_change
from analysis.decomposition.tables import Table, table_of, volumes_of
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.statistics import Design, Knowledge, Mode
from analysis.statistics.columns import FloatArray
from analysis.statistics.estimators import Standardised
from analysis.statistics.jackknife import Contributions, Scale
from analysis.statistics.pairs import overlap_in, pair_of
from analysis.statistics.precision import t_quantile
from analysis.statistics.rounds import Rounds, prepare
from analysis.statistics.variance import NO_VARIATION, pair_variance


@dataclass(frozen=True, slots=True)
class Effect:
    """Hours a year, later minus earlier: what is saved is negative."""

    hours: float
    interval: Interval | NotComputable


@dataclass(frozen=True, slots=True)
class Component:
    """What one factor did to total time while the others changed too."""

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
