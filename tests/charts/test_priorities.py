"""The picture that helps to choose few goals: its message, its rows, and words for those who cannot see it."""

from __future__ import annotations

import pytest

from analysis.charts.export import png
from analysis.charts.priorities import priorities_alt_text, priorities_chart
from analysis.language import Language
from analysis.language.sentences import priorities_sentence
from analysis.model.choices import Denominator, Ease
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.plan import Goal
from analysis.model.priorities import Priority
from analysis.model.worth import Yearly
from analysis.report.priorities_table import priorities_table
from tests.charts import drawn


def named(name: str) -> Goal:
    return Goal(1, name, "", "sag", ("Sag",), Denominator.REGISTRATIONS, None, 0.5, 6)


def known(name: str, hours: float, data: Ease | None, follow_up: Ease | None) -> Priority:
    return Priority(named(name), Yearly(hours, Interval(0.9 * hours, 1.1 * hours, 0.95)), data, follow_up)


BIG_EASY = known("Journalisering", 7800, Ease.EASY, Ease.MIDDLING)
BIG_HARD = known("Opfølgning", 7800, Ease.EASY, Ease.HARD)
SMALL_EASY = known("Telefon", 1200, Ease.EASY, Ease.EASY)
SMALL_HARD = known("Breve", 900, Ease.HARD, Ease.HARD)
UNKNOWN = Priority(named("Samtaler"), NotComputable(Reason.NO_BASELINE), None, None)
NOT_TIME = Priority(named("Ansøgninger"), None, Ease.EASY, Ease.EASY)
EVERY = (BIG_EASY, SMALL_HARD, UNKNOWN, NOT_TIME)


@pytest.mark.parametrize(
    ("priorities", "said"),
    [
        ([BIG_EASY, SMALL_EASY], "Størst potentiale og ret let at måle og følge: Journalisering, 7.800 timer om året."),
        (
            [BIG_HARD, SMALL_EASY],
            "Størst potentiale: Opfølgning, 7.800 timer om året, men det er ikke let at måle og følge. "
            "Størst af de lettere: Telefon, 1.200 timer.",
        ),
        ([BIG_HARD, SMALL_HARD], "Størst potentiale: Opfølgning, 7.800 timer om året. Intet mål er let"),
        ([known("Nyt", 10, None, Ease.EASY)], "Skriv, hvor let det er at måle og følge."),
        ([UNKNOWN, NOT_TIME], "Intet mål har et potentiale i timer endnu"),
    ],
)
def test_the_message_is_made_from_the_numbers(priorities: list[Priority], said: str) -> None:
    assert said in priorities_sentence(priorities, Language.DANISH)


def test_bars_are_as_long_as_the_hours_and_blue_where_it_is_easy() -> None:
    chart = priorities_chart(EVERY, Language.DANISH, title=False, width=760)
    easy, hard = drawn.rows(chart, "rule")
    assert hard["x2"] / easy["x2"] == pytest.approx(900 / 7800)
    assert easy["colour"] != hard["colour"]
    assert {"7.800 timer", "Kendes ikke endnu", "Handler ikke om tid", "Ikke vurderet", "Svær"} <= set(
        drawn.texts(chart)
    )


def test_as_many_circles_are_filled_as_it_is_easy() -> None:
    circles = drawn.rows(priorities_chart([BIG_EASY], Language.DANISH, title=False, compact=True), "point")
    assert (len(circles), sum(circle["fill"] != "white" for circle in circles)) == (6, 5)


def test_the_picture_can_be_downloaded_with_its_message() -> None:
    assert png(priorities_chart(EVERY, Language.ENGLISH, title=True)).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", Language)
def test_words_and_table_say_what_the_picture_shows(language: Language) -> None:
    words = priorities_alt_text(EVERY, language)
    assert all(one.goal.name in words for one in EVERY)
    table = priorities_table(EVERY, language)
    assert [row[0] for row in table.rows] == [one.goal.name for one in EVERY]
    assert [row[1] for row in table.rows[2:]] == ["–", "–"]
