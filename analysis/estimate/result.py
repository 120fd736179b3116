"""What ``estimate`` answers, as values and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.estimate import fields
from analysis.estimate.settings import Settings
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import Status
from analysis.statistics import Contrast, Difference, Potential, ShareChange, decision, potential


@dataclass(frozen=True, slots=True)
class Estimate:
    """The contrast of two waves. ``share``, ``potential`` and ``status`` are ``None`` where they were not asked for.

    ``other_waves`` are in the file and were not compared.
    """

    settings: Settings
    contrast: Contrast | NotComputable
    difference: Difference | NotComputable
    share: ShareChange | NotComputable | None
    other_waves: tuple[str, ...]
    combined_reduction: float | NotComputable | None = None
    """What mixes the target groups as they came, beside a standardised contrast; else ``None``."""

    @property
    def interval(self) -> Interval | NotComputable:
        """The interval that the status is decided by: the share's own where a share was asked for."""
        measured = self.contrast if self.share is None else self.share
        if isinstance(measured, NotComputable):
            return measured
        return measured.reduction_interval if isinstance(measured, ShareChange) else measured.interval()

    @property
    def status(self) -> Status | None:
        asked = self.settings
        if asked.target is None:
            return None
        return decision.status(self.interval, asked.target, asked.milestone, asked.final)

    @property
    def potential(self) -> Potential | None:
        asked = self.settings
        if asked.volume is None or isinstance(self.contrast, NotComputable):
            return None
        return potential(self.contrast, asked.volume, asked.realisation_share, asked.volume_se)

    def to_json(self) -> str:
        """Every number under its name, ``null`` where it is not known."""
        return json.dumps(self._fields(), indent=1, ensure_ascii=False, allow_nan=False)

    def _fields(self) -> Mapping[str, object]:
        asked, interval = self.settings, self.interval
        return {
            "baseline": asked.waves[0],
            "followup": asked.waves[1],
            "other_waves": list(self.other_waves),
            "mode": asked.mode,
            "fpc_requested": asked.fpc,
            **fields.of_contrast(self.contrast),
            **fields.of_difference(self.difference),
            "reduction_combined": fields.known(self.combined_reduction),
            "target": asked.target,
            "milestone": asked.milestone,
            "final": asked.final,
            "status": self.status,
            "no_interval_because": interval.reason if isinstance(interval, NotComputable) else None,
            "share": fields.of_share(self.share),
            "potential": fields.of_potential(self.potential, self.contrast, asked.volume),
        }
