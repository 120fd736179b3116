"""The files of the worked example are what Danish Excel leaves, and can be made again."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from analysis.example import INDICATORS, WORKBOOK
from analysis.model.plan import Round
from tests.sample_data.sample_files import COUNTS, FILES, FOLDER, HEADER, PLAN, cells_of, rows_of

HOLIDAYS = {date(2026, *day) for day in ((1, 1), (4, 2), (4, 3), (4, 6), (5, 14), (5, 25), (6, 5), (12, 25))}
COUNTED = {"Scan", "Telefonvejledning", "Samtaleforberedelse"}
WORKING_DAY = 37 / 5 * 60


def test_making_them_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "make.py", tmp_path], check=True)
    made = (*FILES, *COUNTS, INDICATORS, WORKBOOK.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(made)
    for file in made:
        assert (tmp_path / file).read_bytes() == (FOLDER / file).read_bytes(), file


def test_the_baseline_is_windows_text_with_decimal_commas() -> None:
    content = (FOLDER / "baseline.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    text = content.decode("cp1252")
    assert text.startswith(";".join(HEADER) + "\r\n12-01-2026;")
    assert text.count("\r\n") == text.count("\n")
    assert ",5;" in text
    assert "." not in text


def test_the_first_follow_up_has_a_byte_order_mark() -> None:
    content = (FOLDER / "eftermaaling-1.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfDato;")
    assert "målgruppe" in content.decode("utf-8-sig").casefold()


@pytest.mark.parametrize("file", FILES[2:])
def test_a_workbook_has_a_title_an_empty_row_and_a_total(file: str) -> None:
    title, empty, header, *table, total = cells_of(file)
    assert title[0].startswith("Tidsregistrering, eftermåling")
    assert set(empty) == {None}
    assert header == HEADER
    rows = rows_of(file)
    assert len(rows) == len(table)
    assert total == (
        "I alt", None, None, None, sum(row.minutes for row in rows), sum(row.count or 0 for row in rows)
    )  # fmt: skip


@pytest.mark.parametrize(("file", "measured"), list(zip(FILES, PLAN.rounds, strict=True)), ids=FILES)
def test_all_ten_working_days_of_the_window_are_measured_and_no_other(file: str, measured: Round) -> None:
    days = {row.day for row in rows_of(file)}
    assert len(days) == 10
    assert all(day.weekday() < 5 and day not in HOLIDAYS for day in days)
    assert min(days) == measured.starts_on
    assert max(days) < measured.ends_on


def test_employees_are_absent_now_and_then_and_most_of_all_on_the_first_of_may() -> None:
    present: dict[date, set[str]] = defaultdict(set)
    for row in rows_of("eftermaaling-1.csv"):
        present[row.day].add(row.employee)
    attendance = {day: len(employees) for day, employees in present.items()}
    assert min(attendance, key=lambda day: attendance[day]) == date(2026, 5, 1)
    assert len(set(attendance.values())) > 2


@pytest.mark.parametrize("file", FILES)
def test_there_is_one_row_per_employee_day_and_workflow(file: str) -> None:
    rows = rows_of(file)
    assert len({(row.employee, row.day, row.workflow) for row in rows}) == len(rows)


@pytest.mark.parametrize("file", FILES)
def test_a_count_stands_where_something_is_counted(file: str) -> None:
    rows = rows_of(file)
    assert all((row.count is not None) == (row.workflow in COUNTED) for row in rows)
    assert all(row.count is None or row.count > 0 for row in rows)


@pytest.mark.parametrize("file", FILES)
def test_minutes_are_half_minutes_that_fit_in_a_working_day(file: str) -> None:
    days: dict[tuple[str, date], float] = defaultdict(float)
    for row in rows_of(file):
        assert row.minutes > 0
        assert row.minutes * 2 % 1 == 0
        days[row.employee, row.day] += row.minutes
    assert max(days.values()) <= WORKING_DAY


def test_an_employee_stays_in_one_target_group_of_the_plan() -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for file in FILES:
        for row in rows_of(file):
            groups[row.employee].add(row.target_group)
    assert all(len(names) == 1 for names in groups.values())
    assert set().union(*groups.values()) == {group.name for group in PLAN.target_groups}


def test_every_workflow_belongs_to_a_goal_and_interviews_are_measured_at_baseline_only() -> None:
    planned = {workflow for goal in PLAN.goals[:3] for workflow in goal.workflows}
    baseline, *follow_ups = ({row.workflow for row in rows_of(file)} for file in FILES)
    assert baseline == planned
    assert all(workflows == planned - {"Samtaleforberedelse"} for workflows in follow_ups)
