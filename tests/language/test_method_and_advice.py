"""How a number was made, what the first follow-up can show, and few employees said once: in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import Language
from analysis.language.sentences import advice_sentence, caveat_sentences, method_sentences
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.mode import Mode
from analysis.model.status import Advice, Basis
from tests import reports

DA, EN = Language.DANISH, Language.ENGLISH


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


def test_each_mode_is_named_in_plain_words_and_one_group_has_none() -> None:
    goal = reports.goal()
    said = {mode: method_sentences(goal, True, DA, Basis.EMPLOYEES, mode) for mode in (None, *Mode)}
    assert "faste årlige antal" in said[Mode.STANDARDISED][1]
    assert "som sagerne fordelte sig" in said[Mode.COMBINED][1]
    assert "hvor mange medarbejdere den har" in said[Mode.EXPANSION][1]
    assert {len(sentences) - len(said[None]) for mode, sentences in said.items() if mode} == {1}


def test_a_share_of_totals_does_not_claim_poisson() -> None:
    of_totals = " ".join(method_sentences(reports.digital_goal().goal, False, DA, Basis.TOTALS))
    assert "uafhængigt af hinanden" in of_totals
    assert "Poisson" not in of_totals
    assert "Poisson" in " ".join(method_sentences(reports.calls_goal().goal, False, DA, Basis.TOTALS))


@pytest.mark.parametrize(
    ("to_show", "danish", "english"),
    [
        (0.0, "viser et reelt fald, hvis målet på 85 % er nået", "shows a real fall, if the target of 85% is reached"),
        (0.4, "viser delmålet på 40 % som nået, hvis", "shows the milestone of 40% as reached, if"),
    ],
)
def test_before_any_follow_up_no_measured_fall_is_spoken_of(to_show: float, danish: str, english: str) -> None:
    advice = Advice(8, same_employees=True, registrations=240, population=None, to_show=to_show)
    in_danish, in_english = (plain(advice_sentence(advice, language, reports.goal())) for language in (DA, EN))
    assert danish in in_danish
    assert english in in_english
    assert "afgør" not in in_danish
    assert "det samme" not in in_danish


def test_where_more_is_wanted_the_first_follow_up_is_to_show_a_rise() -> None:
    advice = Advice(8, same_employees=True, registrations=240, population=20, to_show=0.0)
    said = plain(advice_sentence(advice, DA, reports.calls_goal().goal))
    assert "viser et reelt fald" in said
    assert "viser en reel stigning" in plain(advice_sentence(advice, DA, reports.digital_goal().goal))
    assert said.endswith("I har 20 i målgrupperne.")


def test_few_employees_are_said_once_naming_the_rounds() -> None:
    goal = reports.undecided_goal()
    assert goal.baseline
    assert goal.latest
    few = [Caveat(CaveatKind.FEW_EMPLOYEES, number, number=employees) for number, employees in ((0, 4), (3, 5))]
    marked = replace(
        goal,
        baseline=replace(goal.baseline, caveats=(few[0],)),
        follow_ups=(*goal.follow_ups[:-1], replace(goal.latest, caveats=(few[1],))),
    )
    (said,) = caveat_sentences(marked, DA)
    assert "4 medarbejdere i baselinemålingen og 5 medarbejdere i eftermåling 3" in plain(said)
    only = replace(marked, baseline=replace(goal.baseline, caveats=()))
    assert "Kun få har målt: 5 medarbejdere i eftermåling 3. Fra 6" in plain(caveat_sentences(only, DA)[0])
