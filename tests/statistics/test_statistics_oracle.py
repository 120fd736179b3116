"""The numbers of R (survey, clubSandwich) and of an independent implementation; see oracle/README.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from analysis.estimate import Estimate, run
from analysis.estimate.data_file import DataFile, read_registrations
from analysis.estimate.registrations import round_totals
from analysis.estimate.settings import Settings
from analysis.model.outcome import Interval, NotComputable, Reason
from analysis.model.status import Advice
from analysis.statistics import RateChange, Sample, rate_change_of_totals, share_change_of_totals
from analysis.statistics.planner import Pilot, Plan, advise, forecast, pilot_of

ORACLE = Path(__file__).parent / "oracle"
CASES = sorted(path.parent.name for path in ORACLE.glob("*/case.json"))
EXACT = {"rel": 1e-8, "abs": 1e-12}
SAME_NUMBER = {
    "survey_var_log_baseline": "var_log_baseline",
    "survey_var_log_followup": "var_log_followup",
    "survey_se_log_ratio": "se_log_ratio",
    "survey_V_within": "V_within",
    "clubSandwich_df": "df_between",
}
"""R's own values of what the product names once."""
ABOUT_THE_ORACLE = ("case", "title", "source", "R_version", "survey_version", "survey_source")


def expected_numbers(case: str) -> dict[str, Any]:
    values = json.loads((ORACLE / case / "expected.json").read_text(encoding="utf-8"))
    return {k: v for k, v in values.items() if not k.startswith("info_") and k not in ABOUT_THE_ORACLE}


def estimated(case: str) -> Estimate:
    result = run(ORACLE / case / "data.csv", ORACLE / case / "case.json")
    assert isinstance(result, Estimate)
    return result


def assert_same(name: str, found: Any, expected: Any) -> None:
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_same(f"{name}.{key}", found[key], value)
    elif isinstance(expected, list | float | int):
        assert found == pytest.approx(expected, **EXACT), name
    else:
        assert found == expected, name


@pytest.mark.parametrize("case", CASES)
def test_every_number_of_the_case(case: str) -> None:
    found = json.loads(estimated(case).to_json())
    for name, expected in expected_numbers(case).items():
        if name in SAME_NUMBER and expected is None:
            continue
        assert_same(name, found[SAME_NUMBER.get(name, name)], expected)


def test_the_cases_are_all_seventeen() -> None:
    assert sorted(int(case.split("_")[0][1:]) for case in CASES) == list(range(1, 18))


FORMULAS = json.loads((ORACLE / "formulas" / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("share", FORMULAS["shares"])
def test_shares_of_totals(share: dict[str, Any]) -> None:
    change = share_change_of_totals(share["k1"], share["n1"], share["k2"], share["n2"])
    assert isinstance(change.reduction_interval, Interval)
    assert bounds(change.baseline.interval) == pytest.approx(share["ci1"], **EXACT)
    assert bounds(change.follow_up.interval) == pytest.approx(share["ci2"], **EXACT)
    assert 100 * change.points == pytest.approx(share["pp"], **EXACT)
    assert [100 * bound for bound in bounds(change.points_interval)] == pytest.approx(share["pp_ci"], **EXACT)
    assert change.reduction == pytest.approx(share["reduction"], **EXACT)
    assert bounds(change.reduction_interval) == pytest.approx(share["reduction_ci"], **EXACT)


@pytest.mark.parametrize("rate", FORMULAS["rates"])
def test_rates_of_totals(rate: dict[str, Any]) -> None:
    change = rate_change_of_totals(rate["c1"], rate["t1"], rate["c2"], rate["t2"])
    assert isinstance(change, RateChange)
    assert change.reduction == pytest.approx(rate["reduction"], **EXACT)
    assert bounds(change.interval) == pytest.approx(rate["reduction_ci"], **EXACT)


PLANS = json.loads((ORACLE / "planner.json").read_text(encoding="utf-8"))


def pilot_of_case(case: str, wave: str) -> Pilot:
    file = read_registrations(ORACLE / case / "data.csv", Settings())
    assert isinstance(file, DataFile)
    pilot = pilot_of(Sample(round_totals(one for one in file.registrations if one.wave == wave)))
    assert isinstance(pilot, Pilot)
    return pilot


def plan_of(asked: dict[str, Any]) -> Plan:
    return Plan(
        asked["expected"],
        asked["target"],
        overlap=asked.get("overlap", 0.0),
        days=asked.get("days2"),
        population=asked.get("N"),
        automation=asked.get("automation", False),
    )


@pytest.mark.parametrize("planned", PLANS)
def test_pilot(planned: dict[str, Any]) -> None:
    pilot, parts = pilot_of_case(planned["case"], planned["wave"]), planned["components"]
    assert pilot.employees == parts["n"]
    assert pilot.days == parts["D"]
    found = (pilot.between, pilot.within, pilot.registrations_per_employee, pilot.df_per_employee, pilot.df)
    expected = [parts[name] for name in ("Sb", "Bw", "rows_per_employee", "kappa", "nu")]
    assert found == pytest.approx(expected, **EXACT)
    assert pilot.safety == pytest.approx(parts["safety"], **EXACT)


@pytest.mark.parametrize("planned", PLANS)
def test_forecast(planned: dict[str, Any]) -> None:
    pilot, expected = pilot_of_case(planned["case"], planned["wave"]), planned["expected"]
    found = forecast(pilot, plan_of(planned["settings"]), expected["n"])
    assert found.registrations == expected["registrations"]
    assert found.standard_error == pytest.approx(expected["se_log"], **EXACT)
    assert found.df == pytest.approx(expected["df"], **EXACT)
    assert found.power == pytest.approx(expected["power"], **EXACT)
    assert bounds(found.interval) == pytest.approx(expected["expected_ci"], **EXACT)


@pytest.mark.parametrize("planned", [planned for planned in PLANS if "feasible" in planned["expected"]])
def test_advice(planned: dict[str, Any]) -> None:
    plan, expected = plan_of(planned["settings"]), planned["expected"]
    found = advise(pilot_of_case(planned["case"], planned["wave"]), plan)
    if expected["feasible"]:
        assert found == Advice(expected["n"], plan.overlap == 1, expected["registrations"], plan.population)
    else:
        assert found == NotComputable(Reason.BASELINE_IS_THE_LIMIT)


def bounds(interval: Interval) -> list[float]:
    return [interval.low, interval.high]
