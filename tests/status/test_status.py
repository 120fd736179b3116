"""From stored registrations to the report object: what was known on a date, what is hidden, what is flagged."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis import planning, status, uploads
from analysis.language import Language
from analysis.language.sentences import caveat_sentences
from analysis.model.caveats import CaveatKind
from analysis.model.levels import Change, Level
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Milestone, Population
from analysis.model.status import Status
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

BASELINE, FIRST, SECOND = (
    (date(2026, 1, 12), date(2026, 1, 25)),
    (date(2026, 4, 20), date(2026, 5, 3)),
    (date(2026, 8, 24), date(2026, 9, 6)),
)
BEFORE = {f"e{n}": [20 + n, 24 + n, 19 + 2 * n, 25] for n in range(8)}
AUTUMN = (date(2011, 9, 1), date(2011, 11, 30))
ORACLE = Path(__file__).parents[1] / "statistics" / "oracle"


def scaled(minutes: dict[str, list[int]], by: float) -> dict[str, list[float]]:
    return {employee: [round(each * by, 1) for each in worked] for employee, worked in minutes.items()}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    made = own_project(
        tmp_path / "data",
        windows=[BASELINE, FIRST, SECOND],
        populations=(Population("Team", 12),),
        milestones=(Milestone(1, 0.2),),
    )
    made.load(0, csv_file(days_of_work(BASELINE[0], BEFORE)))
    yield made
    made.store.close()


def test_before_any_follow_up_the_target_point_is_derived_from_the_baseline(project: OwnProject) -> None:
    goal = project.goal()
    assert goal.status is Status.NOT_MEASURED
    assert goal.baseline
    assert isinstance(goal.baseline.level, Level)
    assert goal.target_level == pytest.approx(goal.baseline.level.value / 2)


def test_the_milestone_in_force_is_the_latest_one_due_and_the_deadline_asks_for_the_target(project: OwnProject) -> None:
    project.load(1, csv_file(days_of_work(FIRST[0], scaled(BEFORE, 0.7))))
    project.load(2, csv_file(days_of_work(SECOND[0], scaled(BEFORE, 0.68))), "to.csv")
    first, second = project.goal().follow_ups
    assert first.requirement
    assert second.requirement
    assert (first.requirement.milestone, first.requirement.is_final) == (0.2, False)
    assert (second.requirement.milestone, second.requirement.is_final) == (0.5, True)
    assert (first.status, second.status) == (Status.ON_TRACK, Status.NOT_REACHED)


def test_the_status_of_a_day_knows_only_rounds_that_had_ended(project: OwnProject) -> None:
    project.load(1, csv_file(days_of_work(FIRST[0], scaled(BEFORE, 0.3))))
    assert project.goal(date(2026, 5, 2)).status is Status.NOT_MEASURED
    assert project.goal(date(2026, 5, 3)).status is Status.CONFIRMED
    assert [one.number for one in project.goal(date(2026, 5, 3)).planned] == [2]


def test_more_time_than_before_is_a_regression_and_a_relapse_is_flagged(project: OwnProject) -> None:
    project.load(1, csv_file(days_of_work(FIRST[0], scaled(BEFORE, 0.6))))
    project.load(2, csv_file(days_of_work(SECOND[0], scaled(BEFORE, 1.4))), "to.csv")
    goal = project.goal()
    assert goal.status is Status.REGRESSED
    assert goal.latest
    assert CaveatKind.FALLEN_BACK in {caveat.kind for caveat in goal.latest.caveats}


def test_fewer_than_five_employees_show_no_number_anywhere(tmp_path: Path) -> None:
    few = {employee: worked for employee, worked in BEFORE.items() if employee < "e4"}
    made = own_project(tmp_path / "data", windows=[BASELINE, FIRST], populations=(Population("Team", 12),))
    made.load(0, csv_file(days_of_work(BASELINE[0], few)))
    made.load(1, csv_file(days_of_work(FIRST[0], scaled(few, 0.5))))
    goal = made.goal()
    hidden = NotComputable(Reason.HIDDEN)
    assert goal.status is Status.TOO_FEW
    assert goal.baseline
    assert goal.latest
    assert (goal.baseline.level, goal.latest.level, goal.latest.change, goal.target_level) == (hidden,) * 4
    assert [group.change for group in goal.groups] == [hidden]
    made.store.close()


def test_an_undone_upload_no_longer_counts_and_a_redone_one_does(project: OwnProject) -> None:
    upload = project.load(1, csv_file(days_of_work(FIRST[0], scaled(BEFORE, 0.7))))
    before = status.report(project.store, project.project_id, date(2026, 12, 31))
    uploads.undo(project.store, BY, upload.upload_id)
    without = status.report(project.store, project.project_id, date(2026, 12, 31))
    assert without.goals[0].status is Status.NOT_MEASURED
    assert without.fingerprint != before.fingerprint
    uploads.redo(project.store, BY, upload.upload_id)
    assert status.report(project.store, project.project_id, date(2026, 12, 31)) == before


def test_rows_without_a_count_are_left_out_and_named(project: OwnProject) -> None:
    rows = days_of_work(FIRST[0], scaled(BEFORE, 0.7))
    rows[0] = (*rows[0][:-1], "")
    project.load(1, csv_file(rows))
    latest = project.goal().latest
    assert latest
    missing = [caveat for caveat in latest.caveats if caveat.kind is CaveatKind.COUNT_MISSING]
    assert [caveat.number for caveat in missing] == [1]
    assert latest.registrations == len(rows) - 1


def test_rejected_rows_and_dates_outside_the_window_reach_the_reservations(project: OwnProject) -> None:
    rows = [*days_of_work(SECOND[0], scaled(BEFORE, 0.7)), ("2026-04-21", "e1", "Team", "Sag", "-5", 1)]
    project.load(1, csv_file(rows))
    latest = project.goal().latest
    assert latest
    kinds = {caveat.kind: caveat.number for caveat in latest.caveats}
    assert kinds[CaveatKind.REJECTED_ROWS] == 1
    assert CaveatKind.OUTSIDE_WINDOW in kinds


@pytest.mark.parametrize(
    ("case", "population", "windows", "expected", "words"),
    [
        (
            "v8_real_permits_quarter",
            None,
            [(date(2011, 1, 1), date(2011, 3, 31)), AUTUMN],
            (0.749765588438235, 0.0951421402697539, 0.930798787835771),
            "Én medarbejder bærer 87 % af usikkerheden i baselinemålingen. "
            "Derfor kan et målt fald på 75 % i virkeligheden være alt fra 10 % til 93 %.",
        ),
        (
            "v9_real_permits_14days_fpc",
            48,
            [(date(2011, 2, 1), date(2011, 2, 28)), AUTUMN],
            (0.680394612715963, -0.0759554816409522, 0.905063355014286),
            "Derfor kan et målt fald på 68 % i virkeligheden være alt fra en stigning på 8 % til et fald på 91 %.",
        ),
    ],
)
def test_a_real_municipality_gets_its_honest_interval_and_the_reason(
    tmp_path: Path,
    case: str,
    population: int | None,
    windows: list[tuple[date, date]],
    expected: tuple[float, float, float],
    words: str,
) -> None:
    groups = (Population("Municipality", population),) if population else ()
    made = own_project(
        tmp_path / "data",
        windows=windows,
        go_live=date(2011, 4, 1),
        groups=("Municipality",),
        populations=groups,
        target=0.85,
        milestones=(Milestone(5, 0.5),),
        months_to_deadline=9,
    )
    for number, wave in enumerate(("baseline", "followup")):
        made.load(number, wave_of(ORACLE / case / "data.csv", wave), f"{wave}.csv")
    goal = made.goal(date(2012, 1, 1))
    assert goal.latest
    change = goal.latest.change
    assert isinstance(change, Change)
    assert isinstance(change.interval_95, Interval)
    assert (change.improvement, change.interval_95.low, change.interval_95.high) == pytest.approx(expected, rel=1e-8)
    assert goal.status is Status.UNDECIDED
    assert words in " ".join(caveat_sentences(goal, Language.DANISH)).replace("\u00a0", " ")
    made.store.close()


def wave_of(path: Path, wave: str) -> bytes:
    """The registrations of one wave, as a file of their own."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    return csv_file([row for row in rows if row[0] == wave], header)


def test_a_population_below_those_who_measured_is_refused(project: OwnProject) -> None:
    baseline = project.plan.rounds[0]
    outcome = planning.save_round(
        project.store, BY, project.project_id, replace(baseline, populations=(Population("Team", 3),))
    )
    assert isinstance(outcome, tuple)
    assert [(fault.field, fault.number) for fault in outcome] == [("populations", 8)]
    assert project.plan.rounds[0].populations == (Population("Team", 12),)


def test_a_doubt_about_several_files_of_a_round_counts_the_rows_of_all(project: OwnProject) -> None:
    work = {employee: worked[:1] for employee, worked in BEFORE.items()}
    first, second = days_of_work(FIRST[0], work), days_of_work(FIRST[0].replace(day=22), work)
    project.load(1, csv_file([*first, *first[:5]]), "to.csv")
    project.load(1, csv_file([*second, *second[:2]]), "tre.csv")
    goal = project.goal()
    assert goal.latest
    doubted = {caveat.name: caveat.number for caveat in goal.latest.caveats if caveat.kind is CaveatKind.DOUBT}
    assert doubted == {"duplicate": 7}
    assert any("7 rækker: Helt ens rækker" in sentence for sentence in caveat_sentences(goal, Language.DANISH))
