"""What ``estimate`` makes of a file and its settings, and what it says where it cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.estimate import Estimate, Unusable, run

HEADER = "wave,employee,group,group_population,date,minutes,items"
ROWS = """
baseline,a,team,6,2026-01-05,20,1
baseline,a,team,6,2026-01-06,31,1
baseline,b,team,6,2026-01-05,12,1
baseline,b,team,6,2026-01-07,18.5,1
baseline,c,team,6,2026-01-05,40,1
followup,a,team,6,2026-06-05,7,1
followup,a,team,6,2026-06-06,9,1
followup,b,team,6,2026-06-05,6,1
followup,c,team,6,2026-06-05,11,1
""".strip().splitlines()


def outcome(folder: Path, rows: list[str], settings: Any = None, header: str = HEADER) -> Estimate | Unusable:
    data, case = folder / "data.csv", folder / "case.json"
    data.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    if settings is None:
        return run(data)
    case.write_text(settings if isinstance(settings, str) else json.dumps(settings), encoding="utf-8")
    return run(data, case)


def numbers(folder: Path, rows: list[str], settings: Any = None) -> dict[str, Any]:
    result = outcome(folder, rows, settings)
    assert isinstance(result, Estimate), result
    found = json.loads(result.to_json())
    assert isinstance(found, dict)
    return found


def faults(folder: Path, rows: list[str], settings: Any = None, header: str = HEADER) -> str:
    result = outcome(folder, rows, settings, header)
    assert isinstance(result, Unusable)
    return "\n".join(result.faults)


def replaced(old: str, new: str, number: int = 0) -> list[str]:
    rows = list(ROWS)
    assert old in rows[number]
    rows[number] = rows[number].replace(old, new)
    return rows


def test_without_settings_two_stage_correction_and_no_target(tmp_path: Path) -> None:
    found = numbers(tmp_path, ROWS)
    assert (found["mode"], found["fpc_used"], found["populations_known"]) == ("combined", "two", "all")
    assert (found["n_both"], found["n_union"]) == (3, 3)
    assert found["ratio_baseline"] == pytest.approx(121.5 / 5)
    assert found["reduction"] == pytest.approx(1 - (33 / 4) / (121.5 / 5))
    assert (found["target"], found["status"], found["share"], found["potential"]) == (None, None, None, None)


def test_without_populations_there_is_no_correction(tmp_path: Path) -> None:
    found = numbers(tmp_path, [row.replace(",6,2", ",,2") for row in ROWS])
    assert (found["fpc_used"], found["populations_known"], found["V_within"]) == ("none", "none", 0)


def test_row_order_and_split_rows_do_not_matter(tmp_path: Path) -> None:
    found = numbers(tmp_path, ROWS)
    split = replaced(",20,1", ",10,0.5") + ["baseline,a,team,6,2026-01-05,10,0.5"]
    assert numbers(tmp_path, split[::-1])["ci_reduction_95"] == pytest.approx(found["ci_reduction_95"])


def test_no_interval_is_undecided_with_its_reason(tmp_path: Path) -> None:
    alone = [row for row in ROWS if ",a," in row]
    found = numbers(tmp_path, alone, {"target": 0.5})
    assert (found["status"], found["no_interval_because"]) == ("undecided", "too_few_employees")
    assert found["reduction"] > 0
    assert found["ci_reduction_95"] is found["se_log_ratio"] is None


def test_a_follow_up_of_zero_minutes_is_valid_json(tmp_path: Path) -> None:
    rows = [row if row.startswith("baseline") else row.rsplit(",", 2)[0] + ",0,1" for row in ROWS]
    found = numbers(tmp_path, rows, {"target": 0.5, "volume": 600})
    assert (found["reduction"], found["log_ratio"], found["status"]) == (1.0, None, "undecided")
    assert found["potential"]["hours"] == pytest.approx(600 * 24.3 / 60)


def test_a_baseline_of_zero_minutes_has_no_numbers(tmp_path: Path) -> None:
    rows = [row if row.startswith("followup") else row.rsplit(",", 2)[0] + ",0,1" for row in ROWS]
    found = numbers(tmp_path, rows)
    assert (found["reduction"], found["no_interval_because"]) == (None, "zero_baseline")


def test_a_group_of_one_wave_is_named(tmp_path: Path) -> None:
    found = numbers(tmp_path, [*ROWS, "baseline,z,other,9,2026-01-05,70,1"])
    assert found["groups_left_out"] == ["other"]
    assert found["n_employees_baseline"] == 3


def test_settings_choose_two_of_several_waves(tmp_path: Path) -> None:
    third = [row.replace("followup", "later") for row in ROWS if row.startswith("followup")]
    found = numbers(tmp_path, ROWS + third, {"waves": ["followup", "later"]})
    assert found["other_waves"] == ["baseline"]
    assert found["reduction"] == 0


def test_beside_fixed_volumes_stands_what_the_mix_as_it_came_would_give(tmp_path: Path) -> None:
    heavy = [row.replace("team,6", "heavy,6").replace(",a,", ",x,").replace(",b,", ",y,") for row in ROWS]
    rows = [*ROWS, *(row.rsplit(",", 2)[0] + ",90,2" for row in heavy if ",c," not in row)]
    volumes = {"team": 900, "heavy": 100}
    standardised = numbers(tmp_path, rows, {"mode": "standardised", "volumes": volumes})
    combined = numbers(tmp_path, rows)
    assert standardised["reduction_combined"] == pytest.approx(combined["reduction"])
    assert standardised["reduction"] != pytest.approx(combined["reduction"])
    assert combined["reduction_combined"] is None


def test_a_share_goal_is_decided_by_the_shares_own_interval(tmp_path: Path) -> None:
    rows = [
        f"{wave},e{number},,,,{unwanted},10"
        for wave, counts in (("baseline", (3, 5, 4, 6)), ("followup", (0, 0, 0, 0)))
        for number, unwanted in enumerate(counts)
    ]
    found = numbers(tmp_path, rows, {"share": True, "target": 0.1})
    assert found["no_interval_because"] is None
    assert found["share"]["reduction_ci"][0] > 0.1
    assert found["status"] == "reached"


def test_an_expansion_needs_no_items(tmp_path: Path) -> None:
    rows = [row.removesuffix("1") for row in ROWS]
    found = numbers(tmp_path, rows, {"mode": "expansion", "known_x": {"baseline": 10, "followup": 8}})
    assert found["ratio_baseline"] == pytest.approx(121.5 * 6 / 3 / 10)


def test_windows_excel_files_are_read(tmp_path: Path) -> None:
    data = tmp_path / "data.csv"
    data.write_bytes(b"\xef\xbb\xbf" + "\r\n".join((HEADER, *ROWS, ",,,,,,", "")).encode())
    assert isinstance(run(data), Estimate)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (replaced(",20,1", ",-20,1"), ("Row 2", "'-20'", "minutes", "from 0")),
        (replaced(",20,1", ",twenty,1"), ("Row 2", "'twenty'", "minutes")),
        (replaced(",20,1", ',"20,5",1'), ("Row 2", "'20,5'", "point for decimals")),
        (replaced(",20,1", ",nan,1"), ("Row 2", "'nan'", "minutes")),
        (replaced(",20,1", ",20,"), ("Row 2", "''", "items")),
        (replaced(",20,1", ",20,5,1"), ("Row 2", "8 cells", "7")),
        (replaced("baseline", "basline"), ("Row 2", "'basline'", "neither baseline nor followup")),
        (replaced("baseline", ""), ("Row 2", "no wave")),
        (replaced(",a,", ",,"), ("Row 2", "employee")),
        (replaced("team", ""), ("Row 2", "group")),
        (replaced(",6,2", ",six,2"), ("Row 2", "'six'", "group_population")),
        (replaced(",6,2", ",5.5,2"), ("Row 2", "'5.5'", "whole number")),
        (replaced(",6,2", ",7,2"), ("'team'", "'baseline'", "several group_population: 6, 7")),
        (replaced("2026-06-05", "", 5), ("Row 7", "no date", "'followup'", "1 rows without")),
        ([row.replace(",6,2", ",2,2") for row in ROWS], ("3 employees", "group_population of 2")),
        (ROWS[:5], ("No row has the wave 'followup'",)),
    ],
)
def test_faults_of_the_file_say_where_and_what_to_do(tmp_path: Path, rows: list[str], words: tuple[str, ...]) -> None:
    found = faults(tmp_path, rows)
    assert all(word in found for word in words), found


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, replaced(",a,", ",,", 1) + ["followup,d,team,6,2026-06-05,x,1"])
    assert "Row 3" in found
    assert "Row 11" in found


def test_hundreds_of_faults_are_counted(tmp_path: Path) -> None:
    found = faults(tmp_path, ["baseline,a,team,6,2026-01-05,?,1"] * 100)
    assert found.endswith("And 80 more like these.")


def test_unwanted_cases_are_some_of_all_cases(tmp_path: Path) -> None:
    found = faults(tmp_path, ROWS, {"share": True})
    assert "Row 2 has 20 unwanted cases (minutes) of 1 (items)" in found


def test_ignored_populations_may_be_anything(tmp_path: Path) -> None:
    rows = replaced(",6,2", ",unknown,2")
    assert numbers(tmp_path, rows, {"use_population": False})["populations_known"] == "none"


@pytest.mark.parametrize("header", [HEADER.replace("minutes", "time"), HEADER.replace(",", ";")])
def test_a_missing_column_is_named_with_what_was_found(tmp_path: Path, header: str) -> None:
    found = faults(tmp_path, ROWS, header=header)
    assert "minutes" in found
    assert header in found or "time" in found


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("{", ("not JSON",)),
        ("[]", ("one JSON object",)),
        ({"mode": "average"}, ("mode", "combined, standardised, expansion", '"average"')),
        ({"fpc": True}, ("fpc", "two, none")),
        ({"match_ids": "yes"}, ("match_ids", "true or false")),
        ({"waves": ["baseline"]}, ("waves", "two different waves")),
        ({"target": "85 %"}, ("target", "number to 1")),
        ({"target": 85}, ("target", "number to 1")),
        ({"milestone": 0.4}, ("milestone needs a target",)),
        ({"target": 0.4, "milestone": 0.5}, ("milestone 0.5", "target 0.4")),
        ({"volume": 0}, ("volume must be above 0",)),
        ({"mode": "standardised"}, ("standardised needs volumes",)),
        ({"mode": "standardised", "volumes": {"team": -1}}, ("volumes of 'team'", "from 0")),
        ({"mode": "expansion", "known_x": {"baseline": 7}}, ("known_x", "followup")),
        ({"mode": "expansion", "known_x": 7}, ("known_x", "for each name")),
        (
            {"mode": "expansion", "share": True, "known_x": {"baseline": 7, "followup": 7}},
            ("share cannot be expanded",),
        ),
    ],
)
def test_faults_of_the_settings_name_the_field(tmp_path: Path, settings: Any, words: tuple[str, ...]) -> None:
    found = faults(tmp_path, ROWS, settings)
    assert found.startswith("Settings")
    assert all(word in found for word in words), found


def test_a_settings_wave_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert "No row has the wave 'after'" in faults(tmp_path, ROWS, {"waves": ["baseline", "after"]})


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\x14\xff\xfe", b'a,"b\n'])
def test_what_is_no_csv_file_is_said(tmp_path: Path, content: bytes) -> None:
    data = tmp_path / "data.csv"
    data.write_bytes(content)
    result = run(data)
    assert isinstance(result, Unusable)
    assert str(data) in result.faults[0]


def test_files_that_are_not_there_are_said(tmp_path: Path) -> None:
    data = run(tmp_path / "nowhere.csv")
    settings = run(tmp_path / "nowhere.csv", tmp_path / "nowhere.json")
    assert isinstance(data, Unusable)
    assert isinstance(settings, Unusable)
    assert "cannot be read" in data.faults[0]
    assert "nowhere.json" in settings.faults[0]
