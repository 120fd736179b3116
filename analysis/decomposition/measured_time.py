"""What a decomposition is made from: one round's time, its workflows, and where its volume is known from."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.measurement import WorkflowRound
from analysis.model.plan import Volume
from analysis.statistics import Mode, Sample


@dataclass(frozen=True, slots=True)
class MeasuredTime:
    """One round of a goal, as a year of it.

    Its items are those of ``volumes`` where there are any (the round's own, per target group and year), else those
    of the sample's ``system_count``, else those registered, weighted to the populations. The latter two are counted
    in the round and times ``rounds_per_year``. ``workflows`` split the sample where each of their registrations is
    an item; empty, the items are of one kind.
    """

    sample: Sample
    workflows: tuple[WorkflowRound, ...] = ()
    volumes: tuple[Volume, ...] = ()
    rounds_per_year: float = 1.0

    def __post_init__(self) -> None:
        if self.workflows and self.mode is Mode.EXPANSION:
            raise ValueError("workflows must be empty where a system counted the items: they are of one kind")
        if self.rounds_per_year <= 0:
            raise ValueError(f"rounds_per_year must be positive, got {self.rounds_per_year}")
        if self.workflows and not self._workflows_add_up():
            raise ValueError("workflows must add up to the minutes and items of the sample")

    @property
    def mode(self) -> Mode:
        """Where the volume comes from, in the words of the estimator."""
        if self.volumes:
            return Mode.STANDARDISED
        return Mode.EXPANSION if self.sample.system_count else Mode.COMBINED

    @property
    def parts(self) -> tuple[WorkflowRound, ...]:
        """The workflows, or all of the sample as one."""
        return self.workflows or (WorkflowRound("", self.sample.totals),)

    def _workflows_add_up(self) -> bool:
        employees = [e for part in self.workflows for e in part.totals.employees]
        return all(
            abs(sum(getattr(e, name) for e in employees) - whole) <= 1e-9 * whole
            for name in ("y", "x")
            for whole in [sum(getattr(e, name) for e in self.sample.totals.employees)]
        )
