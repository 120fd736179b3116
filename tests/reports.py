"""Status reports to draw and to print: the example's story, a real municipality's wide interval, and the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.decomposition import Amount, Component, Decomposition, Effect, Factor
from analysis.model.levels import Change, Level, OtherUnit
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Goal, Milestone, Project, Round, add_months
from analysis.model.status import Advice, Basis, GoalReport, GroupResult, Requirement, RoundResult, Status, StatusReport
from analysis.model.worth import FreedTime, WithoutOne, Yearly

GO_LIVE = date(2026, 3, 2)
HIDDEN = NotComputable(Reason.HIDDEN)
PROJECT = Project(
    project_id=1, organisation="Solby Kommune", system="KSD", go_live=GO_LIVE, minimum_shown=5, is_example=True
)
BASELINE_WINDOW = Round(round_id=1, number=0, starts_on=date(2026, 1, 12), ends_on=date(2026, 1, 25))
FOLLOW_UP_WINDOWS = tuple(
    Round(round_id=number + 1, number=number, starts_on=ends_on - timedelta(days=13), ends_on=ends_on)
    for number, ends_on in ((1, date(2026, 5, 3)), (2, date(2026, 7, 5)), (3, date(2026, 9, 6)))
)


def goal(
    goal_id: int = 1,
    name: str = "Journalisering og fordeling af dokumenter",
    item: str = "dokument",
    target: float = 0.85,
    milestones: tuple[Milestone, ...] = (Milestone(2, 0.4), Milestone(4, 0.6)),
    months_to_deadline: int = 6,
) -> Goal:
    return Goal(
        goal_id=goal_id,
        name=name,
        indicator=f"Minutter pr. {item}",
        item=item,
        workflows=("Scan", "Fordel", "Opret sag", "Stamdata"),
        denominator=Denominator.LEADING_COUNT,
        leading_workflow="Scan",
        target_improvement=target,
        months_to_deadline=months_to_deadline,
        milestones=milestones,
    )


def level(minutes: float, low: float, high: float) -> Level:
    """A level whose 80 % interval takes two thirds of the 95 % interval."""
    return Level(
        value=minutes,
        interval_95=Interval(low, high, 0.95),
        interval_80=Interval(minutes - (minutes - low) * 0.65, minutes + (high - minutes) * 0.65, 0.80),
    )


def change(improvement: float, low: float, high: float) -> Change:
    return Change(
        improvement=improvement,
        interval_95=Interval(low, high, 0.95),
        interval_80=Interval(improvement - (improvement - low) * 0.65, improvement + (high - improvement) * 0.65, 0.80),
    )


def baseline(minutes: Level | NotComputable, employees: int = 38, registrations: int = 2871) -> RoundResult:
    return RoundResult(
        round=BASELINE_WINDOW,
        employees=employees,
        registrations=registrations,
        level=minutes,
        change=None,
        requirement=None,
        status=None,
        employees_in_both=None,
        caveats=(),
    )


def requirement(of: Goal, on: date) -> Requirement:
    is_final = on >= add_months(GO_LIVE, of.months_to_deadline)
    due = [m.improvement for m in of.milestones if add_months(GO_LIVE, m.months_after_go_live) <= on]
    in_force = of.target_improvement if is_final or not of.milestones else max(due, default=0.0)
    return Requirement(target=of.target_improvement, milestone=in_force, is_final=is_final)


def follow_up(
    number: int,
    before: Level,
    since: Change | NotComputable,
    status: Status,
    *,
    of: Goal,
    employees: int = 36,
    registrations: int = 2400,
    caveats: tuple[Caveat, ...] = (),
) -> RoundResult:
    window = FOLLOW_UP_WINDOWS[number - 1]
    known = of.improved(before.value, since.improvement) if isinstance(since, Change) else None
    return RoundResult(
        round=window,
        employees=employees,
        registrations=registrations,
        level=HIDDEN if known is None else level(known, known * 0.8, known * 1.25),
        change=since,
        requirement=requirement(of, window.ends_on),
        status=status,
        employees_in_both=31,
        caveats=caveats,
    )


def goal_report(
    of: Goal,
    before: RoundResult | None,
    follow_ups: tuple[RoundResult, ...],
    *,
    status: Status,
    planned: tuple[Round, ...] = (),
    groups: tuple[GroupResult, ...] = (),
    advice: Advice | NotComputable | None = None,
) -> GoalReport:
    known = before.level if before is not None else NotComputable(Reason.NOT_MEASURED)
    return GoalReport(
        goal=of,
        deadline=add_months(GO_LIVE, of.months_to_deadline),
        status=status,
        target_level=of.improved(known.value, of.target_improvement) if isinstance(known, Level) else known,
        baseline=before,
        follow_ups=follow_ups,
        planned=planned,
        groups=groups,
        advice=advice,
    )


def group(name: str, employees: int, before: int, since: Change | NotComputable, status: Status) -> GroupResult:
    return GroupResult(
        target_group=name,
        employees=employees,
        employees_before=before,
        population=2 * employees,
        change=since,
        status=status,
    )


EXAMPLE_GROUPS = (
    group("Sagsbehandlere på ydelsescentrene", 14, 15, change(0.83, 0.74, 0.89), Status.UNDECIDED),
    group("Sagsbehandlere uden for ydelsescentrene", 12, 13, change(0.68, 0.55, 0.78), Status.NOT_REACHED),
    group("Superbrugere", 8, 8, change(0.9, 0.86, 0.93), Status.REACHED),
    group("Ledere på ydelsesområdet", 2, 2, HIDDEN, Status.TOO_FEW),
)


def undecided_goal() -> GoalReport:
    """−41, −62 and −79 % (70–86) against −85 %: undecided at the final measurement."""
    of, before = goal(), level(7.9, 7.1, 8.8)
    few = Caveat(CaveatKind.TARGET_GROUP_LEFT_OUT, round_number=3, name="Ledere på ydelsesområdet")
    doubt = Caveat(CaveatKind.REJECTED_ROWS, round_number=3, number=14)
    return goal_report(
        of,
        baseline(before),
        (
            follow_up(1, before, change(0.41, 0.28, 0.52), Status.UNDECIDED, of=of, registrations=2512),
            follow_up(2, before, change(0.62, 0.51, 0.71), Status.UNDECIDED, of=of, registrations=2467),
            follow_up(3, before, change(0.79, 0.70, 0.86), Status.UNDECIDED, of=of, caveats=(few, doubt)),
        ),
        status=Status.UNDECIDED,
        groups=EXAMPLE_GROUPS,
        advice=Advice(employees=61, same_employees=True, registrations=4100, population=96),
    )


def reached_goal(goal_id: int = 2, name: str = "Oprettelse af sager") -> GoalReport:
    of = goal(goal_id, name, "sag", target=0.3, milestones=(), months_to_deadline=6)
    before = level(23.4, 21.0, 26.1)
    return goal_report(
        of,
        baseline(before, employees=31, registrations=611),
        (
            follow_up(1, before, change(0.22, 0.09, 0.33), Status.UNDECIDED, of=of, employees=29, registrations=566),
            follow_up(3, before, change(0.44, 0.36, 0.51), Status.REACHED, of=of, employees=30, registrations=584),
        ),
        status=Status.REACHED,
        groups=(
            group("Sagsbehandlere på ydelsescentrene", 16, 17, change(0.47, 0.38, 0.55), Status.REACHED),
            group("Sagsbehandlere uden for ydelsescentrene", 14, 14, change(0.4, 0.27, 0.51), Status.UNDECIDED),
        ),
    )


def baseline_only_goal(goal_id: int = 3, name: str = "Partshøring") -> GoalReport:
    of = goal(goal_id, name, "partshøring", target=0.5, milestones=(Milestone(6, 0.25),), months_to_deadline=12)
    planned = tuple(
        Round(round_id=number + 10, number=number, starts_on=ends_on - timedelta(days=13), ends_on=ends_on)
        for number, ends_on in ((4, date(2026, 10, 4)), (5, date(2027, 3, 7)))
    )
    measured = baseline(level(41.0, 35.2, 47.7), employees=22, registrations=143)
    return goal_report(of, measured, (), status=Status.NOT_MEASURED, planned=planned)


def unmeasured_goal() -> GoalReport:
    planned = (BASELINE_WINDOW, *FOLLOW_UP_WINDOWS)
    return goal_report(goal(), None, (), status=Status.NOT_MEASURED, planned=planned)


def permits_goal() -> GoalReport:
    """A real municipality's quarter: 75 % (10–93), one employee carries most of the baseline's variance."""
    of = goal(1, "Modtagelse af ansøgninger", "sag", milestones=(Milestone(4, 0.5),))
    before = level(9.87, 2.85, 34.2)
    dominant = Caveat(CaveatKind.DOMINANT_EMPLOYEE, round_number=0, share=0.87)
    latest = follow_up(3, before, change(0.7498, 0.0951, 0.9308), Status.UNDECIDED, of=of, employees=25)
    return goal_report(
        of,
        replace(baseline(before, employees=26, registrations=1210), caveats=(dominant,)),
        (latest,),
        status=Status.UNDECIDED,
        advice=NotComputable(Reason.BASELINE_IS_THE_LIMIT),
    )


def regressed_goal() -> GoalReport:
    of = goal(1, "Besvarelse af henvendelser", "henvendelse", target=0.25, milestones=(Milestone(2, 0.1),))
    before = level(6.0, 5.4, 6.7)
    return goal_report(
        of,
        baseline(before),
        (
            follow_up(1, before, change(-0.12, -0.31, 0.04), Status.BEHIND, of=of),
            follow_up(2, before, change(-0.38, -0.66, -0.15), Status.REGRESSED, of=of),
        ),
        status=Status.REGRESSED,
        groups=(
            group("Sagsbehandlere på ydelsescentrene", 20, 20, change(-0.9, -1.6, -0.39), Status.REGRESSED),
            group("Superbrugere", 16, 16, change(-0.08, -0.3, 0.1), Status.BEHIND),
        ),
        planned=(FOLLOW_UP_WINDOWS[2],),
    )


def hidden_goal() -> GoalReport:
    """A follow-up by too few employees to be shown, after one that was shown without an interval."""
    of, before = goal(milestones=()), level(7.9, 7.1, 8.8)
    bare = Change(0.5, NotComputable(Reason.TOO_FEW_EMPLOYEES), NotComputable(Reason.TOO_FEW_EMPLOYEES))
    return goal_report(
        of,
        baseline(before),
        (
            follow_up(1, before, bare, Status.UNDECIDED, of=of, employees=5, registrations=40),
            follow_up(2, before, HIDDEN, Status.TOO_FEW, of=of, employees=3, registrations=21),
        ),
        status=Status.TOO_FEW,
    )


def calls_goal() -> GoalReport:
    """Phone calls from a system extract: fewer a working day, learnt from weeks."""
    of = replace(
        goal(4, "Telefonopkald om sagsstatus", "opkald", target=0.4, milestones=(Milestone(2, 0.15),)),
        indicator="Opkald pr. arbejdsdag",
        workflows=("Opkald",),
        denominator=Denominator.REGISTRATIONS,
        leading_workflow=None,
        measure=Measure.COUNT,
    )
    before = level(153.0, 141.0, 166.0)
    improved = (
        (1, change(0.12, 0.01, 0.22), Status.UNDECIDED, 1346.0),
        (2, change(0.27, 0.17, 0.36), Status.ON_TRACK, 1117.0),
        (3, change(0.31, 0.2, 0.405), Status.UNDECIDED, 1056.0),
    )
    rounds = tuple(
        counted(follow_up(number, before, since, status, of=of), Basis.WEEKS, 4, cases)
        for number, since, status, cases in improved
    )
    first = counted(baseline(before), Basis.WEEKS, 4, 1530.0)
    return goal_report(of, first, rounds, status=Status.UNDECIDED)


def digital_goal() -> GoalReport:
    """Applications that come in digitally: 25 percentage points more, of 9 employees' cases."""
    of = replace(
        goal(5, "Digitale ansøgninger", "digitale ansøgninger", target=0.3, milestones=(Milestone(2, 0.1),)),
        indicator="Andel af ansøgninger, der kommer digitalt",
        workflows=("Ansøgninger",),
        denominator=Denominator.REGISTRATIONS,
        leading_workflow=None,
        measure=Measure.SHARE,
        direction=Direction.MORE,
        target_unit=TargetUnit.POINTS,
    )
    before = level(0.41, 0.33, 0.5)
    improved = (
        (1, change(-0.02, -0.09, 0.05), 0.05, Status.BEHIND, 288.0),
        (2, change(0.13, 0.05, 0.2), 0.32, Status.UNDECIDED, 301.0),
        (3, change(0.25, 0.16, 0.33), 0.61, Status.UNDECIDED, 310.0),
    )
    rounds = tuple(
        counted(
            follow_up(number, before, in_both_units(since, relative), status, of=of, employees=9),
            Basis.EMPLOYEES,
            0,
            cases,
        )
        for number, since, relative, status, cases in improved
    )
    first = counted(baseline(before, employees=8), Basis.EMPLOYEES, 0, 295.0)
    groups = (
        group("Borgerservice", 5, 5, change(0.31, 0.2, 0.41), Status.UNDECIDED),
        group("Ydelsescentret", 4, 3, HIDDEN, Status.TOO_FEW),
    )
    return goal_report(of, first, rounds, status=Status.UNDECIDED, groups=groups)


