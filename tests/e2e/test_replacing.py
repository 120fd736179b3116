"""A corrected file dropped on top of the old one: Streamlit asks for the page twice within a blink."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.visitor import Visitor

HEADER = "Dato;Medarbejder;Målgruppe;Arbejdsgang;Minutter;Antal\r\n"
TIMES = 8
"""With one request in four lost, as once, it hardly ever goes well so often."""


def test_every_file_that_takes_the_place_of_another_is_read(
    example_address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(example_address)
    visitor.open("/upload")
    for number in range(TIMES):
        rows = f"12-01-2026;AB{number};Superbrugere;Visitation;{number + 1},5;1\r\n" if number % 2 else ""
        file = {"name": f"{number}.csv", "mimeType": "text/csv", "buffer": (HEADER + rows).encode()}
        visitor.main.locator("input[type=file]").set_input_files([file])
        found = visitor.main.get_by_text(f"AB{number}" if rows else "Filen har kun overskrifter").first
        expect(found).to_be_visible()
