"""Stores uploads until it is killed, telling after each commit that it is done; some generations change on the way."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from analysis.model.plan import Population
from analysis.model.rejects import RejectedRow
from analysis.model.storing import Placement
from analysis.model.upload import Upload
from analysis.store.opening import open_store
from analysis.store.rounds import set_population
from analysis.store.store import Store
from analysis.store.uploads import store_upload
from tests.store.filed import NOW, Plan, Row, make_plan, stage_rows

ROWS = [Row(f"Medarbejder {n % 20}", duration_ms=n) for n in range(100)]
REJECTED = tuple(RejectedRow(n, None, "Tid", "x", "not_a_duration") for n in range(5))


def planned(store: Store) -> Plan:
    plan = make_plan(store)
    with store.write("Mette", NOW) as writing:
        set_population(writing, plan.baseline.round_id, Population("Sagsbehandlere", None))
    return plan


MANY = 400_000


def store_many_until_killed(folder: Path, placement: Placement, first: int, done: Connection) -> None:
    """Uploads so large that a kill falls into the writing of one."""
    store = open_store(folder)
    assert isinstance(store, Store), store
    for number in itertools.count(first):
        with store.staging() as staging:
            staged = stage_rows(staging, [Row()], f"{number:064}")
            staging.cursor.execute(
                "CREATE OR REPLACE TEMP TABLE staged AS SELECT * REPLACE (i AS source_row, i AS duration_ms, "
                "$day::DATE AS work_date, 'M' || i % 20 AS employee) FROM staged, range($rows) AS numbers(i)",
                {"day": date(2026, 1, 5) + timedelta(number), "rows": MANY},
            )
            staging.cursor.execute("ALTER TABLE staged DROP i")
            done.send(None)
            with store.write("Mette", NOW) as writing:
                stored = store_upload(writing, staging, staged, placement)
        assert isinstance(stored, Upload)
        done.send(number)


def store_until_killed(folder: Path, placement: Placement, first: int, done: Connection) -> None:
    store = open_store(folder)
    assert isinstance(store, Store), store
    for number in itertools.count(first):
        with store.staging() as staging:
            # Days of its own, so that no file has to be compared with all those before.
            rows = [replace(row, work_date=date(2026, 1, 5) + timedelta(number)) for row in ROWS]
            staged = stage_rows(staging, rows, f"{number:064}", rejected=REJECTED)
            with store.write("Mette", NOW) as writing:
                stored = store_upload(writing, staging, staged, placement)
        assert isinstance(stored, Upload)
        done.send(number)
        if number % 3 == 0:
            store.compact()