def errors_goal() -> GoalReport:
    """Faulty applications: from 18 to 6 %, against a target in percentage points."""
    of = replace(
        digital_goal().goal,
        goal_id=6,
        name="Fejl i ansøgninger",
        item="fejlbehæftede ansøgninger",
        target_improvement=0.1,
        milestones=(),
        direction=Direction.LESS,
    )
    before = level(0.18, 0.14, 0.23)
    since = in_both_units(change(0.12, 0.07, 0.17), 0.67)
    in_a_row = Caveat(CaveatKind.DAYS_IN_A_ROW, round_number=3)
    latest = counted(follow_up(3, before, since, Status.UNDECIDED, of=of, caveats=(in_a_row,)), Basis.DAYS, 14, 310.0)
    return goal_report(of, counted(baseline(before), Basis.DAYS, 14, 295.0), (latest,), status=Status.UNDECIDED)


def counted(result: RoundResult, basis: Basis, units: int, cases: float) -> RoundResult:
    """The round as it would be with cases counted instead of minutes."""
    employees = result.employees if basis is Basis.EMPLOYEES else 0
    return replace(result, basis=basis, units=units, cases=cases, employees=employees)


def in_both_units(since: Change, relative: float) -> Change:
    other = OtherUnit(relative, Interval(relative - 0.2, relative + 0.2, 0.95))
    return replace(since, in_the_other_unit=other)


