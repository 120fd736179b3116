"""The old binary .xls, by xlrd: values with their formats, and what is hidden or merged."""

from __future__ import annotations

import os
from pathlib import Path

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, error_text_from_code
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from analysis.ingest.values.cells import FAULT
from analysis.ingest.workbooks.number_formats import Format, cell_of, format_of
from analysis.ingest.workbooks.sheet_file import Area, SheetFile, SheetNotes, Workbook, fill_merged, text_cell

FIRST_WRITTEN = 164
"""Formats below are Excel's own, whatever they are called in the file's language."""


class EncryptedError(Exception):
    """The workbook cannot be opened without its password."""


def read_xls(path: Path, folder: Path) -> Workbook:
    """Every sheet as a file in the folder."""
    source = _opened(path)
    book = Workbook(is_1904=bool(source.datemode))
    formats = [_format(source, style.format_key) for style in source.xf_list]
    for number, sheet in enumerate(source.sheets()):
        notes = SheetNotes(sheet.name, f"sheet{number}.txt", bool(sheet.visibility))
        notes.hidden_rows += [row + 1 for row, info in sorted(sheet.rowinfo_map.items()) if info.hidden]
        notes.hidden_columns += [column for column, info in sorted(sheet.colinfo_map.items()) if info.hidden]
        notes.merged += [Area(top + 1, end, left, right - 1) for top, end, left, right in sheet.merged_cells]
        _write(sheet, formats, folder / notes.file, is_1904=book.is_1904)
        fill_merged(folder / notes.file, notes.merged)
        book.add(notes)
    return book


def _opened(path: Path) -> Book:
    try:
        with Path(os.devnull).open("w") as nowhere:
            return xlrd.open_workbook(str(path), logfile=nowhere, formatting_info=True, ragged_rows=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise EncryptedError from error
        raise


def _format(source: Book, key: int) -> Format:
    return format_of(key, source.format_map[key].format_str if key >= FIRST_WRITTEN else None)


def _write(sheet: Sheet, formats: list[Format], path: Path, *, is_1904: bool) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        target = SheetFile(file)
        for row in range(sheet.nrows):
            cells = enumerate(sheet.row(row))
            target.write(row + 1, {column: text for column, cell in cells if (text := _text(cell, formats, is_1904))})


def _text(cell: Cell, formats: list[Format], is_1904: bool) -> str:
    """The cell's string."""
    if cell.ctype in (XL_CELL_NUMBER, XL_CELL_DATE):
        return cell_of(repr(cell.value), formats[cell.xf_index], is_1904)
    if cell.ctype == XL_CELL_ERROR:
        return FAULT + str(error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return text_cell(str(cell.value))
