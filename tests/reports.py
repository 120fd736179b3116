"""Status reports to draw and to print: the example's story, a real municipality's wide interval, and the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Denominator, Goal, Milestone, Project, Round, add_months
from analysis.model.status import (
    Advice,
    Caveat,
    CaveatKind,
    Change,
    GoalReport,
    GroupResult,
    Level,
    Requirement,
    RoundResult,
    Status,
    StatusReport,
)

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
    minutes = before.value * (1 - since.improvement) if isinstance(since, Change) else None
    return RoundResult(
        round=window,
        employees=employees,
        registrations=registrations,
        level=HIDDEN if minutes is None else level(minutes, minutes * 0.8, minutes * 1.25),
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
        target_level=known.value * (1 - of.target_improvement) if isinstance(known, Level) else known,
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
