"""Reached is not realised: a benefit's state follows from measurements and signatures, and the ledger tells the gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis import planning, status
from analysis.language import Language
from analysis.language.sentences import caveat_sentences, lack_sentences, ledger_sentence, realisation_headline
from analysis.model.agreements import Conduct, Participation, Protocol, Smart
from analysis.model.choices import Act, Method, PlanRole, Verdict
from analysis.model.entries import Benefit, Conversion, Entry, Person, Signature
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Goal, Volume
from analysis.model.realisation import BenefitState, Lack, LedgerOfGoal, Realisation
from analysis.model.worth import FreedTime, Yearly
from tests.own_project import BY, OwnProject, csv_file, days_of_work, own_project

BEFORE, AFTER = (date(2026, 1, 12), date(2026, 1, 25)), (date(2026, 8, 24), date(2026, 9, 6))
SIX = {f"m{number}": (30.0 + number, 31.0 + number, 29.0 + number) for number in range(6)}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    """A team of six whose time was halved and more, against a target of 50 %."""
    own = own_project(tmp_path / "data", windows=(BEFORE, AFTER))
    own.load(0, csv_file(days_of_work(BEFORE[0], SIX)), "before.csv")
    after = {f"m{number}": (10.0 + number % 3, 9.0, 11.0) for number in range(6)}
    own.load(1, csv_file(days_of_work(AFTER[0], after)), "after.csv")
    goal = own.plan.goals[0]
    saved = planning.save_goal(own.store, BY, own.project_id, replace(goal, volumes=(Volume("Team", 1000.0),)))
    assert isinstance(saved, Goal)
    yield own
    own.store.close()


def stored(own: OwnProject, entry: Entry) -> int:
    outcome = planning.save_entry(own.store, BY, own.project_id, entry)
    assert not isinstance(outcome, tuple), outcome
    return outcome.entry_id


def found(own: OwnProject) -> Realisation:
    return status.realisation(own.plan, status.report(own.store, own.project_id, date(2026, 12, 31)))


def test_a_benefit_goes_from_reached_to_handed_over_and_says_what_it_lacks(project: OwnProject) -> None:
    goal_id = project.plan.goals[0].goal_id
    benefit = stored(project, Benefit(0, "Mere tid til borgerne"))
    (alone,) = found(project).benefits
    assert (alone.state, alone.lacks) == (BenefitState.NOT_MEASURED, (Lack.GOAL, Lack.OWNER, Lack.CONVERSION))
    owner = stored(project, Person(0, "Anne Vad"))
    stored(project, Smart(0, goal_id, benefit))
    assert found(project).benefits[0].state is BenefitState.REACHED
    for act, state in (
        (Act.ATTAINMENT_APPROVED, BenefitState.ATTAINMENT_APPROVED),
        (Act.CONVERTED, BenefitState.CONVERTED),
        (Act.HANDED_OVER, BenefitState.HANDED_OVER),
    ):
        signed = planning.sign(
            project.store, BY, project.project_id, Signature(0, benefit, act, owner, date(2026, 12, 1))
        )
        assert isinstance(signed, Signature)
        (progress,) = found(project).benefits
        assert progress.state is state
    assert progress.lacks == (Lack.OWNER, Lack.CONVERSION, Lack.LEDGER)
    assert "ingen timer er dokumenteret" in lack_sentences(progress, Language.DANISH)[-1]
    stored(project, Conversion(0, goal_id, 200, "Vakant stilling"))
    assert Lack.LEDGER not in found(project).benefits[0].lacks


def test_no_step_is_signed_before_the_one_that_must_come_first(project: OwnProject) -> None:
    benefit, person = stored(project, Benefit(0, "Tid")), stored(project, Person(0, "Anne Vad"))
    handed_over = Signature(0, benefit, Act.HANDED_OVER, person, date(2026, 12, 1))
    outcome = planning.sign(project.store, BY, project.project_id, handed_over)
    assert isinstance(outcome, tuple)
    assert [(fault.rule, fault.words) for fault in outcome] == [("not_yet", "converted")]


def test_an_approval_against_the_measurement_is_told_not_forbidden(project: OwnProject) -> None:
    goal = project.plan.goals[0]
    planning.save_goal(project.store, BY, project.project_id, replace(goal, target_improvement=0.9))
    benefit, person = stored(project, Benefit(0, "Tid")), stored(project, Person(0, "Anne Vad"))
    stored(project, Smart(0, goal.goal_id, benefit))
    assert found(project).benefits[0].state is BenefitState.NOT_REACHED
    approved = Signature(0, benefit, Act.ATTAINMENT_APPROVED, person, date(2026, 12, 1))
    assert isinstance(planning.sign(project.store, BY, project.project_id, approved), Signature)
    (progress,) = found(project).benefits
    assert progress.state is BenefitState.ATTAINMENT_APPROVED
    assert Lack.MEASURED in progress.lacks


def test_the_ledger_holds_the_measured_hours_beside_the_documented_ones(project: OwnProject) -> None:
    stored(project, Conversion(0, project.plan.goals[0].goal_id, 120, "Vakant stilling"))
    (ledger,) = found(project).ledger
    assert isinstance(ledger.freed, FreedTime)
    assert ledger.freed.hours.amount == pytest.approx(1000 * 32.5 * 2 / 3 / 60, rel=0.05)
    assert ledger.documented_hours == 120


def freed(amount: float, low: float, high: float) -> FreedTime:
    return FreedTime(Yearly(amount, Interval(low, high, 0.95)), None, None, 1000, 1.0)


@pytest.mark.parametrize(
    ("measured", "documented", "said"),
    [
        (None, 0, "Der er ikke målt efter idriftsættelsen, så vi ved ikke endnu, om der er frigjort tid."),
        (freed(1000, 800, 1200), 0, "Der er målt 1.000 timer fri om året (mellem 800 og 1.200). Ingen timer er dok"),
        (freed(1000, 800, 1200), 300, "300 timer er dokumenteret omsat. 700 timer er frigjort, men ikke omsat."),
        (freed(1000, 800, 1200), 900, "900 timer er dokumenteret omsat. Det svarer til det målte, når usikkerheden"),
        (freed(1000, 800, 1200), 1500, "1.500 timer er dokumenteret omsat: 500 flere, end der er målt fri."),
        (freed(-50, -90, -10), 0, "Der er ikke målt timer fri: Tiden er steget med 50 timer om året"),
        (NotComputable(Reason.VOLUME_MISSING), 40, "Alligevel er 40 timer om året skrevet ned som omsat."),
    ],
)
def test_the_sentence_tells_the_gap_only_where_the_measurement_shows_one(
    project: OwnProject, measured: FreedTime | NotComputable | None, documented: float, said: str
) -> None:
    lines = (Conversion(1, 1, documented, "Et sted"),) if documented else ()
    ledger = LedgerOfGoal(project.plan.goals[0], measured, lines)
    assert said in ledger_sentence(ledger, Language.DANISH).replace("\u00a0", " ")


def test_the_headline_counts_the_benefits_from_the_furthest(project: OwnProject) -> None:
    assert "ingen gevinster" in realisation_headline(found(project), Language.DANISH)
    stored(project, Benefit(0, "Tid"))
    stored(project, Smart(0, project.plan.goals[0].goal_id, stored(project, Benefit(0, "Kvalitet"))))
    assert realisation_headline(found(project), Language.ENGLISH) == (
        "1 benefit is reached but not approved. 1 benefit is not measured yet."
    )


def test_who_judges_their_own_success_and_who_has_reservations_stands_among_the_reservations(
    project: OwnProject,
) -> None:
    goal_id, after = project.plan.goals[0].goal_id, project.plan.rounds[1].round_id
    anne = stored(project, Person(0, "Anne Vad", PlanRole.BENEFIT_OWNER))
    stored(project, Protocol(0, goal_id, Method.STOPWATCH, 14, "Toggl", (anne,)))
    team = project.plan.target_groups[0].target_group_id
    stored(project, Participation(0, goal_id, team))
    conduct = next(one for one in project.plan.of(Conduct) if one.round == after)
    stored(project, replace(conduct, municipality=Verdict.REJECTED, participants=Verdict.ACCEPTED))
    signed = Signature(0, goal_id, Act.ACCEPTED, anne, date(2026, 1, 5))
    assert isinstance(planning.sign(project.store, BY, project.project_id, signed), Signature)
    said = caveat_sentences(project.goal(), Language.DANISH)
    assert said[-2:] == (
        "Kommunen accepterer ikke resultatet af eftermåling 1.",
        "Anne Vad har accepteret målet og måler også selv.",
    )


def test_an_owner_who_approves_their_own_benefit_is_told(project: OwnProject) -> None:
    owner = stored(project, Person(0, "Anne Vad"))
    benefit = stored(project, Benefit(0, "Tid", owner=owner))
    approved = Signature(0, benefit, Act.ATTAINMENT_APPROVED, owner, date(2026, 12, 1))
    assert isinstance(planning.sign(project.store, BY, project.project_id, approved), Signature)
    assert Lack.OTHER_EYES in found(project).benefits[0].lacks
