"""A project of one's own with a baseline round, open for one test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analysis.model.plan import Population
from tests.own_project import OwnProject, own_project

WINDOW = (date(2026, 1, 12), date(2026, 1, 25))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[OwnProject]:
    made = own_project(tmp_path / "data", windows=[WINDOW], groups=("Team",), populations=(Population("Team", 4),))
    yield made
    made.store.close()
