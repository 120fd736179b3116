"""The benefit map: every part in its column, every link a line, every break told by shape and words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from analysis.charts.benefit_map import benefit_map_alt_text, benefit_map_chart, benefit_map_headline
from analysis.charts.map_lanes import below_each_other
from analysis.charts.map_layout import MapLayout, Placed, beside_each_other
from analysis.charts.map_parts import map_parts
from analysis.language import Language
from analysis.model.chain import Chain, Flag, Gap, Link
from analysis.model.choices import BenefitKind, Denominator
from analysis.model.entries import Benefit, Change
from analysis.model.plan import Goal, Project
from tests.charts.drawn import margin, picture, rows, texts, title

PROJECT = Project(1, "Solby Kommune", "KSD", date(2026, 3, 2))
CHANGES = (
    Change(50, "Borgerne bruger den nye kanal i stedet for brev og mail", (41,)),
    Change(51, "Slip grebet om sager, der oprettes automatisk", (40,), is_key=True),
    Change(52, "Fælles praksis for stamdata"),
)
BENEFITS = (Benefit(40, "Mindre journalisering"), Benefit(41, "Flere skal have hjælp", BenefitKind.NEGATIVE))
GOALS = tuple(
    Goal(number, name, "", "dokument", ("Scan",), Denominator.LEADING_COUNT, "Scan", 0.85, 6)
    for number, name in ((10, "Journalisering og fordeling"), (11, "Telefonisk vejledning"))
)
LINKS = tuple(Link(*pair) for pair in ((1, 50), (1, 51), (1, 52), (50, 41), (51, 40), (40, 10), (50, 10)))
WHOLE = Chain(PROJECT, (), CHANGES, BENEFITS, GOALS, LINKS, ())
BROKEN = replace(
    WHOLE,
    flags=(
        Flag(Gap.CHANGE_WITHOUT_BENEFIT, 52, CHANGES[2].name),
        Flag(Gap.CHANGE_NOT_COVERED, 52, CHANGES[2].name),
        Flag(Gap.BENEFIT_WITHOUT_OWNER, 40, BENEFITS[0].name),
        Flag(Gap.MANY_GOALS, 1, number=6),
    ),
)
LAYOUTS = {"wide": (beside_each_other, 752), "narrow": (below_each_other, 382)}


def laid_out(chain: Chain, width: str) -> MapLayout:
    lay_out, pixels = LAYOUTS[width]
    return lay_out(map_parts(chain, Language.DANISH), pixels)


def at(layout: MapLayout, identity: int) -> Placed:
    return next(one for one in layout.placed if one.part.identity == identity)


def spoken(chain: Chain, language: Language = Language.DANISH, *, compact: bool = False) -> str:
    chart = benefit_map_chart(chain, language, title=False, width=390 if compact else 1000, compact=compact)
    return " ".join(" ".join(texts(chart)).split())


@pytest.mark.parametrize("compact", [False, True])
def test_every_part_stands_in_its_column_with_what_it_is_and_what_it_lacks(compact: bool) -> None:
    said = spoken(BROKEN, compact=compact)
    for name in ("KSD", *(one.name for one in (*CHANGES, *BENEFITS, *GOALS))):
        assert name in said
    assert "System Forandringer Gevinster Mål" in said
    assert "automatisk (nøgleforandring)" in said
    assert "hjælp (ulempe)" in said
    assert "Mangler: gevinst, måling" in said
    assert "Mangler: ejer" in said


def test_a_broken_part_is_dashed_and_has_a_triangle_so_that_colour_is_not_needed() -> None:
    chart = benefit_map_chart(BROKEN, Language.DANISH, title=False, width=1000)
    dashed = [row["name"] for row in rows(chart, "rect", strokeDash=[5, 3])]
    assert sorted(dashed) == [CHANGES[2].name, BENEFITS[0].name]
    assert len(rows(chart, "point", size=90)) == len(dashed)
    assert [row["name"] for row in rows(chart, "rect", strokeWidth=3.5)] == [CHANGES[1].name]


@pytest.mark.parametrize("width", LAYOUTS)
def test_a_line_for_every_link_from_box_to_box_and_none_across_a_column(width: str) -> None:
    layout = laid_out(WHOLE, width)
    ends = {(line[0].y, line[-1].y) for line in layout.lines}
    assert ends == {(at(layout, link.source).middle, at(layout, link.target).middle) for link in LINKS[:-1]}


@pytest.mark.parametrize("width", LAYOUTS)
def test_boxes_do_not_touch_and_nothing_leaves_the_picture(width: str) -> None:
    layout = laid_out(BROKEN, width)
    assert not [1 for one, other in combinations(layout.placed, 2) if one.box.overlap(other.box)]
    xs = [point.x for line in layout.lines for point in line] + [one.box.right for one in layout.placed]
    assert min(xs) >= 0
    assert max(xs) <= layout.width + 1e-9
    assert max(one.box.bottom for one in layout.placed) <= layout.height


def test_what_belongs_together_stands_at_the_same_height() -> None:
    layout = laid_out(WHOLE, "wide")
    assert at(layout, 41).middle < at(layout, 40).middle
    assert at(layout, 10).middle < at(layout, 11).middle


def test_a_very_long_name_is_cut_with_an_ellipsis() -> None:
    long = replace(WHOLE, goals=(replace(GOALS[0], name="ord " * 4000),))
    assert at(laid_out(long, "narrow"), 10).name[-1].endswith("…")


def test_an_empty_column_says_that_there_is_nothing_yet() -> None:
    without = replace(WHOLE, changes=(), goals=(), links=())
    assert spoken(without).count("Ingen endnu") == 2
    assert picture(benefit_map_chart(without, Language.DANISH, title=False, width=1000)).width == 1000


@pytest.mark.parametrize("compact", [False, True])
def test_nothing_is_cut_off(compact: bool) -> None:
    width = 390 if compact else 760
    image = picture(benefit_map_chart(BROKEN, Language.ENGLISH, title=False, width=width, compact=compact))
    assert image.width == width
    assert margin(image) >= 1


def test_headline_and_alternative_text_tell_whether_the_chain_holds() -> None:
    assert benefit_map_headline(WHOLE, Language.DANISH) == "Kæden fra KSD til målene hænger sammen"
    said = "The chain from KSD to the goals lacks something in 2 parts"
    assert title(benefit_map_chart(BROKEN, Language.ENGLISH, title=True)) == said
    assert benefit_map_alt_text(BROKEN, Language.ENGLISH) == (
        f"Benefit map for KSD. {said}. 3 changes, 2 benefits, 2 goals."
    )
