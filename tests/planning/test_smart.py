"""The five letters of a goal say what stands in the plan and name what is missing; signatures keep to their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from analysis import planning
from analysis.model.agreements import Conduct, Participation, Protocol, Smart
from analysis.model.choices import Act, Ease, Method, PlanRole
from analysis.model.entries import Activity, Benefit, Change, Conversion, Entry, Person, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.plan import Goal, Project, Round
from analysis.model.smart import Lacking, Letter, OwnSuccess, SmartCheck
from analysis.store.store import Store
from tests.planning.plans import BY, NEW_BASELINE, NEW_GOAL

SIGNED_ON = date(2026, 1, 6)


@dataclass(frozen=True, slots=True)
class Desk:
    """An open project with one goal, and a hand to write with."""

    store: Store
    project_id: int
    goal: Goal

    @property
    def plan(self) -> planning.Plan:
        return planning.plan(self.store, self.project_id)

    def write(self, entry: Entry) -> int:
        outcome = planning.save_entry(self.store, BY, self.project_id, entry)
        assert not isinstance(outcome, tuple), outcome
        return outcome.entry_id

    def sign(self, act: Act, person: int) -> None:
        signature = Signature(0, self.goal.goal_id, act, person, SIGNED_ON)
        assert not isinstance(planning.sign(self.store, BY, self.project_id, signature), tuple)

    def check(self) -> SmartCheck:
        older = planning.signatures_on_older_words(self.store, self.project_id, self.goal.goal_id)
        return planning.smart_check(self.plan, self.plan.goals[0], older)

    def decide_how_to_measure(self, *by: int) -> tuple[int, int]:
        """The ids of the measurement plan and of the target group that takes part."""
        protocol = self.write(Protocol(0, self.goal.goal_id, Method.STOPWATCH, 14, "Toggl", by))
        (team,) = self.plan.target_groups
        return protocol, self.write(Participation(0, self.goal.goal_id, team.target_group_id))


@pytest.fixture
def desk(store: Store) -> Desk:
    started = planning.start_project(store, BY, Project(0, "Solby", "KSD", date(2026, 3, 2)), ["Team"])
    assert isinstance(started, Project)
    goal = planning.save_goal(store, BY, started.project_id, replace(NEW_GOAL, indicator="", milestones=()))
    assert isinstance(goal, Goal)
    return Desk(store, started.project_id, goal)


def missing(check: SmartCheck) -> set[Lacking]:
    return {lack.what for lack in check.lacks}


def test_a_goal_of_four_fields_lacks_something_in_every_letter(desk: Desk) -> None:
    check = desk.check()
    assert not any(check.is_met(letter) for letter in Letter)
    assert missing(check) == set(Lacking) - {
        Lacking.SAME_WORDS,
        Lacking.WHOLE_MILESTONES,
        Lacking.LATER_REALISATION,
    }
    protocol = next(lack for lack in check.lacks if lack.what is Lacking.PROTOCOL)
    assert protocol.names == ("method", "days", "source", "measured_by")


def test_a_goal_with_everything_lacks_nothing(desk: Desk) -> None:
    owner = desk.write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    manager = desk.write(Person(0, "Bo Friis", PlanRole.BENEFIT_MANAGER))
    user = desk.write(Person(0, "Eva Lind"))
    benefit = desk.write(Benefit(0, "Mere tid"))
    change = desk.write(Change(0, "Scanning hos borgeren", (benefit,)))
    course = desk.write(Activity(0, "Kursus"))
    letters = Smart(0, desk.goal.goal_id, benefit, (change,), "", "Set andre steder", 12, Ease.EASY, Ease.MIDDLING)
    desk.write(letters)
    whole = tuple(replace(one, early_indicator="Scannet i dag", activity=course) for one in NEW_GOAL.milestones)
    saved = planning.save_goal(
        desk.store, BY, desk.project_id, replace(desk.goal, indicator="Mindre tid", milestones=whole)
    )
    assert isinstance(saved, Goal)
    desk.decide_how_to_measure(user)
    desk.sign(Act.ACCEPTED, owner)
    desk.sign(Act.APPROVED, manager)
    check = desk.check()
    assert (check.lacks, check.caveats) == ((), ())
    assert all(check.is_met(letter) for letter in Letter)
    assert (check.met_on, check.realised_on) == (date(2026, 9, 2), date(2027, 3, 2))
    assert (check.benefit, check.changes, check.target_groups) == ("Mere tid", ("Scanning hos borgeren",), ("Team",))
    assert [(one.act, one.person) for one in check.signed] == [
        (Act.ACCEPTED, "Anne Vad"),
        (Act.APPROVED, "Bo Friis"),
    ]


def test_a_milestone_alone_is_no_triple_and_a_benefit_before_its_goal_no_plan(desk: Desk) -> None:
    planning.save_goal(desk.store, BY, desk.project_id, replace(desk.goal, milestones=NEW_GOAL.milestones))
    desk.write(Smart(0, desk.goal.goal_id, months_to_realisation=5))
    assert {Lacking.WHOLE_MILESTONES, Lacking.LATER_REALISATION} <= missing(desk.check())
    assert Lacking.MILESTONES not in missing(desk.check())


def test_judging_ones_own_success_is_allowed_and_told(desk: Desk) -> None:
    anne = desk.write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    desk.decide_how_to_measure(anne)
    desk.sign(Act.ACCEPTED, anne)
    desk.sign(Act.APPROVED, anne)
    assert [(one.what, one.person) for one in desk.check().caveats] == [
        (OwnSuccess.ACCEPTS_AND_APPROVES, "Anne Vad"),
        (OwnSuccess.ACCEPTS_AND_MEASURES, "Anne Vad"),
        (OwnSuccess.APPROVES_AND_MEASURES, "Anne Vad"),
        (OwnSuccess.APPROVES_FOR_MANAGER, "Anne Vad"),
    ]


def test_who_measured_a_round_counts_as_well_as_who_was_to(desk: Desk) -> None:
    eva = desk.write(Person(0, "Eva Lind"))
    bo = desk.write(Person(0, "Bo Friis", PlanRole.BENEFIT_MANAGER))
    desk.decide_how_to_measure(eva)
    desk.sign(Act.APPROVED, bo)
    assert desk.check().caveats == ()
    baseline = planning.save_round(desk.store, BY, desk.project_id, NEW_BASELINE)
    assert isinstance(baseline, Round)
    conduct = next(iter(desk.plan.of(Conduct)), Conduct(0, baseline.round_id))
    desk.write(replace(conduct, measured_by=(bo,)))
    assert [one.what for one in desk.check().caveats] == [OwnSuccess.APPROVES_AND_MEASURES]


def change_milestones(desk: Desk, _protocol: int, _participation: int) -> None:
    planning.save_goal(desk.store, BY, desk.project_id, replace(desk.goal, milestones=NEW_GOAL.milestones))


def change_protocol(desk: Desk, protocol: int, _participation: int) -> None:
    desk.write(replace(next(one for one in desk.plan.of(Protocol) if one.entry_id == protocol), days=7))


def leave_group_out(desk: Desk, _protocol: int, participation: int) -> None:
    planning.remove_entry(desk.store, BY, desk.project_id, participation)


@pytest.mark.parametrize("change", [change_milestones, change_protocol, leave_group_out])
def test_words_that_change_after_a_signature_are_told(desk: Desk, change: Callable[[Desk, int, int], None]) -> None:
    anne = desk.write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    decided = desk.decide_how_to_measure(anne)
    desk.sign(Act.ACCEPTED, anne)
    assert Lacking.SAME_WORDS not in missing(desk.check())
    change(desk, *decided)
    assert Lacking.SAME_WORDS in missing(desk.check())


def test_what_a_system_counted_later_is_no_change_of_the_signed_words(desk: Desk) -> None:
    anne = desk.write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    desk.decide_how_to_measure(anne)
    desk.sign(Act.ACCEPTED, anne)
    baseline = planning.save_round(desk.store, BY, desk.project_id, NEW_BASELINE)
    assert isinstance(baseline, Round)
    planning.save_system_count(desk.store, BY, desk.project_id, desk.goal.goal_id, baseline.round_id, 1200)
    assert Lacking.SAME_WORDS not in missing(desk.check())


def test_a_goal_leaves_with_what_was_written_about_it_and_stays_while_hours_are_booked_on_it(desk: Desk) -> None:
    anne = desk.write(Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    desk.decide_how_to_measure(anne)
    desk.write(Smart(0, desk.goal.goal_id))
    desk.sign(Act.ACCEPTED, anne)
    booked = desk.write(Conversion(0, desk.goal.goal_id, 100, "Lønbudget"))
    assert planning.remove_goal(desk.store, BY, desk.goal.goal_id) == (PlanFault("goal", PlanRule.LINKED, 1),)
    assert len(desk.plan.goals) == 1
    planning.remove_entry(desk.store, BY, desk.project_id, booked)
    assert planning.remove_goal(desk.store, BY, desk.goal.goal_id) == ()
    assert (desk.plan.goals, [type(one) for one in desk.plan.entries]) == ((), [Person])


def test_a_later_go_live_moves_the_deadline_and_leaves_the_first_one_to_be_seen(desk: Desk) -> None:
    assert planning.first_deadline(desk.store, desk.plan, desk.goal) == date(2026, 9, 2)
    later = planning.By("bo", datetime(2026, 2, 20, 9, tzinfo=UTC))
    planning.save_project(desk.store, later, replace(desk.plan.project, go_live=date(2026, 4, 2)))
    assert planning.smart_check(desk.plan, desk.goal).met_on == date(2026, 10, 2)
    assert planning.first_deadline(desk.store, desk.plan, desk.goal) == date(2026, 9, 2)
    history = planning.go_live_history(desk.store, desk.project_id)
    assert [(one.after, one.who) for one in history] == [("2026-03-02", "anne"), ("2026-04-02", "bo")]
    assert planning.remove_goal(desk.store, later, desk.goal.goal_id) == ()
    (only,) = planning.go_live_history(desk.store, desk.project_id)
    assert only.after == "2026-04-02", "a go-live that no goal was promised by is no move of a deadline"
    new = planning.save_goal(desk.store, later, desk.project_id, replace(NEW_GOAL, name="Telefon"))
    assert isinstance(new, Goal)
    assert planning.first_deadline(desk.store, desk.plan, new) == date(2026, 10, 2)
