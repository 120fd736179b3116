"""A workbook's bytes as cells: the first look at what somebody sends in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from analysis.workbook.cells import Content
from analysis.workbook.faults import NotReadable

MOST_BYTES = 64 << 20
"""Unpacked: a workbook from here is a hundredth of it."""
Grid = Sequence[Sequence[Content]]


def grids_of(content: bytes) -> Mapping[str, Grid] | NotReadable:
    """The cells of every sheet, row by row, by the sheet's name."""
    refusal = unpacked_refusal(content)
    if refusal:
        return refusal
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except CalamineError:
        return NotReadable.DAMAGED
    return {name: as_grid(rows) for name, rows in sheets.items()}


def unpacked_refusal(content: bytes) -> NotReadable | None:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError):
        return NotReadable.DAMAGED
    return NotReadable.TOO_LARGE if size > MOST_BYTES else None


def as_grid(rows: Sequence[Sequence[object]]) -> Grid:
    """Empty cells as ``None``; times of day are text, since no cell of ours holds one."""
    return [[as_content(cell) for cell in row] for row in rows]


def as_content(cell: object) -> Content:
    if isinstance(cell, (bool, int, float, date)):
        return cell
    return str(cell) if str(cell).strip() else None
