"""A goal's sentence and its letters agree with the fields that they are made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analysis.language import Language
from analysis.language.sentences import (
    goal_sentence,
    lack_sentence,
    letter_sentence,
    own_success_sentence,
    target_point_sentence,
)
from analysis.model.choices import Act, Denominator, Direction, Ease, Measure, Method, TargetUnit
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal, Milestone
from analysis.model.smart import (
    Lack,
    Lacking,
    Letter,
    OwnSuccess,
    SelfJudgement,
    Signed,
    SmartCheck,
    TargetPoint,
)

DA, EN = Language.DANISH, Language.ENGLISH
GO_LIVE = date(2026, 3, 2)
TIME = Goal(
    1,
    "Journalisering",
    "",
    "dokument",
    ("Scan", "Fordel", "Opret sag", "Stamdata"),
    Denominator.LEADING_COUNT,
    "Scan",
    0.85,
    6,
    (Milestone(2, 0.4),),
)
SHARE = replace(
    TIME,
    item="digitale ansøgninger",
    workflows=("Ansøgninger",),
    measure=Measure.SHARE,
    direction=Direction.MORE,
    target_unit=TargetUnit.POINTS,
    target_improvement=0.2,
    months_to_deadline=9,
)


def read(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_the_sentence_of_the_goal_is_the_papers_example() -> None:
    assert read(goal_sentence(TIME, GO_LIVE, DA)) == (
        "Tiden pr. dokument på Scan, Fordel, Opret sag og Stamdata er reduceret med 85 %, "
        "et halvt år efter idriftsættelse (2. september 2026)."
    )
    assert read(goal_sentence(TIME, GO_LIVE, EN)) == (
        "Time per dokument on Scan, Fordel, Opret sag and Stamdata has been reduced by 85%, "
        "half a year after go-live (2 September 2026)."
    )


def test_a_share_is_told_in_percentage_points_and_odd_months_in_numbers() -> None:
    assert read(goal_sentence(SHARE, GO_LIVE, DA)) == (
        "Andelen af digitale ansøgninger ud af Ansøgninger er øget med 20 procentpoint, "
        "9 måneder efter idriftsættelse (2. december 2026)."
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("measure", [Measure.COUNT, Measure.SHARE])
@pytest.mark.parametrize("direction", Direction)
def test_every_kind_of_goal_has_a_sentence(measure: Measure, direction: Direction, language: Language) -> None:
    assert "85" in goal_sentence(replace(TIME, measure=measure, direction=direction), GO_LIVE, language)


CHECK = SmartCheck(
    TIME,
    GO_LIVE,
    date(2026, 9, 2),
    date(2027, 3, 2),
    "Mere tid",
    ("Scanning hos borgeren", "Én indgang"),
    Method.STOPWATCH,
    14,
    "Toggl",
    ("Eva Lind",),
    ("Team", "Ledere"),
    (Signed(Act.ACCEPTED, "Anne Vad", date(2026, 1, 6)),),
    "Set i to andre kommuner",
    Ease.EASY,
    Ease.MIDDLING,
    (),
    (),
)


def test_each_letter_says_its_own() -> None:
    said = {letter: read(letter_sentence(CHECK, letter, DA)) for letter in Letter}
    assert said == {
        Letter.SPECIFIC: "Tiden pr. dokument: Scan, Fordel, Opret sag og Stamdata. Målet viser gevinsten »Mere tid«. "
        "Det dækker »Scanning hos borgeren« og »Én indgang«.",
        Letter.MEASURABLE: "Faldet skal være på 85 %. Metode: Stopur. Måleperiode: 14 dage. "
        "Der måles af Eva Lind. Deltagere: Team og Ledere. Kilde: Toggl.",
        Letter.ACCEPTED: "Accepteret af Anne Vad den 6. januar 2026.",
        Letter.REALISTIC: "Set i to andre kommuner. Der er 1 delmål på vejen. Dataindsamling: let. Opfølgning: middel.",
        Letter.TIMEBOUND: "Målet skal være nået den 2. september 2026, et halvt år efter idriftsættelse. "
        "Gevinsten forventes realiseret den 2. marts 2027.",
    }


@pytest.mark.parametrize("language", Language)
def test_everything_that_can_be_missing_or_doubtful_has_its_words(language: Language) -> None:
    assert all(lack_sentence(Lack(what, ("days",)), language) for what in Lacking)
    assert all("Anne" in own_success_sentence(SelfJudgement(what, "Anne"), language) for what in OwnSuccess)
    missing = lack_sentence(Lack(Lacking.PROTOCOL, ("method", "days")), DA)
    assert missing == "Måleplanen mangler: Metode, Måleperiode i dage."


def test_the_target_point_is_derived_and_without_a_baseline_unknown() -> None:
    unknown = NotComputable(Reason.NO_BASELINE)
    assert target_point_sentence(TIME, TargetPoint(unknown, unknown), DA) == (
        "Målpunktet kendes først, når baselinemålingen er lavet."
    )
    said = read(target_point_sentence(TIME, TargetPoint(7.9, 1.185), DA))
    assert said.startswith("Målpunktet er 1,2 min. Det regnes ud af baselinemålingen på 7,9 min (−85 %)")
    hidden = NotComputable(Reason.HIDDEN)
    assert "medarbejdere" in target_point_sentence(TIME, TargetPoint(hidden, hidden), DA)
