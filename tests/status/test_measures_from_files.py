"""Every kind of file, from its bytes to the report: tallies, extracts, shares and best guesses through the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from analysis import planning, status, uploads
from analysis.model.caveats import CaveatKind
from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.decomposition import Decomposition, Factor
from analysis.model.kinds import Measurement
from analysis.model.levels import Change, Level
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal, Population, Volume
from analysis.model.status import Basis, GoalReport, RoundResult, Status
from analysis.model.upload import Upload
from analysis.model.worth import FreedTime
from tests.own_project import BY, OwnProject, Row, csv_file, days_of_work, own_project

BASELINE = date(2026, 1, 12), date(2026, 2, 8)
FOLLOW_UP = date(2026, 8, 24), date(2026, 9, 20)
WORKDAYS = [
    [day for day in (first + timedelta(n) for n in range(28)) if day.weekday() < 5]
    for first in (BASELINE[0], FOLLOW_UP[0])
]
NAMES = ("AAB", "BCD", "CDE", "DEF", "EFG", "FGH")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    made = own_project(tmp_path / "data", windows=[BASELINE, FOLLOW_UP], populations=(Population("Team", 9),))
    yield made
    made.store.close()


def set_goal(project: OwnProject, **changed: object) -> None:
    goal = replace(project.plan.goals[0], **changed)  # type: ignore[arg-type]
    assert isinstance(planning.save_goal(project.store, BY, project.project_id, goal), Goal)


def load(project: OwnProject, number: int, measurement: Measurement, header: Sequence[str], rows: list[Row]) -> None:
    options = uploads.ReadOptions(measurement=measurement)
    name, content = f"{measurement}{number}.csv", csv_file(rows, header)
    file = uploads.read(project.store, project.plan, project.plan.rounds[number], name, content, options)
    assert isinstance(file, uploads.ReadFile), file
    outcome = uploads.confirm(project.store, BY, file, uploads.propose(project.plan, file))
    assert isinstance(outcome, Upload), outcome


def extract(project: OwnProject, number: int, cases: int) -> None:
    rows = [(day, "Sag", cases + day.day % 5) for day in WORKDAYS[number]]
    load(project, number, Measurement.EXTRACT, ("Dato", "Arbejdsgang", "Antal"), rows)


def tallies(project: OwnProject, number: int, cases: int) -> None:
    rows = [
        (day, name, "Sag", cases + place % 3 + day.day % 2)
        for place, name in enumerate(NAMES)
        for day in WORKDAYS[number][:10]
    ]
    load(project, number, Measurement.TALLY, ("Dato", "Medarbejder", "Arbejdsgang", "Antal"), rows)


def shares(project: OwnProject, number: int, digital: int) -> None:
    rows = [(day, "Sag", digital + day.day % 3, 40) for day in WORKDAYS[number]]
    load(project, number, Measurement.SHARE, ("Dato", "Arbejdsgang", "Antal", "I alt"), rows)


def guesses(project: OwnProject, number: int, minutes: int) -> None:
    rows = [(name, "Sag", minutes + place) for place, name in enumerate(NAMES)]
    load(project, number, Measurement.BEST_GUESS, ("Medarbejder", "Arbejdsgang", "Minutter"), rows)


def latest(goal: GoalReport) -> RoundResult:
    assert goal.latest is not None
    return goal.latest


def improvement(goal: GoalReport) -> float:
    change = latest(goal).change
    assert isinstance(change, Change), change
    return change.improvement


def test_phone_calls_of_a_system_are_compared_by_weeks(project: OwnProject) -> None:
    set_goal(project, measure=Measure.COUNT)
    extract(project, 0, 40)
    assert project.goal().status is Status.NOT_MEASURED
    extract(project, 1, 15)
    goal = project.goal()
    assert goal.status is Status.CONFIRMED
    assert (latest(goal).basis, latest(goal).units, latest(goal).employees) == (Basis.WEEKS, 4, 0)
    assert improvement(goal) == pytest.approx(1 - 17 / 42, abs=0.02)
    assert isinstance(goal.target_level, float)
    assert goal.baseline is not None
    assert isinstance(goal.baseline.level, Level)
    assert goal.target_level == pytest.approx(goal.baseline.level.value / 2)


def test_tallies_are_compared_by_employees_and_not_with_an_extract(project: OwnProject) -> None:
    set_goal(project, measure=Measure.COUNT)
    tallies(project, 0, 9)
    extract(project, 1, 30)
    assert latest(project.goal()).change == NotComputable(Reason.DIFFERENT_EVIDENCE)
    tallies(project, 1, 3)
    goal = project.goal()
    assert (latest(goal).basis, latest(goal).employees, latest(goal).registrations) == (Basis.EMPLOYEES, 6, 60)
    assert improvement(goal) == pytest.approx(6 / 10.5, abs=0.02)


def test_a_systems_totals_of_two_rounds_are_enough_for_a_marked_answer(project: OwnProject) -> None:
    set_goal(project, measure=Measure.COUNT, direction=Direction.MORE, target_improvement=1.5)
    goal_id = project.plan.goals[0].goal_id
    for one, cases in zip(project.plan.rounds, (200, 600), strict=True):
        assert not planning.save_system_count(project.store, BY, project.project_id, goal_id, one.round_id, cases)
    goal = project.goal()
    assert improvement(goal) == pytest.approx(2.0)
    assert goal.status is Status.CONFIRMED
    assert [caveat.kind for caveat in latest(goal).caveats] == [CaveatKind.INDEPENDENT_CASES]


def test_digital_applications_rise_in_points(project: OwnProject) -> None:
    wanted = {"measure": Measure.SHARE, "direction": Direction.MORE, "target_unit": TargetUnit.POINTS}
    set_goal(project, **wanted, target_improvement=0.2)
    shares(project, 0, 10)
    shares(project, 1, 25)
    goal = project.goal()
    assert improvement(goal) == pytest.approx(15 / 40, abs=0.01)
    assert goal.status is Status.CONFIRMED
    assert (latest(goal).basis, latest(goal).cases, latest(goal).registrations) == (Basis.TOTALS, 800, 20)
    assert goal.advice is None


def test_guesses_beside_registrations_are_corrected_and_never_pooled(project: OwnProject) -> None:
    minutes = {name: [10.0 + place, 11.0 + place] for place, name in enumerate(NAMES)}
    project.load(0, csv_file(days_of_work(BASELINE[0], minutes)))
    alone = project.goal().baseline
    guesses(project, 0, 20)
    assert project.goal().baseline == alone
    guesses(project, 1, 8)
    goal = project.goal()
    kinds = {caveat.kind: caveat.share for caveat in latest(goal).caveats}
    bias = kinds[CaveatKind.CORRECTED_GUESSES]
    assert bias == pytest.approx(22.5 / 13, abs=0.01)
    assert isinstance(latest(goal).level, Level)
    assert latest(goal).level.value == pytest.approx(10.5 / bias)  # type: ignore[union-attr, operator]


def test_who_has_not_guessed_every_workflow_is_left_out_and_counted(project: OwnProject) -> None:
    set_goal(project, workflows=("Sag", "Brev"))
    rows = [(name, workflow, 10) for name in NAMES for workflow in ("Sag", "Brev")]
    header = ("Medarbejder", "Arbejdsgang", "Minutter")
    load(project, 0, Measurement.BEST_GUESS, header, [*rows, ("GHI", "Sag", 5)])
    baseline = project.goal().baseline
    assert baseline is not None
    assert isinstance(baseline.level, Level)
    assert (baseline.employees, baseline.level.value) == (6, 20.0)
    left_out = {caveat.kind: caveat.number for caveat in baseline.caveats}
    assert left_out[CaveatKind.GUESS_INCOMPLETE] == 1
    assert CaveatKind.COUNT_MISSING not in left_out


def test_why_tells_a_shift_between_workflows_from_faster_work(project: OwnProject) -> None:
    per_registration = {"denominator": Denominator.REGISTRATIONS, "leading_workflow": None}
    set_goal(project, workflows=("Sag", "Brev"), **per_registration)
    for number, letters in ((0, 1), (1, 3)):
        first = WORKDAYS[number][0]
        sent = days_of_work(first, {name: [30.0 + place, 31.0] for place, name in enumerate(NAMES)})
        briefly = days_of_work(first, {name: [4.0 + place] * letters for place, name in enumerate(NAMES)})
        written = [(*row[:3], "Brev", *row[4:]) for row in briefly]
        project.load(number, csv_file([*sent, *written]), f"{number}.csv")
    why = project.goal().why
    assert isinstance(why, Decomposition)
    effect = {component.factor: component.effect.hours.value for component in why.components}
    assert effect[Factor.VOLUME] > 0
    assert effect[Factor.WORKFLOW_MIX] < 0
    assert effect[Factor.MINUTES_PER_ITEM] == pytest.approx(0, abs=1e-9)


def test_time_frees_hours_of_the_volumes_that_were_told(project: OwnProject) -> None:
    set_goal(project, volumes=(Volume("Team", 1200),))
    minutes = {name: [20.0 + place, 24.0 + place] for place, name in enumerate(NAMES)}
    project.load(0, csv_file(days_of_work(BASELINE[0], minutes)))
    halved = {name: [each / 2 for each in worked] for name, worked in minutes.items()}
    project.load(1, csv_file(days_of_work(FOLLOW_UP[0], halved)), "to.csv")
    freed = project.goal().freed
    assert isinstance(freed, FreedTime)
    assert freed.hours.amount == pytest.approx(1200 * 12.25 / 60)


def test_two_goals_of_one_project_read_only_their_own_files(project: OwnProject) -> None:
    set_goal(project, measure=Measure.SHARE)
    extract(project, 0, 40)
    assert status.report(project.store, project.project_id, date(2026, 12, 31)).goals[0].baseline is None
