"""The command ``estimate``: a canonical file of registrations in, a contrast of two waves out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analysis.estimate.data_checks import contradictions
from analysis.estimate.data_file import DataFile, read_registrations
from analysis.estimate.faults import Unusable
from analysis.estimate.registrations import round_totals
from analysis.estimate.result import Estimate
from analysis.estimate.settings import Settings
from analysis.estimate.settings_file import read_settings
from analysis.model.mode import Mode
from analysis.model.outcome import NotComputable
from analysis.model.plan import Population
from analysis.statistics import Sample, contrast, difference_of_rounds, reduction_alone, share_change

__all__ = ["Estimate", "Unusable", "run"]


def run(data: Path, settings: Path | None = None) -> Estimate | Unusable:
    """The contrast of the file's two waves, or all that is wrong with file or settings."""
    asked = Settings() if settings is None else read_settings(settings)
    if isinstance(asked, Unusable):
        return asked
    file = read_registrations(data, asked)
    if isinstance(file, Unusable):
        return file
    faults = contradictions(file.registrations, asked)
    return Unusable(faults) if faults else _estimate(file, asked)


def _estimate(file: DataFile, asked: Settings) -> Estimate:
    baseline, follow_up = (_sample(file, wave, asked) for wave in asked.waves)
    return Estimate(
        asked,
        contrast(baseline, follow_up, asked.design),
        difference_of_rounds(baseline, follow_up, asked.design),
        share_change(baseline, follow_up, asked.design) if asked.share else None,
        file.other_waves,
        combined_reduction(baseline, follow_up, asked),
    )


def combined_reduction(baseline: Sample, follow_up: Sample, asked: Settings) -> float | NotComputable | None:
    """Where the groups are weighed by fixed volumes, what came out without: a large difference is a change of mix."""
    if asked.design.mode is not Mode.STANDARDISED:
        return None
    return reduction_alone(baseline, follow_up, replace(asked.design, mode=Mode.COMBINED))


def _sample(file: DataFile, wave: str, asked: Settings) -> Sample:
    of_wave = [one for one in file.registrations if one.wave == wave]
    known = {one.target_group: one.population for one in of_wave if one.population is not None}
    populations = tuple(Population(group, employees) for group, employees in known.items())
    return Sample(round_totals(of_wave), populations, asked.system_count(wave))
