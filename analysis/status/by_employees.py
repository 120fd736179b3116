"""What employees measured, with the engine of the contrast: time per item, and cases per day."""

from __future__ import annotations

from analysis import statistics
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Direction
from analysis.model.outcome import NotComputable
from analysis.statistics import Contrast, Design, Knowledge, RoundLevel, Sample, Spread
from analysis.status.compared import Compared, Estimate, Told, directed


def told_by_employees(number: int, sample: Sample, design: Design, cases: float | None = None) -> Told:
    return as_told(number, sample, statistics.level(sample, design), cases)


def as_told(number: int, sample: Sample, known: RoundLevel | NotComputable, cases: float | None = None) -> Told:
    """A round's sample with the level that was made of it."""
    if isinstance(known, NotComputable):
        return Told(known, employees_in(sample), registrations_in(sample), cases=cases)
    return Told(
        Estimate(known.ratio, known.interval),
        employees_in(sample),
        registrations_in(sample),
        cases=cases,
        caveats=(*of_spread(number, known.spread), *of_population(number, known.knowledge)),
    )


def compared_by_employees(number: int, known: Contrast | NotComputable, direction: Direction) -> Compared:
    if isinstance(known, NotComputable):
        return Compared(known)
    caveats = [Caveat(CaveatKind.TARGET_GROUP_LEFT_OUT, number, name=name) for name in known.left_out]
    if known.fewer_in_common:
        caveats.append(Caveat(CaveatKind.FEWER_IN_COMMON, number))
    estimate, both = directed(known.reduction, known.interval, direction), known.employees_in_both
    return Compared(estimate, employees_in_both=both, caveats=tuple(caveats), contrast=known)


def employees_in(sample: Sample) -> int:
    return len({employee.employee for employee in sample.totals.employees})


def registrations_in(sample: Sample) -> int:
    return sum(employee.registrations for employee in sample.totals.employees)


def of_spread(number: int, spread: Spread | NotComputable) -> tuple[Caveat, ...]:
    if isinstance(spread, NotComputable) or not spread.is_dominated:
        return ()
    return (Caveat(CaveatKind.DOMINANT_EMPLOYEE, number, share=spread.dominant_share),)


def of_population(number: int, knowledge: Knowledge) -> tuple[Caveat, ...]:
    return () if knowledge is Knowledge.ALL else (Caveat(CaveatKind.POPULATION_UNKNOWN, number),)