def freed() -> FreedTime:
    return FreedTime(
        hours=Yearly(2412.0, Interval(1904.0, 2893.0, 0.95)),
        fte=Yearly(1.63, Interval(1.29, 1.95, 0.95)),
        kroner=Yearly(964_800.0, Interval(761_600.0, 1_157_200.0, 0.95)),
        items_per_year=29_000.0,
        realisation_share=0.8,
    )


def why() -> Decomposition:
    """From 3818.4 to 1264.9 hours a year: more documents, a harder mix, and much less time for each."""
    parts = (
        (Factor.VOLUME, 310.6, 0.02, 0.14),
        (Factor.TARGET_GROUP_MIX, 96.4, -0.01, 0.06),
        (Factor.MINUTES_PER_ITEM, -2960.5, -0.85, -0.7),
    )
    return Decomposition(
        hours_before=3818.4,
        hours_after=1264.9,
        change=effect(-2553.5, -0.74, -0.59),
        components=tuple(Component(factor, effect(hours, low, high)) for factor, hours, low, high in parts),
        left_out=("Ledere på ydelsesområdet",),
    )


def effect(hours: float, low: float, high: float) -> Effect:
    """An effect on the 3818.4 hours of the baseline, with the interval of its part."""
    whole = 3818.4
    return Effect(
        Amount(hours, Interval(low * whole, high * whole, 0.95)), Amount(hours / whole, Interval(low, high, 0.95))
    )


