"""SQL reaches no file, no network and no setting, on any of the store's connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from analysis.store.connection import Cursor
from analysis.store.opening import open_store
from analysis.store.staging import memory_staging
from analysis.store.store import Store
from tests.store.filed import NOW


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("hardening") / "data")
    assert isinstance(opened, Store)
    yield opened
    opened.close()


@contextmanager
def _staged(store: Store) -> Iterator[Cursor]:
    with store.staging() as staging:
        yield staging.cursor


@contextmanager
def _checked(store: Store) -> Iterator[Cursor]:
    with memory_staging() as staging:
        yield staging.cursor


@contextmanager
def _written(store: Store) -> Iterator[Cursor]:
    with store.write("Mette", NOW) as writing:
        writing.cancel()
        yield writing.cursor


@pytest.mark.parametrize("cursor_of", [Store.read, _written, _staged, _checked])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('{folder}/keys/secret.key')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "ATTACH '{folder}/other.duckdb' AS other",
        "ATTACH '{folder}/staging/../other.duckdb' AS other",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SET lock_configuration = false",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM 'https://example.org/x.csv'",
        "CREATE PERSISTENT SECRET s (TYPE s3)",
    ],
)
def test_forbidden(store: Store, cursor_of: object, statement: str) -> None:
    (store.folder / "keys" / "secret.key").write_bytes(b"secret")
    with cursor_of(store) as cursor, pytest.raises(duckdb.Error):  # type: ignore[operator]
        cursor.execute(statement.format(folder=store.folder))


def test_reading_cannot_write(store: Store) -> None:
    with store.read() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("INSERT INTO setting VALUES ('a', 'b')")


def test_staging_reads_the_files_in_its_own_folder_only(store: Store) -> None:
    with store.staging() as one, store.staging() as other:
        (one.folder / "rows.csv").write_text("a;b\n1;2\n")
        query = f"SELECT count(*) FROM read_csv('{one.folder / 'rows.csv'}')"
        assert one.cursor.execute(query).fetchall() == [(1,)]
        with pytest.raises(duckdb.Error):
            other.cursor.execute(query)


def test_staging_sees_no_table_of_the_product(store: Store) -> None:
    with store.staging() as staging, pytest.raises(duckdb.Error):
        staging.cursor.execute("SELECT * FROM registration")


def test_staging_leaves_nothing_when_closed_or_forgotten(store: Store) -> None:
    with store.staging() as staging:
        (staging.folder / "raw.csv").write_text("Anna")
    forgotten = store.staging()
    (forgotten.folder / "raw.csv").write_text("Anna")
    del forgotten
    assert list((store.folder / "staging").iterdir()) == []


def test_a_check_without_a_data_folder_leaves_nothing() -> None:
    with memory_staging() as staging:
        folder: Path = staging.folder
        assert folder.is_dir()
    assert not folder.exists()
