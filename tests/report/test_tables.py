"""The numbers beside the charts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.language import Language
from analysis.model.outcome import Interval
from analysis.report.table import Table
from analysis.report.tables import goals_table, groups_table, rounds_table
from tests import reports


def plain(table: Table) -> list[list[str]]:
    return [[cell.replace("\u00a0", " ") for cell in row] for row in table.rows]


def headings(table: Table) -> list[str]:
    return [column.heading.replace("\u00a0", " ") for column in table.columns]


def test_the_rounds_with_employees_before_registrations() -> None:
    table = rounds_table(reports.undecided_goal(), Language.DANISH)
    assert headings(table)[2:5] == ["Medarbejdere", "Registreringer", "Minutter pr. dokument"]
    first, *_, last = plain(table)
    assert first[:6] == ["Baselinemåling", "12.–25. jan. 2026", "38", "2.871", "7,9", "7,1–8,8"]
    assert last[0] == "Eftermåling 3"
    assert last[6:] == ["−79 %", "70–86 %", "Mål: −85 %", "Uafklaret"]


def test_the_rounds_in_english() -> None:
    *_, last = plain(rounds_table(reports.undecided_goal(), Language.ENGLISH))
    assert last == [
        *("Follow-up 3", "24 Aug – 6 Sept 2026", "36", "2,400", "1.7", "1.3–2.1"),
        *("−79%", "70–86%", "Target: −85%", "Undecided"),
    ]


def test_planned_rounds_stand_last() -> None:
    table = plain(rounds_table(reports.baseline_only_goal(), Language.DANISH))
    assert [row[-1] for row in table] == ["–", "Planlagt", "Planlagt"]


def test_hidden_is_said_and_never_zero() -> None:
    *_, last = plain(rounds_table(reports.hidden_goal(), Language.DANISH))
    assert last[4:] == ["vises ikke", "–", "vises ikke", "–", "Mål: −85 %", "For få målinger"]
    *_, group = plain(groups_table(reports.undecided_goal(), Language.DANISH))
    assert group[-3:] == ["vises ikke", "–", "For få målinger"]


def test_a_limit_just_below_the_target_is_not_rounded_up_to_it() -> None:
    whole = reports.undecided_goal()
    last = whole.follow_ups[-1]
    near = replace(last, change=replace(last.change, interval_95=Interval(0.8496, 0.9, 0.95)))
    *_, row = plain(rounds_table(replace(whole, follow_ups=(near,)), Language.DANISH))
    assert row[7] == "84,96–90 %"


def test_the_goals_with_what_is_asked_of_them() -> None:
    assert plain(goals_table(reports.example_report(), Language.DANISH)) == [
        [
            *("Journalisering og fordeling af dokumenter", "−85 %", "2. sep. 2026", "Eftermåling 3", "36"),
            *("−79 %", "70–86 %", "Mål: −85 %", "Uafklaret"),
        ],
        [
            *("Oprettelse af sager", "−30 %", "2. sep. 2026", "Eftermåling 3", "30"),
            *("−44 %", "36–51 %", "Mål: −30 %", "Nået"),
        ],
        ["Partshøring", "−50 %", "2. mar. 2027", "Baselinemåling", "22", "–", "–", "–", "Ikke målt"],
    ]


@pytest.mark.parametrize("language", Language)
def test_headings_are_unique_and_every_row_fills_them(language: Language) -> None:
    for goal in reports.crowded_report().goals:
        for table in (rounds_table(goal, language), groups_table(goal, language)):
            assert len(set(headings(table))) == len(table.columns)
            assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_a_telephone_shows_what_decides_and_leaves_the_rest_to_the_file() -> None:
    report = reports.example_report()
    rounds = rounds_table(report.goals[0], Language.DANISH).without_details
    assert headings(rounds) == ["Målerunde", "Minutter pr. dokument", "Ændring", "Status"]
    goals = goals_table(report, Language.DANISH).without_details
    assert headings(goals) == ["Mål", "Ændring", "95 %-interval", "Status"]
