"""The sheets beside the measuring sheet of our own template, which hold nothing to be read."""

from __future__ import annotations

from analysis.ingest.layout.layout import Rows
from analysis.ingest.values.cells import is_null, squeeze

FIRST_CELLS = {
    "Lister": frozenset({"Medarbejder", "Målgruppe", "Arbejdsgang"}),
    "Vejledning": frozenset({"Sådan udfyldes skabelonen"}),
    "Lists": frozenset({"Employee", "Target group", "Workflow"}),
    "Guide": frozenset({"How to fill in the template"}),
}
"""How the template begins each of them, in Danish and English: a name alone could be that of anybody's sheet."""


def is_of_template(name: str | None, rows: Rows) -> bool:
    """Whether the sheet begins as ours does and holds a single column."""
    first = squeeze(rows[0][0]) if rows else ""
    return first in FIRST_CELLS.get(name or "", ()) and all(is_null(cell) for row in rows for cell in row[1:])
