"""Thin matrices do what the matrices do that they stand for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.thin_matrix import ThinMatrix, traces_of_gram


def dense(matrix: ThinMatrix) -> np.ndarray:
    return np.diag(matrix.diagonal) + matrix.left @ matrix.right.T


@st.composite
def thin(draw: st.DrawFn, size: int = 5) -> ThinMatrix:
    noise, columns = np.random.default_rng(draw(st.integers(0, 10_000))), draw(st.integers(0, 3))
    return ThinMatrix(noise.normal(size=size), *noise.normal(size=(2, size, columns)))


@given(st.lists(thin(), min_size=1, max_size=3))
def test_traces_are_those_of_the_sum_of_squares(roots: list[ThinMatrix]) -> None:
    whole = sum(dense(root) @ dense(root).T for root in roots)
    traces = traces_of_gram(tuple(roots))
    assert traces.first == pytest.approx(np.trace(whole))
    assert traces.second == pytest.approx((whole**2).sum())


@given(thin(), thin())
def test_operations_are_those_of_matrices(one: ThinMatrix, other: ThinMatrix) -> None:
    rows, columns, member = np.arange(1.0, 6.0), np.arange(2.0, 7.0), np.eye(2)[[0, 1, 1, 0, 1]]
    own_mean = member @ ((member / member.sum(axis=0)).T @ dense(one))
    assert dense(one.scaled(rows, columns)) == pytest.approx(np.diag(rows) @ dense(one) @ np.diag(columns))
    assert dense(one.centred(member)) == pytest.approx(dense(one) - own_mean)
    assert dense(one.minus(other)) == pytest.approx(dense(one) - dense(other))


@given(thin())
def test_placed_rows_and_columns_stand_alone(one: ThinMatrix) -> None:
    places = np.array([6, 0, 3, 2, 5])
    expected = np.zeros((8, 8))
    expected[np.ix_(places, places)] = dense(one)
    assert dense(one.placed(places, 8)) == pytest.approx(expected)
