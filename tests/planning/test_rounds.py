"""Rounds: proposed, planned and moved, changed by two people at once, and taken out with all that was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from analysis import planning
from analysis.model.agreements import Conduct, Protocol
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Population, Round
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

BASELINE, FOLLOW_UP = (date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 4, 20), date(2026, 5, 3))
BO = planning.By("bo", datetime(2026, 9, 11, 9, tzinfo=UTC))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    populations = (Population("Team", 12), Population("Ledere", 3))
    windows = (BASELINE, FOLLOW_UP)
    own = own_project(tmp_path / "data", windows=windows, groups=("Team", "Ledere"), populations=populations)
    yield own
    own.store.close()


def saved(project: OwnProject, one: Round, seen: Round | None = None, by: planning.By = BY) -> Round:
    outcome = planning.save_round(project.store, by, project.project_id, one, seen)
    assert isinstance(outcome, Round), outcome
    return outcome


def test_a_new_round_keeps_its_first_window_as_the_planned_one(project: OwnProject) -> None:
    one = project.plan.rounds[1]
    saved(project, replace(one, starts_on=date(2026, 4, 27), ends_on=date(2026, 5, 10)))
    (conduct,) = (each for each in project.plan.of(Conduct) if each.round == one.round_id)
    assert (conduct.planned_starts_on, conduct.planned_ends_on) == FOLLOW_UP
    assert project.plan.rounds[1].starts_on == date(2026, 4, 27)


def test_proposals_follow_the_baseline(project: OwnProject, tmp_path: Path) -> None:
    baseline = replace(project.plan.rounds[0], starts_on=date(2026, 1, 14), ends_on=date(2026, 1, 20))
    saved(project, baseline)
    proposal = planning.next_round(project.plan, date(2026, 5, 1))
    assert (proposal.starts_on, proposal.ends_on) == (date(2026, 7, 1), date(2026, 7, 7)), "from a Wednesday, 7 days"
    assert planning.next_round(project.plan, date(2026, 7, 2)).starts_on == date(2026, 7, 8), (
        "what is planned lies ahead"
    )
    assert proposal.populations == project.plan.rounds[1].populations
    assert saved(project, proposal).number == 2


def test_a_project_without_baseline_is_proposed_one_of_the_length_that_is_agreed(project: OwnProject) -> None:
    for one in reversed(project.plan.rounds):
        assert planning.remove_round(project.store, BY, project.project_id, one.round_id) == ()
    assert project.plan.of(Conduct) == ()
    protocol = Protocol(0, project.plan.goals[0].goal_id, days=21)
    assert isinstance(planning.save_entry(project.store, BY, project.project_id, protocol), Protocol)
    proposal = planning.next_round(project.plan, date(2025, 12, 1))
    assert (proposal.number, proposal.starts_on, proposal.ends_on) == (0, date(2025, 12, 29), date(2026, 1, 18))
    assert planning.next_round(project.plan, date(2026, 2, 4)).starts_on == date(2026, 2, 9), "still before go-live"
    assert planning.next_round(project.plan, date(2026, 4, 1)).starts_on == date(2025, 12, 29), "measured earlier"


def test_two_people_change_different_things_of_one_round(project: OwnProject) -> None:
    seen = project.plan.rounds[0]
    saved(project, replace(seen, populations=(Population("Team", 14), Population("Ledere", 3))), seen, BO)
    saved(project, replace(seen, populations=(Population("Team", 12), Population("Ledere", 4))), seen)
    saved(project, replace(seen, ends_on=date(2026, 1, 24)), seen)
    now = project.plan.rounds[0]
    assert now.populations == (Population("Team", 14), Population("Ledere", 4))
    assert now.ends_on == date(2026, 1, 24)


def test_the_later_of_two_is_told_who_was_first(project: OwnProject) -> None:
    seen = project.plan.rounds[0]
    theirs = replace(seen, ends_on=date(2026, 1, 24), populations=(Population("Team", 14), Population("Ledere", 3)))
    mine = replace(seen, ends_on=date(2026, 1, 23), populations=(Population("Team", 15), Population("Ledere", 3)))
    saved(project, theirs, seen, BO)
    assert planning.save_round(project.store, BY, project.project_id, mine, seen) == (
        PlanFault("ends_on", PlanRule.CHANGED_MEANWHILE, words="bo"),
        PlanFault("population Team", PlanRule.CHANGED_MEANWHILE, words="bo"),
    )
    assert project.plan.rounds[0] == theirs


def test_a_systems_count_is_not_written_over_unseen(project: OwnProject) -> None:
    goal, one = project.plan.goals[0].goal_id, project.plan.rounds[0].round_id
    assert planning.save_system_count(project.store, BO, project.project_id, goal, one, 480) == ()
    refused = planning.save_system_count(project.store, BY, project.project_id, goal, one, 500)
    assert [(fault.rule, fault.words) for fault in refused] == [(PlanRule.CHANGED_MEANWHILE, "bo")]
    assert planning.save_system_count(project.store, BY, project.project_id, goal, one, 500, 480) == ()
    assert [count.cases for count in project.plan.system_counts] == [500]
    gone = planning.save_system_count(project.store, BY, project.project_id, goal, 999, 5)
    assert gone == (PlanFault("system_count", PlanRule.NOT_THERE),)


def test_a_number_that_later_rounds_inherit_must_hold_for_those_who_measured_there(project: OwnProject) -> None:
    for number, window, who in ((0, BASELINE, "ABCD"), (1, FOLLOW_UP, "ABCDE")):
        project.load(number, csv_file(days_of_work(window[0], {name: [10] for name in who})), f"{number}.csv")
    small = replace(project.plan.rounds[0], populations=(Population("Team", 3),))
    outcome = planning.save_round(project.store, BY, project.project_id, small)
    assert outcome == (PlanFault("populations", PlanRule.MEASURED_MORE, 5, "Team"),)
    assert project.plan.rounds[0].populations[0] == Population("Team", 12)


def test_a_round_that_a_colleague_removed_is_gone(project: OwnProject) -> None:
    one = project.plan.rounds[1]
    assert planning.remove_round(project.store, BO, project.project_id, one.round_id) == ()
    gone = (PlanFault("round", PlanRule.NOT_THERE),)
    assert planning.save_round(project.store, BY, project.project_id, one) == gone
    assert planning.remove_round(project.store, BY, project.project_id, one.round_id) == gone
