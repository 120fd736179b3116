"""The names that numbers have in the JSON of ``estimate``."""

from __future__ import annotations

import math
from collections.abc import Mapping

from analysis.model.outcome import Interval, NotComputable
from analysis.statistics import Contrast, Difference, PairPrecision, Potential, RoundPart, ShareChange

Fields = Mapping[str, object]
LEVEL = 0.95
CONTRAST = (
    "fpc_used",
    "populations_known",
    "groups_left_out",
    "fewer_in_common_than_chance",
    "n_both",
    "n_union",
    "log_ratio",
    "reduction",
    "ci_reduction_95",
)
ROUND = ("n_employees", "ratio", "var_log", "dominant_employee_share")
PRECISION = ("se_log_ratio", "V_between", "V_within", "df_between", "df", "t_quantile")


def of_contrast(contrast: Contrast | NotComputable) -> Fields:
    if isinstance(contrast, NotComputable):
        per_round = [f"{name}_{wave}" for wave in ("baseline", "followup") for name in ROUND]
        return dict.fromkeys([*CONTRAST, *per_round, *PRECISION])
    return {
        "fpc_used": "two" if contrast.corrected else "none",
        "populations_known": contrast.knowledge,
        "groups_left_out": list(contrast.left_out),
        "fewer_in_common_than_chance": contrast.fewer_in_common,
        "n_both": contrast.employees_in_both,
        "n_union": contrast.employees_in_union,
        **_of_round("baseline", contrast.baseline),
        **_of_round("followup", contrast.follow_up),
        "log_ratio": known(contrast.log_ratio),
        "reduction": contrast.reduction,
        **_of_precision(contrast.precision),
        "ci_reduction_95": _bounds(contrast.interval(LEVEL)),
    }


def _of_round(wave: str, part: RoundPart) -> Fields:
    spread = part.spread
    values = (None, None) if isinstance(spread, NotComputable) else (spread.variance_log, spread.dominant_share)
    return {f"{name}_{wave}": value for name, value in zip(ROUND, (part.employees, part.ratio, *values), strict=True)}


def _of_precision(precision: PairPrecision | NotComputable) -> Fields:
    if isinstance(precision, NotComputable):
        return dict.fromkeys(PRECISION)
    return {
        "se_log_ratio": precision.standard_error,
        "V_between": precision.variance_between,
        "V_within": precision.variance_within,
        "df_between": precision.df_between,
        "df": precision.df,
        "t_quantile": precision.t_quantile(LEVEL),
    }


def of_difference(difference: Difference | NotComputable) -> Fields:
    """Named after R's survey package, which they agree with wherever it has the design."""
    known = None if isinstance(difference, NotComputable) else difference
    return {
        "survey_var_linear_nofpc_baseline": known and known.variance_baseline,
        "survey_var_linear_nofpc_followup": known and known.variance_follow_up,
        "survey_se_difference_nofpc": known and known.standard_error,
    }


def of_share(share: ShareChange | NotComputable | None) -> Fields | None:
    if share is None or isinstance(share, NotComputable):
        return None
    return {
        "p1": share.baseline.share,
        "ci1": _bounds(share.baseline.interval),
        "p2": share.follow_up.share,
        "ci2": _bounds(share.follow_up.interval),
        "design_effect_baseline": share.baseline.design_effect,
        "design_effect_followup": share.follow_up.design_effect,
        "correlation": share.correlation,
        "df": share.df if math.isfinite(share.df) else None,
        "assumes_independent_cases": share.assumes_independence,
        "pp": 100 * share.points,
        "pp_ci": [100 * share.points_interval.low, 100 * share.points_interval.high],
        "reduction": known(share.reduction),
        "reduction_ci": _bounds(share.reduction_interval),
    }


def of_potential(
    potential: Potential | None, contrast: Contrast | NotComputable, volume: float | None
) -> Fields | None:
    if potential is None or isinstance(contrast, NotComputable):
        return None
    precision = contrast.precision
    return {
        "volume": volume,
        "hours": potential.hours,
        "hours_ci": _bounds(potential.interval),
        "correlation": None if isinstance(precision, NotComputable) else precision.correlation,
    }


def known(value: float | NotComputable | None) -> float | None:
    return None if isinstance(value, NotComputable) else value


def _bounds(interval: Interval | NotComputable) -> list[float] | None:
    return None if isinstance(interval, NotComputable) else [interval.low, interval.high]
