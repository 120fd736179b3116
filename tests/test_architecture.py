"""The layers hold: who may import whom, and how large a part may grow."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "analysis").rglob("*.py")])
USE_CASES = {"status", "uploads", "planning", "example"}
MAY_IMPORT = {
    "model": set(),
    "language": {"model"},
    "statistics": {"model"},
    "ingest": {"model"},
    "store": {"model"},
    "charts": {"model", "language"},
    "report": {"model", "language", "charts"},
    "planning": {"model", "store"},
    "uploads": {"model", "store", "ingest", "planning"},
    "status": {"model", "store", "statistics", "decomposition", "planning"},
    "estimate": {"model", "statistics"},
    "decomposition": {"model", "statistics"},
    "workbook": {"model", "language", "planning"},
    "example": {"model", "store", "workbook", *USE_CASES},
    "command_line": {"model", "language", "report", "workbook", "estimate", "ingest", "store", *USE_CASES},
    "__main__": {"command_line"},
    "__init__": set(),
    "pages": {"model", "language", "charts", "report", "workbook", *USE_CASES},
    "app": {"pages"},
}


READING = ("values", "layout", "text", "workbooks", "columns", "rows")
"""The rooms of ``analysis/ingest``: each may use those before it, and the concepts that all of them share."""
CONCEPTS = {"codes", "kinds", "options", "steps", "watched"}


def part_of(path: Path) -> str:
    """The layer a file belongs to: the package below ``analysis``, else ``pages`` or ``app``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "analysis" else parts[0]


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_keep_to_their_layer(path: Path) -> None:
    own = part_of(path)
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "streamlit":
            assert own in {"pages", "app"}, f"streamlit in {path}"
        elif top == "duckdb":
            assert own == "store", f"duckdb in {path}"
        elif top == "analysis" and rest:
            assert rest[0] == own or rest[0] in MAY_IMPORT[own], f"{path} imports {name}"
        elif top == "pages":
            assert own in {"pages", "app"}, f"{path} imports {name}"


@pytest.mark.parametrize("room", READING)
def test_reading_goes_from_room_to_room(room: str) -> None:
    allowed = {*CONCEPTS, *READING[: READING.index(room) + 1]}
    names = {name for path in (ROOT / "analysis/ingest" / room).glob("*.py") for name in imports(path)}
    used = {name.split(".")[2] for name in names if name.startswith("analysis.ingest.")}
    assert used
    assert used <= allowed


def test_the_model_needs_the_standard_library_only() -> None:
    used = {name.split(".")[0] for path in SOURCES if part_of(path) == "model" for name in imports(path)}
    assert used <= set(sys.stdlib_module_names) | {"analysis"}


def test_no_page_can_be_opened_without_its_frame() -> None:
    assert not list((ROOT / "pages").glob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small_enough_to_read(path: Path) -> None:
    is_page = part_of(path) == "app" or (part_of(path) == "pages" and "components" not in path.parts)
    most = 60 if is_page else 250 if part_of(path) == "statistics" else 170
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


def test_only_the_store_writes_sql_on_the_products_tables() -> None:
    tables = ("FROM registration", "INTO registration", "FROM upload", "FROM goal", "FROM project", "FROM round")
    guilty = [
        path
        for path in SOURCES
        if part_of(path) != "store" and any(table in path.read_text(encoding="utf-8") for table in tables)
    ]
    assert not guilty


def test_the_project_stands_alone() -> None:
    every = [*SOURCES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "sample_data").rglob("*.py")]
    outside = "../" + "shared"
    assert not [path for path in every if outside in path.read_text(encoding="utf-8")]


def test_no_page_stops_by_forgetting_what_was_clicked_meanwhile() -> None:
    guilty = [path for path in SOURCES if "st.stop(" in path.read_text(encoding="utf-8")]
    assert not guilty, "end_page() leaves a page too, and the visitor's next act still counts"
