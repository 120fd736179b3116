"""Random rounds, every mode and overlap: the engine against a second implementation in loops."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model.plan import Volume
from analysis.statistics import Contrast, Design, Mode, PairPrecision, contrast
from tests.statistics import textbook
from tests.statistics.rounds_at_hand import Row, sample

GROUPS = ("alpha", "beta")


@st.composite
def rounds(draw: st.DrawFn) -> tuple[tuple[list[Row], list[Row]], textbook.Settings]:
    groups = GROUPS[: draw(st.integers(1, 2))]
    dated = draw(st.booleans())
    days = [f"d{day}" for day in range(draw(st.integers(1, 4)))] if dated else [""]
    rows: tuple[list[Row], list[Row]] = ([], [])
    sizes: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for number in (0, 1):
        for group in groups:
            members = draw(st.sets(st.integers(0, 8), min_size=2, max_size=6))
            sizes[number][group] = len(members) + draw(st.integers(0, 4))
            for member in sorted(members):
                for _ in range(draw(st.integers(1, 3))):
                    minutes = draw(st.integers(1, 400)) / 10
                    row = (group, f"e{member}", draw(st.sampled_from(days)), minutes, float(draw(st.integers(1, 4))))
                    rows[number].append(row)
    return rows, textbook.Settings(
        mode=draw(st.sampled_from(["combined", "standardised", "expansion"])),
        populations=sizes,
        fpc=draw(st.booleans()),
        matched=draw(st.booleans()),
        volumes={group: float(draw(st.integers(1, 50))) for group in groups},
        known=(float(draw(st.integers(50, 500))), float(draw(st.integers(50, 500)))),
    )


@given(rounds(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_engine_agrees_with_the_textbook(
    given_rounds: tuple[tuple[list[Row], list[Row]], textbook.Settings], known: bool
) -> None:
    rows, asked = given_rounds
    if asked.mode != "expansion" and not known:
        asked.populations = None
    expected = textbook.contrast(rows, asked)
    populations = asked.populations or ({}, {})
    baseline, follow_up = (sample(rows[i], populations[i], asked.known[i]) for i in (0, 1))
    volumes = tuple(Volume(group, amount) for group, amount in asked.volumes.items())
    design = Design(Mode(asked.mode), asked.fpc, asked.matched, volumes)

    result = contrast(baseline, follow_up, design)

    assert isinstance(result, Contrast)
    assert result.log_ratio == pytest.approx(expected.log_ratio, rel=1e-9, abs=1e-12)
    if expected.between + expected.within < 1e-13:
        return
    precision = result.precision
    assert isinstance(precision, PairPrecision)
    scale = expected.between + expected.within
    assert precision.variance_between == pytest.approx(expected.between, rel=1e-8, abs=1e-10 * scale)
    assert precision.variance_within == pytest.approx(expected.within, rel=1e-8, abs=1e-10 * scale)
    assert precision.df == pytest.approx(expected.df, rel=1e-6)
