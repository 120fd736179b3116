"""A staging place, and a way to read bytes as an uploaded file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analysis.ingest import ReadOptions, read
from analysis.model.upload import Ingested, Refused
from tests.ingest.staging import MemoryStaging, memory_staging

ReadBytes = Callable[..., Ingested | Refused]


@pytest.fixture
def staging(tmp_path: Path) -> Iterator[MemoryStaging]:
    """One for each test."""
    folder = tmp_path / "staging"
    folder.mkdir()
    with memory_staging(folder) as opened:
        yield opened


@pytest.fixture
def read_bytes(staging: MemoryStaging, tmp_path: Path) -> ReadBytes:
    """Read a file of these bytes."""

    def reader(content: bytes, options: ReadOptions | None = None, name: str = "fil.csv") -> Ingested | Refused:
        path = tmp_path / "upload"
        path.write_bytes(content)
        return read(path, name, staging, options or ReadOptions())

    return reader
