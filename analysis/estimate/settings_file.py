"""Reading settings from a JSON file, with every fault named at once."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from analysis.estimate.faults import Unusable
from analysis.estimate.settings import Settings, WaveCount
from analysis.model.plan import Volume
from analysis.statistics import Mode

DEFAULT = Settings()


def read_settings(path: Path) -> Settings | Unusable:
    """The settings, or what is wrong with them."""
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        return Unusable((f"Settings {path} cannot be read: {error.strerror}. Check the path.",))
    except ValueError as error:
        return Unusable((f"Settings {path} are not JSON: {error}. Correct the file at that place.",))
    if not isinstance(values, dict):
        return Unusable((f"Settings {path} must be one JSON object: write them between {{ and }}.",))
    fields = _Fields({name: value for name, value in values.items() if value is not None})
    settings = _settings(fields)
    faults = (*fields.faults, *_contradictions(settings))
    return Unusable(tuple(f"Settings: {fault}" for fault in faults)) if faults else settings


class _Fields:
    """The values of a settings file, and the faults found while they are taken out."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.faults: list[str] = []

    def flag(self, name: str, default: bool) -> bool:
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            self.faults.append(f"{name} must be true or false, not {json.dumps(value)}.")
            return default
        return value

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.values.get(name, default)
        if value not in allowed:
            self.faults.append(f"{name} must be one of {', '.join(allowed)}, not {json.dumps(value)}.")
            return default
        return str(value)

    def number(self, name: str, low: float, high: float) -> float | None:
        """A number from ``low`` to ``high``; ``None`` where it is not set."""
        value = self.values.get(name)
        if value is None:
            return None
        if not _is_number(value) or not low <= value <= high:
            limits = [f"{word} {end:g}" for word, end in (("from", low), ("to", high)) if math.isfinite(end)]
            self.faults.append(f"{name} must be a number {' '.join(limits)}, not {json.dumps(value)}.")
            return None
        return float(value)

    def number_or(self, name: str, low: float, high: float, default: float) -> float:
        value = self.number(name, low, high)
        return default if value is None else value

    def amounts(self, name: str) -> tuple[tuple[str, float], ...]:
        """A number that is not negative for each name."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            self.faults.append(f'{name} must give a number for each name, such as {{"Team A": 5200}}.')
            return ()
        wrong = [key for key, amount in value.items() if not _is_number(amount) or amount < 0]
        self.faults += [f"{name} of {key!r} must be a number from 0, not {json.dumps(value[key])}." for key in wrong]
        return tuple((key, float(amount)) for key, amount in value.items() if key not in wrong)

    def waves(self) -> tuple[str, str]:
        value = self.values.get("waves", list(DEFAULT.waves))
        names = value if isinstance(value, list) else []
        if len(names) != 2 or not all(isinstance(name, str) and name for name in names) or names[0] == names[1]:
            self.faults.append(f"waves must name two different waves, baseline first, not {json.dumps(value)}.")
            return DEFAULT.waves
        return names[0], names[1]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _settings(fields: _Fields) -> Settings:
    return Settings(
        waves=fields.waves(),
        waves_chosen="waves" in fields.values,
        use_population=fields.flag("use_population", DEFAULT.use_population),
        fpc=fields.choice("fpc", ("two", "none"), DEFAULT.fpc),
        mode=Mode(fields.choice("mode", tuple(Mode), DEFAULT.mode)),
        match_ids=fields.flag("match_ids", DEFAULT.match_ids),
        share=fields.flag("share", DEFAULT.share),
        target=fields.number("target", -math.inf, 1),
        milestone=fields.number("milestone", -math.inf, 1),
        final=fields.flag("final", DEFAULT.final),
        volume=fields.number("volume", 0, math.inf),
        volume_se=fields.number_or("volume_se", 0, math.inf, DEFAULT.volume_se),
        realisation_share=fields.number_or("realisation_share", 0, 1, DEFAULT.realisation_share),
        volumes=tuple(Volume(name, amount) for name, amount in fields.amounts("volumes")),
        known_x=tuple(WaveCount(name, amount) for name, amount in fields.amounts("known_x")),
    )


def _contradictions(settings: Settings) -> tuple[str, ...]:
    """Fields that are right by themselves and wrong together, or of no use."""
    target, milestone = settings.target, settings.milestone
    uncounted = " and ".join(wave for wave in settings.waves if not settings.system_count(wave))
    volumes = sum(volume.items_per_year for volume in settings.volumes)
    expansion, standardised = settings.mode is Mode.EXPANSION, settings.mode is Mode.STANDARDISED
    above = milestone is not None and target is not None and milestone > target
    checks = (
        (milestone is not None and target is None, "milestone needs a target: add it."),
        (above, f"milestone {milestone} must not exceed target {target}."),
        (settings.volume == 0, "volume must be above 0: give the yearly number of items, or leave it out."),
        (standardised and not volumes, "mode standardised needs volumes: the yearly number of items of each group."),
        (expansion and uncounted, f"mode expansion needs known_x: the cases counted in {uncounted}."),
        (expansion and settings.share, "a share cannot be expanded: choose the mode combined or standardised."),
    )
    return tuple(sentence for applies, sentence in checks if applies)
