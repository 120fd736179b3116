"""The benchmark runs, and what it holds side by side answers the same question."""

from __future__ import annotations

import re

import pytest

from tests.benchmarks import statistics_speed


def test_both_ways_find_the_same_reduction(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["statistics_speed", "--rows", "20000", "--repeats", "1"])
    monkeypatch.setattr(statistics_speed, "RESAMPLES", 999)
    statistics_speed.main()
    printed = capsys.readouterr().out
    assert "20,000 registrations of 400 employees" in printed
    low, high, other_low, other_high = map(float, re.findall(r"-?\d\.\d{3}", printed.splitlines()[-1]))
    assert (low, high) == pytest.approx((other_low, other_high), abs=0.01)
