"""Whatever package is installed answers the same question with about the same interval."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.store.store import Store
from tests.benchmarks.survey_packages import measured


def test_packages_find_the_same_reduction(store: Store, tmp_path: Path) -> None:
    first, *others = measured(store, rows=8000, repeats=1, folder=tmp_path)
    assert others
    for one in others:
        assert one.interval.low == pytest.approx(first.interval.low, abs=0.01)
        assert one.interval.high == pytest.approx(first.interval.high, abs=0.01)
        assert one.seconds > 0