def explained_goal() -> GoalReport:
    """The undecided goal with what it is worth, why time changed, and what hangs on one employee."""
    return replace(undecided_goal(), freed=freed(), why=why(), without_one=WithoutOne(0.77, 0.81))


def report(*goals: GoalReport, is_example: bool = True) -> StatusReport:
    return StatusReport(
        project=replace(PROJECT, is_example=is_example),
        on=date(2026, 9, 10),
        data_until=date(2026, 9, 6) if goals else None,
        goals=goals,
        fingerprint="9f2c41d07a5be3886c1d",
    )


def example_report() -> StatusReport:
    return report(undecided_goal(), reached_goal(), baseline_only_goal())


def mixed_report() -> StatusReport:
    """A time goal, a count goal and two share goals side by side."""
    return report(explained_goal(), calls_goal(), digital_goal(), errors_goal())


def empty_report() -> StatusReport:
    return report(is_example=False)


def permits_report() -> StatusReport:
    return report(permits_goal(), is_example=False)


def regressed_report() -> StatusReport:
    return report(regressed_goal(), is_example=False)


def many_groups_report() -> StatusReport:
    """One goal with more target groups, planned rounds and reservations than fit on a page."""
    whole = undecided_goal()
    groups = tuple(
        replace(one, target_group=f"{one.target_group} {hold}") for hold in range(1, 5) for one in EXAMPLE_GROUPS
    )
    planned = tuple(
        Round(
            round_id=number + 20, number=number, starts_on=date(2026, 10, number), ends_on=date(2026, 10, number + 13)
        )
        for number in range(4, 14)
    )
    left_out = tuple(Caveat(CaveatKind.TARGET_GROUP_LEFT_OUT, 3, name=one.target_group) for one in groups)
    latest = replace(whole.follow_ups[-1], caveats=left_out)
    return report(replace(whole, groups=groups, planned=planned, follow_ups=(*whole.follow_ups[:-1], latest)))


def crowded_report() -> StatusReport:
    """Twelve goals with long Danish names in every state."""
    long_name = "Behandling af anmodninger om forlængelse af sygedagpengeperioden efter sygedagpengelovens § 27"
    cycle = (undecided_goal, reached_goal, baseline_only_goal, regressed_goal, permits_goal, hidden_goal)
    goals = tuple(
        replace(made, goal=replace(made.goal, goal_id=number, name=long_name if number % 4 == 2 else made.goal.name))
        for number, made in enumerate((make() for make in cycle * 2), start=1)
    )
    return report(*goals, is_example=False)
