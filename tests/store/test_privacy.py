"""Names and rejected values reach no file of the data folder, keys reach no backup, and a purge erases."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from unicodedata import normalize

import pytest

from analysis.model.kinds import Role
from analysis.model.plan import Population
from analysis.model.rejects import RejectedRow
from analysis.model.storing import FaultKind, LabelMatch, StoringFault, StoringRefused
from analysis.model.upload import ColumnMatch
from analysis.store.aggregate import goal_totals
from analysis.store.changes import changes
from analysis.store.connection import one_value
from analysis.store.projects import projects, remove_project
from analysis.store.pseudonyms import blotter, folded, pseudonym
from analysis.store.purge import purge
from analysis.store.rounds import set_population
from analysis.store.store import Store
from analysis.store.upload_list import uploads
from analysis.store.uploads import undo_upload
from tests.store.filed import NOW, Plan, Row, make_plan

Put = Callable[..., Any]


def holding(folder: Path, text: str) -> set[str]:
    """The files that hold a text, in either of the encodings that text is kept in."""
    needles = {text.encode(), text.casefold().encode(), text.encode("utf-16-le")}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(needle in path.read_bytes() for needle in needles)}


def keys_of(folder: Path) -> list[Path]:
    return sorted((folder / "keys").iterdir())


def test_no_name_and_no_rejected_value_reaches_a_file(store: Store, plan: Plan, put: Put) -> None:
    put(
        [Row("Ingeborg Quist"), Row("ingeborg  quist"), Row("Bo Dahl")],
        name="Ingeborg_Quist uge 2.csv",
        rejected=(RejectedRow(4, "Ingeborg Quist", "Minutter", "Zacharias", "not_a_duration"),),
    )
    assert holding(store.folder, "maaling") == set()
    assert holding(store.folder, "not_a_duration") == {"generation-1.duckdb.wal"}
    store.compact()
    for text in ("Ingeborg", "Quist", "Bo Dahl", "Zacharias"):
        assert holding(store.folder, text) == set()
    with store.read() as cursor:
        (upload,) = uploads(cursor, plan.project.project_id)
        assert upload.source.name == "… uge 2.csv"
        assert upload.employees == 2


def test_sheets_and_headers_that_may_be_names_are_not_kept(store: Store, plan: Plan, put: Put) -> None:
    upload = put(
        [Row("Ingeborg Quist")],
        columns=(ColumnMatch("Minutter", Role.DURATION, "synonym"), ColumnMatch("Valborg Rask", None, "synonym")),
        rejected=(RejectedRow(4, "Valborg Rask", "Valborg Rask", "x", "not_a_duration"),),
    )
    assert upload.rejected == 1
    assert holding(store.folder, "Valborg") == set()


def test_an_employee_is_recognised_in_the_next_round_and_not_in_another_project(
    store: Store, plan: Plan, put: Put
) -> None:
    put([Row("Anna Berg"), Row("Bo Dahl")])
    put([Row(" anna  BERG ")], "1" * 64, round_id=plan.follow_up.round_id)
    other = make_plan(store)
    put([Row("Anna Berg")], "2" * 64, placement=other.placement)
    with store.read() as cursor:
        before, after, elsewhere = (
            {one.employee for one in goal_totals(cursor, goal, measured).employees}
            for goal, measured in (
                (plan.goal, plan.baseline),
                (plan.goal, plan.follow_up),
                (other.goal, other.baseline),
            )
        )
    assert len(before & after) == len(after) == 1
    assert not elsewhere & before


def test_the_key_is_the_owners_alone_and_in_no_backup(store: Store, plan: Plan, put: Put, tmp_path: Path) -> None:
    put([Row()])
    (key,) = keys_of(store.folder)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_bytes()) == 32
    store.backup(tmp_path / "backup.duckdb")
    for path in (tmp_path / "backup.duckdb", *store.folder.glob("generation*")):
        assert key.read_bytes() not in path.read_bytes()
        assert key.read_bytes().hex().encode() not in path.read_bytes()


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"another" * 5)])
def test_a_lost_key_is_told_instead_of_making_strangers(
    store: Store, plan: Plan, put: Put, lost: Callable[[Path], None]
) -> None:
    put([Row()])
    lost(keys_of(store.folder)[0])
    answer = put([Row()], "1" * 64, round_id=plan.follow_up.round_id)
    assert answer == StoringRefused((StoringFault(FaultKind.KEY_MISSING, 1),))


def test_pseudonyms_depend_on_the_key_and_on_nothing_that_typing_varies() -> None:
    assert pseudonym(b"k", "Ærø Åse") == pseudonym(b"k", "  ÆRØ   A\u030ase ")
    assert pseudonym(b"k", "Anna") != pseudonym(b"l", "Anna")
    assert pseudonym(b"k", "Anna") != pseudonym(b"k", "Anne")


def test_words_that_are_no_names_stay() -> None:
    assert blotter(("Anna", "12", "U"))("Uge 12, Annas hold.xlsx") == "Uge 12, Annas hold.xlsx"
    assert blotter(("Anna Berg", "berg.anna"))("BERG.ANNA og anna-berg") == "… og …"
    assert folded("ANNA") == folded("anna")


def test_names_are_found_however_their_letters_are_composed() -> None:
    for form in ("NFC", "NFD"):
        assert (
            blotter((normalize(form, "Åse Kjær"),))(normalize("NFD", "Åse Kjær, uge 2 på Ærø.csv"))
            == "…, uge 2 på Ærø.csv"
        )


def test_a_thousand_names_are_no_reason_to_wait() -> None:
    blot = blotter(f"Fornavn{number} Efternavn{number}" for number in range(2000))
    began = perf_counter()
    assert {blot(f"Minutter {number} Fornavn{number} Efternavn{number}") for number in range(200)} == {
        f"Minutter {number} …" for number in range(200)
    }
    assert perf_counter() - began < 1, "a text took 99 ms where each name had its own pattern"


def test_a_purge_erases_what_was_undone_and_keeps_the_rest(store: Store, plan: Plan, put: Put) -> None:
    with store.write("Mette", NOW) as writing:
        set_population(writing, plan.baseline.round_id, Population("Sagsbehandlere", None))
    wrong = put([Row(f"Medarbejder {n}") for n in range(50)], name="forkert_fil.csv")
    right = put([Row()], "1" * 64)
    with store.read() as cursor:
        gone = one_value(cursor, "SELECT employee FROM registration WHERE upload_id = ?", [wrong.upload_id])
        kept = goal_totals(cursor, plan.goal, plan.baseline)
    with store.write("Mette", NOW) as writing:
        undo_upload(writing, wrong.upload_id)
        kept = goal_totals(writing.cursor, plan.goal, plan.baseline)
    assert holding(store.folder, gone)
    purge(store, "Mette", NOW)
    assert not holding(store.folder, gone)
    with store.read() as cursor:
        assert uploads(cursor, plan.project.project_id) == (right,)
        assert goal_totals(cursor, plan.goal, plan.baseline) == kept
        receipt = changes(cursor, plan.project.project_id)[-1]
    assert (receipt.entity, receipt.entity_id, receipt.field, receipt.before) == (
        "upload",
        wrong.upload_id,
        "rows",
        50,
    )


def test_a_purge_erases_a_removed_project_with_its_key(store: Store, plan: Plan, put: Put) -> None:
    put([Row()])
    other = make_plan(store)
    put([Row()], placement=replace(other.placement, staff=(LabelMatch("Anna Berg", "Superbrugere"),)))
    with store.write("Mette", NOW) as writing:
        remove_project(writing, plan.project.project_id)
    purge(store, "Mette", NOW)
    assert [key.name for key in keys_of(store.folder)] == [f"project-{other.project.project_id}.key"]
    with store.read() as cursor:
        assert projects(cursor) == (other.project,)
        assert [len(goal_totals(cursor, one.goal, one.baseline).employees) for one in (plan, other)] == [0, 1]
        assert [(line.entity, line.field) for line in changes(cursor, plan.project.project_id)] == [
            ("project", "purged")
        ]
        assert_no_orphans(cursor)


def assert_no_orphans(cursor: Any) -> None:
    """What foreign keys would hold, if a purge could delete parents and children in one transaction with them."""
    parents = {
        "project": "project_id",
        "goal": "goal_id",
        "round": "round_id",
        "upload": "upload_id",
        "workflow": "workflow_id",
        "target_group": "target_group_id",
    }
    tables = cursor.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' "
        "AND table_name NOT IN ('change_log', 'live_registration')"
    ).fetchall()
    checked = 0
    for parent, key in parents.items():
        for table in [table for table, column in tables if column == key and table != parent]:
            checked += 1
            missing = f"SELECT * FROM {table} WHERE {key} NOT IN (SELECT {key} FROM {parent})"
            assert cursor.execute(missing).fetchall() == []
    assert checked == 24


def test_nothing_is_left_without_its_parent(store: Store, plan: Plan, put: Put) -> None:
    put([Row(), Row(workflow="Fordel")], rejected=(RejectedRow(4, None, None, "x", "not_a_duration"),))
    with store.read() as cursor:
        assert_no_orphans(cursor)


def test_own_backups_expire_after_a_month_and_with_a_purge(store: Store, plan: Plan) -> None:
    copy = store.folder / "backups" / "before-version-2.duckdb"
    store.backup(copy)

    made = date.fromtimestamp(copy.stat().st_mtime)
    store.expire_backups(made + timedelta(days=30))
    assert copy.exists()
    store.expire_backups(made + timedelta(days=31))
    assert not copy.exists()
    store.backup(copy)
    purge(store, "Mette", NOW)
    assert not copy.exists()
