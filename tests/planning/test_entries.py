"""What is typed into a plan is stored field by field, refused with a reason, and never over a colleague's words."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from analysis import planning
from analysis.language import Language
from analysis.language.sentences import choice_word, field_label
from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.choices import Act, Method
from analysis.model.entries import Activity, Benefit, Change, Conversion, Entry, Person, Signature
from analysis.model.faults import PlanFault, PlanRule
from analysis.model.fields import TYPES, fields_of
from analysis.model.plan import Project
from analysis.store.content import as_type, decoded, encoded
from analysis.store.store import Store
from tests.planning.plans import NEW_BASELINE, NEW_GOAL

ANNE = planning.By("anne", datetime(2026, 1, 5, 9, tzinfo=UTC))
BO = planning.By("bo", datetime(2026, 1, 5, 10, tzinfo=UTC))


@pytest.fixture
def project_id(store: Store) -> int:
    started = planning.start_project(store, ANNE, Project(0, "Solby", "KSD", date(2026, 3, 2)), ["Team", "Ledere"])
    assert isinstance(started, Project)
    return started.project_id


def stored(store: Store, project_id: int, entry: Entry, by: planning.By = ANNE) -> Entry:
    outcome = planning.save_entry(store, by, project_id, entry)
    assert not isinstance(outcome, tuple), outcome
    return outcome


@given(some.one_of([some.builds(kind) for kind in TYPES.values()]))
def test_every_entry_comes_back_from_json_as_it_was(entry: Entry) -> None:
    assert as_type(type(entry), decoded(encoded(asdict(entry)))) == entry


def test_entries_are_read_back_in_the_order_they_were_added(store: Store, project_id: int) -> None:
    owner = stored(store, project_id, Person(0, "Anne Vad"))
    benefit = stored(store, project_id, Benefit(0, "Kortere ventetid", owner=owner.entry_id))
    change = stored(
        store, project_id, Change(0, "Scanning hos borgeren", (benefit.entry_id,), starts_on=date(2026, 3, 2))
    )
    assert planning.plan(store, project_id).entries == (owner, benefit, change)


def test_what_two_people_change_in_different_fields_is_kept_from_both(store: Store, project_id: int) -> None:
    shown = stored(store, project_id, Benefit(0, "Tid"))
    stored(store, project_id, replace(shown, converted_where="Lønbudget"))
    both = planning.save_entry(store, BO, project_id, replace(shown, converted_how="Færre timer"), shown)
    assert both == replace(shown, converted_where="Lønbudget", converted_how="Færre timer")


def test_the_later_of_two_in_one_field_is_told_who_was_first_and_overwrites_nothing(
    store: Store, project_id: int
) -> None:
    shown = stored(store, project_id, Benefit(0, "Tid"))
    planning.save_entry(store, BO, project_id, replace(shown, name="Arbejdstid"), shown)
    outcome = planning.save_entry(store, ANNE, project_id, replace(shown, name="Timer"), shown)
    assert outcome == (PlanFault("name", PlanRule.CHANGED_MEANWHILE, words="bo"),)
    assert planning.plan(store, project_id).of(Benefit)[0].name == "Arbejdstid"


def test_the_same_holds_for_a_goal_and_for_a_project(store: Store, project_id: int) -> None:
    goal = planning.save_goal(store, ANNE, project_id, NEW_GOAL)
    assert not isinstance(goal, tuple)
    planning.save_goal(store, BO, project_id, replace(goal, item="brev"), goal)
    ours = planning.save_goal(store, ANNE, project_id, replace(goal, item="post"), goal)
    assert ours == (PlanFault("item", PlanRule.CHANGED_MEANWHILE, words="bo"),)
    both = planning.save_goal(store, ANNE, project_id, replace(goal, target_improvement=0.8), goal)
    assert both == replace(goal, item="brev", target_improvement=0.8)
    project = planning.plan(store, project_id).project
    planning.save_project(store, BO, replace(project, go_live=date(2026, 4, 1)), project)
    moved = planning.save_project(store, ANNE, replace(project, go_live=date(2026, 5, 1)), project)
    assert moved == (PlanFault("go_live", PlanRule.CHANGED_MEANWHILE, words="bo"),)


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        (Benefit(0, " "), {("name", PlanRule.EMPTY)}),
        (Benefit(0, "Tid", owner=999), {("owner", PlanRule.NOT_THERE)}),
        (
            Activity(0, "Kursus", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 1)),
            {("ends_on", PlanRule.ENDS_BEFORE)},
        ),
        (
            Conversion(0, 999, -3, ""),
            {("where", PlanRule.EMPTY), ("hours_per_year", PlanRule.POSITIVE), ("goal", PlanRule.NOT_THERE)},
        ),
    ],
    ids=["empty name", "owner gone", "ends before", "several at once"],
)
def test_a_faulty_entry_is_refused_with_every_reason(
    store: Store, project_id: int, entry: Entry, faults: set[tuple[str, PlanRule]]
) -> None:
    outcome = planning.save_entry(store, ANNE, project_id, entry)
    assert isinstance(outcome, tuple)
    assert {(fault.field, fault.rule) for fault in outcome} == faults
    assert planning.plan(store, project_id).entries == ()


def test_a_goal_has_one_measurement_plan(store: Store, project_id: int) -> None:
    goal = planning.save_goal(store, ANNE, project_id, NEW_GOAL)
    assert not isinstance(goal, tuple)
    stored(store, project_id, Protocol(0, goal.goal_id))
    outcome = planning.save_entry(store, ANNE, project_id, Protocol(0, goal.goal_id))
    assert outcome == (PlanFault("goal", PlanRule.ONLY_ONE),)


def test_what_others_point_at_stays_and_what_nobody_needs_goes_with_its_signatures(
    store: Store, project_id: int
) -> None:
    owner = stored(store, project_id, Person(0, "Anne Vad"))
    benefit = stored(store, project_id, Benefit(0, "Tid", owner=owner.entry_id))
    signed = Signature(0, benefit.entry_id, Act.COMMITTED, owner.entry_id, date(2026, 1, 5))
    assert not isinstance(planning.sign(store, ANNE, project_id, signed), tuple)
    assert planning.remove_entry(store, ANNE, project_id, owner.entry_id) == (PlanFault("entry", PlanRule.LINKED, 2),)
    assert planning.remove_entry(store, ANNE, project_id, benefit.entry_id) == ()
    assert planning.plan(store, project_id).entries == (owner,)


def test_no_goal_is_accepted_before_it_is_decided_how_it_is_measured(store: Store, project_id: int) -> None:
    goal = planning.save_goal(store, ANNE, project_id, NEW_GOAL)
    assert not isinstance(goal, tuple)
    anne = stored(store, project_id, Person(0, "Anne Vad"))
    accepted = Signature(0, goal.goal_id, Act.ACCEPTED, anne.entry_id, date(2026, 1, 5))
    outcome = planning.sign(store, ANNE, project_id, accepted)
    assert outcome == (
        PlanFault("act", PlanRule.NEEDS_PROTOCOL),
        PlanFault("act", PlanRule.NEEDS_TARGET_GROUPS, words="Team, Ledere"),
    )
    who = (anne.entry_id,)
    stored(store, project_id, Protocol(0, goal.goal_id, Method.STOPWATCH, 14, "Toggl", who))
    team, leaders = planning.plan(store, project_id).target_groups
    stored(store, project_id, Participation(0, goal.goal_id, team.target_group_id))
    stored(store, project_id, Participation(0, goal.goal_id, leaders.target_group_id, False, None, "Måler ikke selv"))
    assert not isinstance(planning.sign(store, ANNE, project_id, accepted), tuple)
    assert planning.signatures_on_older_words(store, project_id) == ()
    smart = stored(store, project_id, Smart(0, goal.goal_id, realistic_because="Målt andre steder"))
    (older,) = planning.signatures_on_older_words(store, project_id)
    assert (older.act, smart.entry_id > older.entry_id) == (Act.ACCEPTED, True)


def test_the_plan_as_it_was_after_each_change(store: Store, project_id: int) -> None:
    def at(hour: int) -> planning.By:
        return planning.By("anne", datetime(2026, 1, 6, hour, tzinfo=UTC))

    seen = {0: planning.plan(store, project_id)}
    goal = planning.save_goal(store, at(1), project_id, NEW_GOAL)
    assert not isinstance(goal, tuple)
    seen[1] = planning.plan(store, project_id)
    baseline = planning.save_round(store, at(2), project_id, NEW_BASELINE)
    assert not isinstance(baseline, tuple)
    assert planning.save_system_count(store, at(2), project_id, goal.goal_id, baseline.round_id, 1200) == ()
    seen[2] = planning.plan(store, project_id)
    planning.save_goal(store, at(3), project_id, replace(goal, name="Post", milestones=goal.milestones[:1]))
    benefit = stored(store, project_id, Benefit(0, "Tid"), at(3))
    seen[3] = planning.plan(store, project_id)
    team, leaders = seen[3].target_groups
    planning.save_target_groups(store, at(4), project_id, [replace(team, name="Teamet"), leaders])
    stored(store, project_id, replace(benefit, name="Mere tid"), at(4))  # type: ignore[call-arg]
    seen[4] = planning.plan(store, project_id)
    planning.remove_entry(store, at(5), project_id, benefit.entry_id)
    planning.save_target_groups(store, at(5), project_id, [replace(team, name="Teamet")])
    seen[5] = planning.plan(store, project_id)
    for hour, plan in seen.items():
        found = planning.plan_as_of(store, project_id, datetime(2026, 1, 6, hour, 30, tzinfo=UTC))
        assert found is not None
        assert replace(found, workflows=()) == replace(plan, workflows=()), hour
    assert planning.plan_as_of(store, project_id, datetime(2025, 1, 1, tzinfo=UTC)) is None


def test_every_kind_has_its_fields_in_both_languages() -> None:
    for language in Language:
        for kind in TYPES:
            for field in fields_of(kind):
                assert field_label(kind, field.name, language)
                assert all(choice_word(choice, language) for choice in field.choices)
