"""Cutting lines into fields, with quotation marks that may hold separators and line feeds."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.ingest.text.cutting import cut, has_empty_line, without_apostrophes
from analysis.ingest.text.whole_lines import MAX_LINE
from analysis.ingest.values.cells import FIELD, OVERLONG, UNBALANCED

MAX_CONTINUATION = 200
_EMPTY_LINES = re.compile(b"\n(?=\n)")
_BEHIND_LETTER = re.compile(rf'"(?<=[^\W\d_]")[^\S\n]*(?:{FIELD}|$)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the text is cut: the separator, the number of the header's fields, and whether they stand in apostrophes."""

    delimiter: str
    fields: int
    in_apostrophes: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file: its fields, or nothing where its quotation marks do not close; and the lines it takes."""

    fields: tuple[str, ...] | None
    lines: int = 1


def split_line(line: str, delimiter: str) -> tuple[str, ...] | None:
    """The fields of one line; a line that is quoted as a whole is opened first."""
    if '"' not in line:
        return tuple(line.split(delimiter))
    fields = _parsed([line], delimiter)
    if fields and len(fields) == 1 and delimiter in fields[0] and fields[0] != line:
        return split_line(fields[0], delimiter)
    return fields


def _parsed(lines: list[str], delimiter: str) -> tuple[str, ...] | None:
    """The only record of the lines, or nothing where they are not exactly one."""
    whole = [line + "\n" for line in lines[:-1]] + lines[-1:]
    rows = _rows(whole, delimiter, spaced=True) or _rows(whole, delimiter, spaced=False)
    if not rows or len(rows) != 1 or _has_stray_mark(FIELD.join(rows[0]), "".join(whole), delimiter):
        return None
    return tuple(rows[0])


def _has_stray_mark(fields: str, text: str, delimiter: str) -> bool:
    """Whether a field is closed that was never opened: a lone mark behind a letter ends it (behind a digit: inches)."""
    if not _BEHIND_LETTER.search(fields):
        return False
    odd = (field for field in fields.split(FIELD) if field.count('"') % 2 and _BEHIND_LETTER.search(field))
    # a mark that belongs to the text is written twice
    return any(field + delimiter in text + delimiter for field in odd)


def _rows(lines: list[str], delimiter: str, *, spaced: bool) -> list[list[str]] | None:
    """The rows of lines with faultless quotes; ``spaced`` quotes may stand behind a space."""
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=spaced))
    except csv.Error:
        return None


def record(lines: list[str], at: int, dialect: Dialect) -> Record:
    """The record that starts at a line; an open quote never swallows a line that is itself a whole row."""
    fields = split_line(lines[at], dialect.delimiter)
    if fields is not None:
        return Record(fields)
    end = _end_of_quotes(lines, at, dialect)
    fields = _parsed(lines[at:end], dialect.delimiter) if end > at + 1 else None
    wide = any(_is_wide(line, dialect) for line in lines[at + 1 : end])
    return Record(None) if fields is None or (wide and not _is_row(fields, dialect)) else Record(fields, end - at)


def _end_of_quotes(lines: list[str], at: int, dialect: Dialect) -> int:
    """Behind which line every mark has its partner; 0 where no such line comes before the second that is wide.

    No row is longer than the longest line.
    """
    marks = wide = length = 0
    for end, line in enumerate(lines[at : at + MAX_CONTINUATION], at + 1):
        marks += line.count('"')
        wide += _is_wide(line, dialect)
        length += 1 + len(line)
        if wide > 1 or length > MAX_LINE or marks % 2 == 0:
            return 0 if wide > 1 or length > MAX_LINE else end
    return 0


def _is_wide(line: str, dialect: Dialect) -> bool:
    """Whether the line has as many separators as a whole row."""
    return line.count(dialect.delimiter) >= max(dialect.fields - 1, 1)


def _is_row(fields: tuple[str, ...], dialect: Dialect) -> bool:
    """Whether no field has swallowed parts of two rows: it would hold the separators between them."""
    broken = (field for field in fields if "\n" in field)
    return len(fields) == dialect.fields and not any(dialect.delimiter in field for field in broken)


def cleaned(pieces: Iterable[bytes], dialect: Dialect) -> Iterator[bytes]:
    """One record a line, fields apart by ``FIELD``; every record keeps the number of its first line."""
    for text in _cut(pieces, dialect):
        yield _filled(without_apostrophes(text) if dialect.in_apostrophes else text)


def _cut(pieces: Iterable[bytes], dialect: Dialect) -> Iterator[bytes]:
    held: list[str] = []
    for piece in pieces:
        text = _shortened(piece)
        plain = None if held else cut(text, dialect.delimiter)
        if plain is None:
            lines = held + text.decode("utf-8", "replace").removesuffix("\n").split("\n")
            written = _simple(lines, dialect) or list(_records(lines, dialect, len(lines) - MAX_CONTINUATION))
            held = lines[len(written) :]
            plain = _joined(written)
        yield plain
    yield _joined(_records(held, dialect, len(held)))


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode()


def _simple(lines: list[str], dialect: Dialect) -> list[str] | None:
    """The lines at the speed of the standard library, where each is a row of its own with faultless quotes."""
    rows = _rows(lines, dialect.delimiter, spaced=True) or []
    if len(rows) != len(lines) or any(len(row) == 1 and dialect.delimiter in row[0] for row in rows):
        return None
    written = [FIELD.join(row) for row in rows]
    if not _BEHIND_LETTER.search("\n".join(written)):
        return written
    stray = any(_has_stray_mark(row, line, dialect.delimiter) for row, line in zip(written, lines, strict=True))
    return None if stray else written


def _records(lines: list[str], dialect: Dialect, stop: int) -> Iterator[str]:
    """One output line for each input line of the records that start before ``stop``."""
    at = 0
    while at < stop:
        line = lines[at]
        found = record(lines, at, dialect) if '"' in line else Record(tuple(line.split(dialect.delimiter)))
        fields = found.fields or (UNBALANCED, *line.split(dialect.delimiter))
        yield FIELD.join(fields).replace("\n", " ")
        yield from [""] * (found.lines - 1)
        at += found.lines


def _filled(text: bytes) -> bytes:
    """The text with a mark on empty lines, which DuckDB would skip."""
    text = FIELD.encode() + text if text.startswith(b"\n") else text
    return _EMPTY_LINES.sub(b"\n" + FIELD.encode(), text) if has_empty_line(text) else text


def _shortened(text: bytes) -> bytes:
    """The text with a mark in place of every line that is longer than a row can be."""
    if all(b"\n" in text[start : start + MAX_LINE] for start in range(0, len(text) - MAX_LINE, MAX_LINE)):
        return text
    lines = text.decode("utf-8", "replace").split("\n")
    return "\n".join(line if len(line) <= MAX_LINE else OVERLONG for line in lines).encode()
