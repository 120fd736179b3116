"""Sentences agree with the numbers and the status they are made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import Language
from analysis.language.sentences import (
    advice_sentence,
    caveat_sentences,
    headline,
    interval_sentence,
    portfolio_headline,
    status_word,
)
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.levels import Change
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import GoalReport, Status
from tests import reports

DA, EN = Language.DANISH, Language.ENGLISH


def said(report: GoalReport, language: Language = DA) -> str:
    return " ".join(headline(report, language)).replace("\u00a0", " ")


def test_an_undecided_final_measurement_says_that_we_do_not_know() -> None:
    goal = reports.undecided_goal()
    assert said(goal) == (
        "Tiden pr. dokument er faldet 79 % siden baselinemålingen. Vi ved ikke endnu, om målet på 85 % er nået."
    )
    assert said(goal, EN) == (
        "Time per dokument has fallen 79% since the baseline. We do not know yet whether the target of 85% is reached."
    )


def test_a_reached_goal_says_so() -> None:
    assert said(reports.reached_goal()).endswith("Målet på 30 % er nået.")


def test_a_milestone_in_doubt_is_named_beside_a_target_that_is_out_of_reach() -> None:
    goal = reports.undecided_goal()
    first = replace(goal, follow_ups=goal.follow_ups[:1], status=Status.UNDECIDED)
    assert said(first).endswith("Vi ved ikke endnu, om delmålet på 40 % er nået. Målet på 85 % er ikke nået endnu.")


def test_behind_without_milestones_blames_nobody_for_a_plan_that_was_never_made() -> None:
    goal = reports.hidden_goal()
    low = replace(goal.follow_ups[0], change=reports.change(0.2, 0.05, 0.3), status=Status.BEHIND)
    behind = replace(goal, follow_ups=(low,), status=Status.BEHIND)
    assert said(behind).endswith("Målet på 85 % er ikke nået endnu.")
    assert status_word(behind.status, behind.goal, DA) == "Ikke nået endnu"


def test_more_time_than_before_is_a_rise_and_a_regression() -> None:
    words = said(reports.regressed_goal())
    assert "er steget 38 %" in words
    assert "tilbagegang" in words


def test_only_a_baseline_names_its_level_and_the_next_measurement() -> None:
    words = said(reports.baseline_only_goal())
    assert words.startswith("Kun baselinemålingen findes: 41,0 minutter pr. partshøring.")
    assert "21. sep. – 4. okt. 2026" in words


def test_too_few_employees_show_no_number() -> None:
    assert said(reports.hidden_goal()) == "Skjult: for få medarbejdere til at vise tallet uden at udpege nogen."


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(0.7, 0.86, 0.95), "det sande fald ligger mellem 70 % og 86 %"),
        (Interval(-0.08, 0.43, 0.95), "mellem en stigning på 8 % og et fald på 43 %"),
        (Interval(-0.66, -0.15, 0.95), "tiden er steget mellem 15 % og 66 %"),
        (NotComputable(Reason.TOO_FEW_EMPLOYEES), "Slå målgrupper sammen"),
    ],
)
def test_an_interval_in_words_keeps_its_directions(interval: Interval | NotComputable, words: str) -> None:
    assert words in interval_sentence(interval, DA).replace("\u00a0", " ")


def test_rounding_never_hides_on_which_side_of_the_target_an_interval_ends() -> None:
    assert "84,96" in interval_sentence(Interval(0.8496, 0.91, 0.95), DA, against=0.85)


@pytest.mark.parametrize(("share", "reduction", "low", "high"), [(0.87, 0.7498, 0.0951, 0.9308), (0.64, 0.5, 0.2, 0.7)])
def test_one_employee_who_carries_the_uncertainty_is_explained_from_the_numbers(
    share: float, reduction: float, low: float, high: float
) -> None:
    goal = reports.permits_goal()
    assert goal.baseline
    assert goal.latest
    dominant = Caveat(CaveatKind.DOMINANT_EMPLOYEE, 0, share=share)
    changed = replace(
        goal,
        baseline=replace(goal.baseline, caveats=(dominant,)),
        follow_ups=(replace(goal.latest, change=reports.change(reduction, low, high)),),
    )
    words = caveat_sentences(changed, DA)[0].replace("\u00a0", " ")
    assert f"Én medarbejder bærer {share:.0%} af usikkerheden i baselinemålingen".replace("%", " %") in words
    assert f"fald på {reduction:.0%}".replace("%", " %") in words
    assert f"fra {low:.0%} til {high:.0%}".replace("%", " %") in words


def test_an_interval_below_zero_makes_the_dominant_employees_range_a_rise() -> None:
    goal = reports.permits_goal()
    assert goal.latest
    wide = replace(goal, follow_ups=(replace(goal.latest, change=reports.change(0.68, -0.08, 0.91)),))
    words = caveat_sentences(wide, DA)[0].replace("\u00a0", " ")
    assert "fra en stigning på 8 % til et fald på 91 %" in words


def test_the_portfolio_counts_every_goal_once() -> None:
    assert portfolio_headline(reports.example_report(), DA) == (
        "Af 3 mål er 1 nået, 1 uafklaret og 1 endnu ikke målt efter idriftsættelsen."
    )
    assert portfolio_headline(reports.example_report(), EN) == (
        "Of 3 goals, 1 is reached, 1 is undecided and 1 is not yet measured after go-live."
    )
    assert portfolio_headline(reports.empty_report(), DA) == "Der er ingen mål endnu."


def test_advice_gives_a_number_of_people_or_says_that_no_number_helps() -> None:
    goal = reports.undecided_goal()
    assert goal.advice
    assert "61 medarbejdere" in advice_sentence(goal.advice, DA)
    assert "baselinemålingen er for usikker" in advice_sentence(NotComputable(Reason.BASELINE_IS_THE_LIMIT), DA)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", [each for each in Status if each is not Status.NOT_MEASURED])
def test_every_status_has_a_headline_for_a_measured_goal(status: Status, language: Language) -> None:
    goal = reports.undecided_goal()
    words = headline(replace(goal, status=status), language)
    assert all(sentence.strip() and "{" not in sentence for sentence in words)


def test_a_change_of_nothing_is_unchanged() -> None:
    goal = reports.undecided_goal()
    assert goal.latest
    still = replace(goal.latest, change=Change(0.001, Interval(-0.1, 0.1, 0.95), Interval(-0.05, 0.05, 0.8)))
    assert "uændret" in said(replace(goal, follow_ups=(still,)))
