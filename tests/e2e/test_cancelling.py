"""A large file that somebody thinks better of while it is being read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.visitor import Visitor

HEADER = "Dato;Medarbejder;Målgruppe;Arbejdsgang;Minutter;Antal\r\n"
ROWS = "".join(
    f'{day:02}-09-2026;AB{number:02};Superbrugere;"Opret sag, indscan";{number},5;{day}\r\n'
    for day in range(1, 29)
    for number in range(1, 100)
)
TIMES = 1000
"""So often the rows are repeated: some 150 MB, below what the page takes."""
PATIENCE_MS = 3000
"""The page is drawn anew at once; the reading notices at its next step, and takes its own files away."""


def test_a_cancelled_reading_leaves_nothing_and_the_page_takes_another_file(
    example_address: str, example_folder: Path, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    large = tmp_path / "stor.csv"
    large.write_bytes(HEADER.encode() + ROWS.encode() * TIMES)
    visitor = visit(example_address)
    visitor.open("/upload")
    before = set(example_folder.rglob("upload-*"))
    visitor.main.locator("input[type=file]").set_input_files(large)
    bar = visitor.main.get_by_test_id("stProgress")
    expect(bar.get_by_role("progressbar")).not_to_have_attribute("aria-valuenow", "0")
    with visitor.rerun():
        visitor.main.get_by_role("button", name="Afbryd læsningen", exact=True).click()
    expect(bar).to_have_count(0)
    expect(visitor.main.get_by_text("stor.csv")).to_have_count(0)
    visitor.page.wait_for_timeout(PATIENCE_MS)
    assert not set(example_folder.rglob("upload-*")) - before
    visitor.upload("lille.csv", (HEADER + ROWS).encode())
    visitor.reads("Opret sag, indscan")
    visitor.go("Indlæste filer")
    expect(visitor.main.get_by_text("stor.csv")).to_have_count(0)
