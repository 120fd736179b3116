"""The goal trajectory draws what the report says, and nothing hides anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.charts import theme
from analysis.charts.course import course
from analysis.charts.frame import frame
from analysis.charts.geometry import Geometry
from analysis.charts.labels import Label, Labels
from analysis.charts.placement import Box
from analysis.charts.trajectory import trajectory_alt_text, trajectory_chart
from analysis.charts.words import Words
from analysis.language import Language
from analysis.language.sentences import headline
from analysis.model.outcome import NotComputable
from analysis.model.plan import Milestone
from analysis.model.status import GoalReport, Status
from analysis.report.tables import rounds_table
from tests import reports
from tests.charts.drawn import margin, picture, rows, texts, title

GOALS = [
    reports.undecided_goal,
    reports.reached_goal,
    reports.baseline_only_goal,
    reports.unmeasured_goal,
    reports.permits_goal,
    reports.regressed_goal,
    reports.hidden_goal,
    reports.digital_goal,
    reports.calls_goal,
]
every_goal = pytest.mark.parametrize("make", GOALS, ids=lambda make: make.__name__)


def drawn(report: GoalReport, language: Language = Language.DANISH, *, picture: bool = False, compact: bool = False):
    width = 390 if compact else 1000
    return trajectory_chart(report, language, go_live=reports.GO_LIVE, title=picture, width=width, compact=compact)


def test_the_dots_are_the_changes_in_minutes_and_the_labels_the_numbers_of_the_table() -> None:
    report = reports.undecided_goal()
    chart = drawn(report)
    dots = rows(chart, "point", shape=theme.CIRCLE)
    assert [(dot["day"], pytest.approx(dot["value"])) for dot in dots] == [
        ("2026-05-03", 7.9 * 0.59),
        ("2026-07-05", 7.9 * 0.38),
        ("2026-09-06", 7.9 * 0.21),
    ]
    table = rounds_table(report, Language.DANISH)
    for row in table.rows[1:]:
        change, interval = row[6], row[7]
        assert f"{change}\n({interval})" in texts(chart)


def test_the_bars_are_the_interval_that_the_status_was_judged_by() -> None:
    bars = rows(drawn(reports.undecided_goal()), "rule", color=theme.AFTER, strokeWidth=3)
    assert (bars[2]["value"], bars[2]["high"]) == (pytest.approx(7.9 * 0.14), pytest.approx(7.9 * 0.30))
    thick = rows(drawn(reports.undecided_goal()), "rule", color=theme.AFTER, strokeWidth=13)
    assert all(
        inner["value"] > outer["value"] and inner["high"] < outer["high"]
        for inner, outer in zip(thick, bars, strict=True)
    )


def test_the_plan_drops_at_each_milestone_and_at_the_deadline() -> None:
    chart = drawn(reports.undecided_goal())
    steps = rows(chart, "line", color=theme.TARGET)
    assert [step["day"] for step in steps[:4]] == ["2026-03-02", "2026-05-02", "2026-07-02", "2026-09-02"]
    assert [step["value"] for step in steps] == pytest.approx([7.9, 7.9 * 0.6, 7.9 * 0.4, 7.9 * 0.15, 7.9 * 0.15])
    assert {"Delmål: −40 %", "Delmål: −60 %", "Mål: −85 % (≤ 1,2 min)"} <= {
        t.replace("\u00a0", " ") for t in texts(chart)
    }


def test_the_scale_starts_at_zero_and_holds_every_point() -> None:
    for make in GOALS:
        spec = drawn(make()).to_dict()
        low, high = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
        assert low == 0
        assert all(row["value"] <= high for row in rows(drawn(make()), "point"))


def test_without_an_interval_there_is_a_dot_and_no_bar() -> None:
    chart = drawn(reports.hidden_goal())
    assert len(rows(chart, "point", shape=theme.CIRCLE)) == 1
    assert rows(chart, "rule", color=theme.AFTER) == []


def test_a_hidden_round_has_words_and_no_mark() -> None:
    chart = drawn(reports.hidden_goal())
    assert "2026-07-05" not in {dot["day"] for dot in rows(chart, "point")}
    assert "For få målinger" in texts(chart)


def test_an_interval_far_above_the_points_is_cut_with_an_arrow_and_told_in_numbers() -> None:
    chart = drawn(reports.permits_goal())
    top = chart.to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"][1]
    (bar,) = rows(chart, "rule", color=theme.BEFORE, strokeWidth=3)
    (arrow,) = rows(chart, "point", shape=theme.TRIANGLE_UP)
    assert bar["high"] == arrow["value"] == top < 34.2
    assert "Baseline\n9,9 min\n(2,9–34,2)" in texts(chart)


def test_planned_rounds_are_open_circles_on_their_last_day() -> None:
    chart = drawn(reports.baseline_only_goal())
    circles = rows(chart, "point", fill="white")
    assert [circle["day"] for circle in circles] == ["2026-10-04", "2027-03-07"]
    assert texts(chart).count("planlagt") == 2


def test_before_any_measurement_the_plan_is_drawn_in_per_cent_of_the_baseline() -> None:
    chart = drawn(reports.unmeasured_goal(), Language.ENGLISH)
    assert [step["value"] for step in rows(chart, "line", color=theme.TARGET)] == pytest.approx([100, 60, 40, 15, 15])
    axis = chart.to_dict()["layer"][0]["encoding"]["y"]["axis"]
    assert axis["title"] == "Time per dokument in per cent of the baseline"


def test_follow_ups_without_a_baseline_are_drawn_without_a_plan() -> None:
    whole = reports.undecided_goal()
    unknown = NotComputable(reports.HIDDEN.reason)
    later = tuple(replace(result, change=unknown) for result in whole.follow_ups)
    chart = drawn(replace(whole, baseline=None, follow_ups=later))
    assert rows(chart, "line", color=theme.TARGET) == []
    assert len(rows(chart, "point", shape=theme.CIRCLE)) == 3
    assert "1,7 min" in texts(chart)


@every_goal
@pytest.mark.parametrize("language", Language)
def test_the_title_is_the_headline(make: Callable[[], GoalReport], language: Language) -> None:
    report = make()
    assert title(drawn(report, language, picture=True)) == " ".join(headline(report, language))
    assert " ".join(headline(report, language)) in trajectory_alt_text(report, language)


def test_title_table_and_status_agree() -> None:
    report = reports.undecided_goal()
    said = title(drawn(report, picture=True)).replace("\u00a0", " ")
    assert "faldet 79 %" in said
    assert "Vi ved ikke endnu, om målet på 85 % er nået" in said
    last = rounds_table(report, Language.DANISH).rows[-1]
    assert last[-1] == "Uafklaret"
    assert report.status is Status.UNDECIDED


@every_goal
@pytest.mark.parametrize("compact", [False, True])
def test_nothing_is_cut_off(make: Callable[[], GoalReport], compact: bool) -> None:
    image = picture(drawn(make(), compact=compact))
    assert image.width == (390 if compact else 1000)
    assert margin(image) >= 1


def labels_of(report: GoalReport, language: Language, compact: bool) -> tuple[Geometry, tuple[Label, ...]]:
    shown, size = course(report, reports.GO_LIVE), 13 if compact else 15
    plot = frame(shown, 330 if compact else 940, 400, left=4 * size, right=8.5 * size if compact else 13.5 * size)
    geometry = Geometry(shown, plot)
    return geometry, Labels(report.goal, geometry, Words(shown, language, compact), size).placed()


@every_goal
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("compact", [False, True])
def test_no_label_hides_another_or_a_dot(make: Callable[[], GoalReport], language: Language, compact: bool) -> None:
    geometry, labels = labels_of(make(), language, compact)
    places = [label.place for label in labels]
    dots = [geometry.dot(measurement) for measurement in geometry.course.measurements]
    for number, place in enumerate(places):
        assert all(place.overlap(other) == 0 for other in places[:number])
        assert all(place.overlap(dot) == 0 for dot in dots)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("compact", [False, True])
def test_no_label_touches_a_plan_that_rises(language: Language, compact: bool) -> None:
    digital = reports.digital_goal()
    milestones = (Milestone(2, 0.05), Milestone(4, 0.12))
    report = replace(digital, goal=replace(digital.goal, target_improvement=0.2, milestones=milestones))
    geometry, labels = labels_of(report, language, compact)
    plot = geometry.frame
    assert len(geometry.course.treads) == 4
    for tread in geometry.course.treads:
        bottom, top = sorted((plot.y(tread.value), plot.y(tread.before)), reverse=True)
        step = Box(plot.x(tread.first) - 1, top, plot.x(tread.first) + 1, bottom)
        assert [label.lines for label in labels if label.place.overlap(step)] == []


@given(
    st.lists(st.tuples(st.floats(-0.9, 0.95), st.floats(0.02, 0.6), st.floats(0.01, 0.04)), min_size=1, max_size=3),
    st.sampled_from(Language),
)
@example([(0.0, 0.12397817223473771, 0.03125)], Language.DANISH)
@settings(deadline=None, max_examples=60)
def test_labels_stay_inside_the_plot_and_off_the_dots(
    measured: list[tuple[float, float, float]], language: Language
) -> None:
    of, before = reports.goal(), reports.level(7.9, 7.1, 8.8)
    follow_ups = tuple(
        reports.follow_up(number, before, reports.change(rho, rho - down, rho + up), Status.UNDECIDED, of=of)
        for number, (rho, down, up) in enumerate(measured, start=1)
    )
    report = reports.goal_report(of, reports.baseline(before), follow_ups, status=Status.UNDECIDED)
    geometry, labels = labels_of(report, language, compact=False)
    for label in labels:
        assert label.place.left >= 0
        assert label.place.right <= geometry.frame.width
        assert label.place.top >= 0
        assert label.place.bottom <= geometry.frame.height
        assert all(label.place.overlap(geometry.dot(m)) == 0 for m in geometry.course.measurements)


def test_months_are_written_in_the_language() -> None:
    spec = drawn(reports.undecided_goal()).to_dict()
    assert "maj" in spec["config"]["locale"]["time"]["shortMonths"]
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert spec["layer"][0]["encoding"]["x"]["scale"]["type"] == "utc"


def test_days_reach_the_browser() -> None:
    """Milliseconds in a domain work in exports but not in Streamlit, where everything then stands at the left edge."""
    encoding = drawn(reports.undecided_goal()).to_dict()["layer"][0]["encoding"]["x"]
    first, last = encoding["scale"]["domain"]
    assert first["utc"]
    assert (last["year"], last["utc"]) == (2026, True)
    assert all(tick["date"] == 1 for tick in encoding["axis"]["values"])


def test_on_screen_the_chart_fills_its_container_and_has_no_title() -> None:
    spec = trajectory_chart(reports.undecided_goal(), Language.DANISH, go_live=date(2026, 3, 2), title=False).to_dict()
    assert spec["width"] == "container"
    assert "title" not in spec
