"""A data folder, opened for one test, with one project in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from analysis.model.storing import AlreadyUploaded, Placement, StoringRefused
from analysis.model.upload import Upload
from analysis.store.store import Store
from analysis.store.uploads import store_upload
from tests.store.filed import NOW, Plan, Row, make_plan, stage_rows


@pytest.fixture
def plan(store: Store) -> Plan:
    return make_plan(store)


@pytest.fixture
def put(store: Store, plan: Plan) -> Callable[..., Upload | AlreadyUploaded | StoringRefused]:
    """Store rows as an upload; files differ by ``sha256`` and go to the baseline unless told otherwise."""

    def put(
        rows: list[Row],
        sha256: str = "0" * 64,
        round_id: int | None = None,
        placement: Placement | None = None,
        **staged: Any,
    ) -> Upload | AlreadyUploaded | StoringRefused:
        chosen = placement or replace(plan.placement, round_id=round_id or plan.baseline.round_id)
        with store.staging() as staging, store.write("Mette", NOW) as writing:
            return store_upload(writing, staging, stage_rows(staging, rows, sha256, **staged), chosen)

    return put
