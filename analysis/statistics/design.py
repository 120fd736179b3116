"""How the rounds of a goal are to be compared, and one round as the sample it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.model.measurement import RoundTotals
from analysis.model.mode import Mode
from analysis.model.plan import Population, Volume


@dataclass(frozen=True, slots=True)
class Design:
    """What does not change from round to round.

    ``matched`` tells that an employee carries the same identifier in every round; ``finite_population`` that
    known populations correct the variance (they weight the groups in any case).
    """

    mode: Mode = Mode.COMBINED
    finite_population: bool = True
    matched: bool = True
    volumes: tuple[Volume, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """One round: its totals, the populations it was drawn from and, for an expansion, the cases a system counted."""

    totals: RoundTotals
    populations: tuple[Population, ...] = ()
    system_count: float | None = None

    @property
    def target_groups(self) -> frozenset[str]:
        return frozenset(employee.target_group for employee in self.totals.employees)

    def of_group(self, target_group: str) -> Sample:
        """The same round with one target group only; a system's count belongs to all groups together."""
        employees = tuple(e for e in self.totals.employees if e.target_group == target_group)
        alone = len(employees) == len(self.totals.employees)
        count = self.system_count if alone else None
        return replace(self, totals=replace(self.totals, employees=employees), system_count=count)
