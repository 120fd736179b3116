"""A table as CSV bytes that Excel opens in the reader's language, and in which no text can become a formula."""

from __future__ import annotations

import csv
import io

from analysis.language import Language
from analysis.language.formats import MINUS
from analysis.report.table import Column, Table

SEPARATORS = {Language.DANISH: ";", Language.ENGLISH: ","}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: Table, language: Language) -> bytes:
    """UTF-8 with a byte order mark, without which Excel misreads æ, ø and å."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=SEPARATORS[language])
    writer.writerow([text_cell(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([cell(value, column) for value, column in zip(row, table.columns, strict=True)])
    return written.getvalue().encode("utf-8-sig")


def cell(value: str, column: Column) -> str:
    return number_cell(value) if column.is_number else text_cell(value)


def number_cell(value: str) -> str:
    """A number as a spreadsheet reads it: with the hyphen for minus, and no space before the per cent sign.

    >>> number_cell("\u221279\u00a0%")
    '-79%'
    """
    return value.replace(MINUS, "-").replace("\u00a0", "")


def text_cell(value: str) -> str:
    """A text that a spreadsheet leaves alone.

    >>> text_cell("=1+1"), text_cell("Partshøring")
    ("'=1+1", 'Partshøring')
    """
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value
