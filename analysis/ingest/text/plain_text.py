"""A text file (csv, txt, tsv) as one cleaned sheet."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.layout.header import ENOUGH_ROLES, SEARCHED_ROWS, find_header, unknown_names
from analysis.ingest.layout.layout import Fault, Rows
from analysis.ingest.layout.sheets import Cleaned, Sheet
from analysis.ingest.options import ReadOptions
from analysis.ingest.steps import CLEANING_FROM, LINES_FROM, Beat
from analysis.ingest.text.encoding import Encoding, detect, is_binary
from analysis.ingest.text.looking import holds_personal_numbers
from analysis.ingest.text.quoting import Dialect, cleaned, record
from analysis.ingest.text.whole_lines import whole_lines
from analysis.ingest.values.cells import OVERLONG
from analysis.model.upload import ColumnMatch, Doubt

DELIMITERS = (";", "\t", ",", "|", "~", "^")
_WIDE_SPACE = re.compile(r"\s{2,}")
_SEP = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


def clean_text(path: Path, folder: Path, options: ReadOptions) -> Cleaned | Fault:
    """The file's lines as UTF-8 in the folder, or why they cannot be read as a table."""
    if is_binary(path):
        return Fault(Refusal.NOT_A_TABLE)
    encoding = Encoding(options.encoding) if options.encoding else detect(path, _detecting(options))
    if encoding is None:
        return Fault(Refusal.UNCERTAIN_ENCODING)
    lines = _first_lines(path, encoding)
    if not any(line.strip("\ufeff \t;,") for line in lines):
        return Fault(Refusal.EMPTY_FILE)
    if _is_no_table(lines):
        return Fault(Refusal.NOT_A_TABLE)
    dialect = choose_dialect(lines, options) or choose_dialect(lines, options, is_thin=True)
    if dialect is None:
        if _is_fixed_width(lines, options):
            return Fault(Refusal.FIXED_WIDTH)
        return Fault(Refusal.NO_HEADER, columns=_unknown_columns(lines, options))
    target = folder / "sheet0.txt"
    has_overlong = False
    with target.open("wb") as file:
        for piece in cleaned(_without_sep(whole_lines(path, encoding, _cleaning(options))), dialect):
            has_overlong = has_overlong or OVERLONG.encode() in piece
            file.write(piece)
    sheet = Sheet(target, unfinished=_is_unfinished(path), strict=dialect.delimiter == ",")
    is_personal = has_overlong and holds_personal_numbers(path, encoding)
    return Cleaned((sheet,), _doubts(encoding) + ((Doubt(Warn.CPR_LIKE, 0),) if is_personal else ()))


def _detecting(options: ReadOptions) -> Beat:
    """Looking through the bytes says how far it is only by being heard: it may take several passes."""
    return lambda part: options.progress(CLEANING_FROM, "bytes")


def _cleaning(options: ReadOptions) -> Beat:
    return lambda part: options.progress(CLEANING_FROM + (LINES_FROM - CLEANING_FROM) * part, "bytes")


def _first_lines(path: Path, encoding: Encoding) -> list[str]:
    lines = next(whole_lines(path, encoding), b"").split(b"\n", SEARCHED_ROWS * 4)
    return [line.decode("utf-8", "replace") for line in lines[: SEARCHED_ROWS * 4]]


def choose_dialect(lines: list[str], options: ReadOptions, *, is_thin: bool = False) -> Dialect | None:
    """The separator with which some row names most roles; nothing where no row names two."""
    told = _SEP.fullmatch(lines[0].strip("\ufeff "))
    best, score = None, 0
    for delimiter in (told[1],) if told else (sign for sign in DELIMITERS if any(sign in line for line in lines)):
        rows = head_rows(lines, delimiter)
        header = find_header(rows, options, is_thin=is_thin)
        if header and header.roles > score:
            names = rows[header.at]
            best, score = Dialect(delimiter, len(names), _are_in_apostrophes(names)), header.roles
    return best


def _are_in_apostrophes(names: tuple[str, ...]) -> bool:
    """Whether the program that wrote the header puts every field into apostrophes."""
    return all(re.fullmatch("'.*'", name.strip()) for name in names)


def _unknown_columns(lines: list[str], options: ReadOptions) -> tuple[ColumnMatch, ...]:
    """The columns of a first line of names that nobody knows, with the separator that makes most of them."""
    found = [unknown_names(head_rows(lines, sign), options) for sign in DELIMITERS if any(sign in one for one in lines)]
    most = max(found, key=len, default=())
    return most if len(most) >= ENOUGH_ROLES else ()


def head_rows(lines: list[str], delimiter: str) -> Rows:
    """The first rows, cut with one separator."""
    rows: list[tuple[str, ...]] = []
    widths = Counter(line.count(delimiter) for line in lines)
    # titles and line breaks in cells are many and narrow
    usual = Dialect(delimiter, 1 + max(widths, key=lambda width: width * widths[width]))
    at = 0
    while at < len(lines) and len(rows) < SEARCHED_ROWS:
        found = record(lines, at, usual)
        rows.append(found.fields or ())
        at += found.lines
    return tuple(rows)


def _is_fixed_width(lines: list[str], options: ReadOptions) -> bool:
    """Whether some row would be a header if columns stood apart by spaces."""
    header = find_header(tuple(tuple(_WIDE_SPACE.split(line.strip())) for line in lines), options)
    return header is not None and header.roles >= ENOUGH_ROLES


def _is_no_table(lines: list[str]) -> bool:
    """JSON or XML."""
    text = "\n".join(lines).lstrip("\ufeff \n\t")
    if text[:1] in ("{", "["):
        try:
            json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return text[1:].lstrip()[:1] in ('"', "{", "[")
        return True
    return text[:1] == "<"


def _without_sep(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The text with an empty line in place of Excel's ``sep=;``."""
    first = next(pieces, b"").removeprefix(BOM_UTF8)
    line, feed, rest = first.partition(b"\n")
    yield feed + rest if _SEP.fullmatch(line.decode("utf-8", "replace").strip()) else first
    yield from pieces


def _is_unfinished(path: Path) -> bool:
    """Whether the last line has no line end."""
    with path.open("rb") as file:
        file.seek(-min(8, path.stat().st_size), 2)
        return not file.read().rstrip(b"\0\x1a").endswith((b"\n", b"\r"))


def _doubts(encoding: Encoding) -> tuple[Doubt, ...]:
    mixed = (Doubt(Warn.MIXED_ENCODING, 0),) if encoding.by_line else ()
    return mixed + ((Doubt(Warn.ENCODING_REPAIRED, 0),) if encoding.twice else ())
