"""The settings of an estimate: which waves are compared, how, and against which target."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.plan import Volume
from analysis.statistics import Design, Mode


@dataclass(frozen=True, slots=True)
class WaveCount:
    """The cases that a system counted in one wave."""

    wave: str
    cases: float


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings under the names of their file; the defaults hold where there is none.

    ``waves_chosen`` tells that somebody named the two waves, so that others in the data are no mistake.
    """

    waves: tuple[str, str] = ("baseline", "followup")
    waves_chosen: bool = False
    use_population: bool = True
    fpc: str = "two"
    mode: Mode = Mode.COMBINED
    match_ids: bool = True
    share: bool = False
    target: float | None = None
    milestone: float | None = None
    final: bool = False
    volume: float | None = None
    volume_se: float = 0.0
    realisation_share: float = 1.0
    volumes: tuple[Volume, ...] = ()
    known_x: tuple[WaveCount, ...] = ()

    @property
    def design(self) -> Design:
        return Design(self.mode, self.fpc == "two", self.match_ids, self.volumes)

    def system_count(self, wave: str) -> float | None:
        return next((count.cases for count in self.known_x if count.wave == wave), None)
