"""The simulation itself: the product is what is measured, the rivals are as good as they get, the work is as said."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest

from analysis.model.outcome import Interval
from analysis.model.plan import Population
from analysis.statistics import Contrast, Design, contrast
from tests.benchmarks.coverage import long_run, of_best_guesses, of_counts, of_parts, rivals, tables
from tests.benchmarks.coverage.cells import MAIN, SMALL, STRATA
from tests.benchmarks.coverage.nature import Group, Nature, Rows, Study, study
from tests.benchmarks.coverage.running import Cell, outcomes

ORACLE = Path(__file__).parents[1] / "statistics" / "oracle"
PANEL = Cell("panel", Nature(0.5), (Group(6, 6, 6),))
GEVINST = rivals.product("Gevinst", Design())
WELCH = rivals.Method("Welch", rivals.welch_on_rows)
NOISE = np.random.default_rng(1)


def measured(case: str) -> Study:
    """A case of the oracle, where each row is one item."""
    with (ORACLE / case / "data.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["items"] for row in rows} == {"1"}
    groups, names = (sorted({row[column] for row in rows}) for column in ("group", "employee"))
    settings = json.loads((ORACLE / case / "case.json").read_text(encoding="utf-8"))
    sizes = {row["group"]: int(row["group_population"]) for row in rows if settings["use_population"]}
    baseline, follow_up = (
        rows_of([row for row in rows if row["wave"] == wave], groups, names) for wave in settings["waves"]
    )
    return Study(baseline, follow_up, 0.0, tuple(Population(group, sizes.get(group)) for group in groups))


def rows_of(rows: list[dict[str, str]], groups: list[str], names: list[str]) -> Rows:
    own = sorted({(row["employee"], row["group"]) for row in rows})
    places = {name: place for place, (name, _) in enumerate(own)}
    return Rows(
        np.array([names.index(name) for name, _ in own]),
        np.array([groups.index(group) for _, group in own]),
        np.array([float(row["minutes"]) for row in rows]),
        np.array([places[row["employee"]] for row in rows]),
        np.zeros(len(rows), dtype=np.intp),
    )


@pytest.mark.parametrize("case", ["v1_panel_no_population", "v8_real_permits_quarter", "v9_real_permits_14days_fpc"])
def test_taylor_is_what_r_survey_gives(case: str) -> None:
    expected = json.loads((ORACLE / case / "expected.json").read_text(encoding="utf-8"))["info_taylor_stacked_ci"]
    found = rivals.taylor(measured(case), NOISE)
    assert [1 - math.exp(found.high), 1 - math.exp(found.low)] == pytest.approx(expected, rel=1e-8)


def test_the_product_is_measured_and_no_copy_of_it() -> None:
    drawn = study(PANEL.nature, PANEL.groups, np.random.default_rng(5))
    result = contrast(*drawn.samples(), Design())
    assert isinstance(result, Contrast)
    expected, found = result.interval(), GEVINST.interval(drawn, NOISE)
    assert isinstance(expected, Interval)
    assert isinstance(found, Interval)
    assert (1 - math.exp(found.high), 1 - math.exp(found.low)) == pytest.approx((expected.low, expected.high))


def test_the_same_seed_gives_the_same_table() -> None:
    assert outcomes(PANEL, (GEVINST, WELCH), 5, seed=3) == outcomes(PANEL, (GEVINST, WELCH), 5, seed=3)


def test_rows_are_not_independent_and_the_simulation_shows_it() -> None:
    own, welch = outcomes(PANEL, (GEVINST, WELCH), 60, seed=1)
    assert own.covered > 0.9
    assert welch.covered < 0.7
    assert own.covered + own.below + own.above == pytest.approx(1)


def test_every_rival_finds_an_interval() -> None:
    drawn = study(Nature(0.3), (Group(5, 6, 2, 9), Group(4, 4, 0, 30)), np.random.default_rng(2))
    for interval in (
        rivals.welch_on_rows,
        rivals.taylor,
        rivals.taylor_with_one_stage_correction,
        rivals.jackknife_with_default_df,
        rivals.employee_bootstrap(99),
        rivals.row_bootstrap("percentile", 99),
        rivals.row_bootstrap("BCa", 99),
    ):
        found = interval(drawn, NOISE)
        assert found is not None
        assert found.low < found.high


def test_minutes_vary_as_they_are_said_to() -> None:
    """The mean of very many gives the true ratio, and the parts of the variance are those of ``Nature``."""
    nature = Nature(0.3, automation=True)
    drawn = study(nature, (Group(4000, 4000, 4000),), np.random.default_rng(1))
    items = [one.items_per_employee for one in (drawn.baseline, drawn.follow_up)]
    assert math.log(drawn.follow_up.minutes.mean() / drawn.baseline.minutes.mean()) == pytest.approx(
        drawn.truth, abs=0.04
    )
    assert np.corrcoef(*items)[0, 1] > 0.9
    logs, owner = np.log(drawn.baseline.minutes), drawn.baseline.owner
    assert logs.var() == pytest.approx(nature.log_variance, rel=0.03)
    means = np.bincount(owner, weights=logs) / items[0]
    many = items[0] > 40
    assert means[many].var() == pytest.approx(nature.icc * nature.log_variance, rel=0.12)


def test_the_truth_of_a_population_is_that_of_its_people() -> None:
    """All of them measured for very long: what is left is the difference to the truth by chance of days."""
    nature = Nature(0.5, fewest_items=3000, most_items=6000)
    drawn = study(nature, (Group(8, 8, 8, 8),), np.random.default_rng(1))
    assert math.log(drawn.follow_up.minutes.mean() / drawn.baseline.minutes.mean()) == pytest.approx(
        drawn.truth, abs=0.15
    )
    assert drawn.truth != pytest.approx(math.log(nature.ratio), abs=1e-3)


def test_the_grid_is_the_published_one() -> None:
    assert (len(MAIN), len(SMALL), len(STRATA)) == (90, 32, 16)
    assert {cell.overlap for cell in MAIN} == {0.0, 0.5, 1.0}


def test_tables_have_a_row_for_each_method_and_nature() -> None:
    found = tuple(one for cell in MAIN for one in outcomes(cell, (WELCH,), 1, seed=1))
    assert tables.by_size(found, "Welch").count("\n") == 2
    assert tables.by_nature(found).count("\n") == 7


def test_weeks_hold_where_busy_days_follow_each_other() -> None:
    basis, weeks = of_counts.coverage(of_counts.Process(0.39, 0.5), weeks=8, studies=80, seed=1)
    other, totals = of_counts.coverage(of_counts.Process(0.39, 0.5), weeks=1, studies=80, seed=1)
    assert (basis, other) == ("weeks", "totals")
    assert weeks > 0.85 > totals


def test_biased_guesses_miss_and_corrected_ones_hold() -> None:
    guessed, corrected = of_best_guesses.coverage(20, 8, studies=60, seed=1)
    assert guessed < 0.3
    assert corrected > 0.85


def test_components_hold_the_populations() -> None:
    assert of_parts.coverage(10, studies=30, seed=1)[:, 0].min() > 0.8


def test_corrected_guesses_hold_the_reduction_and_uncorrected_ones_do_not() -> None:
    uncorrected, corrected, alike = of_best_guesses.coverage_of_reduction(20, 20, studies=60, seed=1)
    assert uncorrected < 0.6
    assert min(corrected, alike) > 0.85


def test_a_long_run_gives_each_cell_as_many_studies_and_stops() -> None:
    cells = (PANEL, Cell("two", Nature(0.1), (Group(4, 4, 0),)))
    last = [*long_run.rounds(cells, WELCH, minutes=1.0, most_studies=2 * long_run.STUDIES_A_ROUND)][-1]
    assert [one.cell for one in last] == list(cells)
    assert {one.studies for one in last} == {2 * long_run.STUDIES_A_ROUND}
    assert last[0].covered + last[0].below + last[0].above == pytest.approx(1)
    first = next(long_run.rounds(cells, WELCH, minutes=0.0, most_studies=10**6))
    assert first[0].studies == long_run.STUDIES_A_ROUND
