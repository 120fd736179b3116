"""Files in one plain notation, and a parser of its own that reads them line by line.

Every line that this parser understands must count with the same values or be rejected by its number, unless the file
is refused.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.model.kinds import Measurement, Role
from analysis.model.upload import Ingested
from tests.ingest.accidents import lines_of
from tests.ingest.staging import MemoryStaging

HEADERS = {
    Role.DATE: "dato",
    Role.EMPLOYEE: "medarbejder",
    Role.TARGET_GROUP: "målgruppe",
    Role.WORKFLOW: "arbejdsgang",
    Role.DURATION: "minutter",
    Role.COUNT: "antal",
    Role.TOTAL: "antal i alt",
    Role.VALUE: "værdi",
}
NAMES = {
    Role.EMPLOYEE: ("ABJ", "KNØ", "Mette Sørensen", "LÅR"),
    Role.TARGET_GROUP: ("Nord", "Øst", "Sygedagpenge"),
    Role.WORKFLOW: ("Journalisering", "Partshøring", "Møde", "Klage"),
}
NOTATION = {
    Role.DATE: re.compile(r"(\d\d)-(\d\d)-(20[0-3]\d)"),
    Role.DURATION: re.compile(r"\d{1,4}(?:,\d{1,2})?"),
    Role.COUNT: re.compile(r"\d{1,8}"),
    Role.TOTAL: re.compile(r"\d{1,8}"),
    Role.VALUE: re.compile(r"-?\d{1,6}(?:,\d{1,2})?"),
}
NAME = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]*(?: [A-ZÆØÅa-zæøå]+)*")
NO_NAMES = frozenset({"NA", "NULL"})
DAY_MINUTES, LAST_YEAR = 1440, 2035
MOST = {Measurement.EXTRACT: 10_000_000, Measurement.SHARE: 10_000_000}
Values = tuple[object, ...]


def roles_of(kind: Measurement) -> list[Role]:
    """The columns of a file, in one fixed order."""
    return [role for role in HEADERS if role in (*kind.needed, *kind.optional)]


def sound(kind: Measurement, chance: random.Random) -> bytes:
    """A file of the kind in the plain notation."""
    rows = [[_cell(role, chance) for role in roles_of(kind)] for _ in range(chance.randrange(5, 40))]
    if kind is Measurement.SHARE:
        rows = [[*row[:-1], str(int(row[-2]) + int(row[-1]))] for row in rows]
    lines = [";".join(row) for row in ([HEADERS[role] for role in roles_of(kind)], *rows)]
    return "".join(line + "\r\n" for line in lines).encode()


def _cell(role: Role, chance: random.Random) -> str:
    if role in NAMES:
        return chance.choice(NAMES[role])
    if role is Role.DATE:
        return (date(2026, 1, 1) + timedelta(days=chance.randrange(120))).strftime("%d-%m-%Y")
    if role in (Role.COUNT, Role.TOTAL):
        return str(chance.choice((0, 3, 17, chance.randrange(5000))))
    sign = "-" if role is Role.VALUE and chance.random() < 0.2 else ""
    return f"{sign}{chance.randrange(900)}{chance.choice(('', ',5', ',25', ',7'))}"


def understood(line: bytes, kind: Measurement) -> Values | None:
    """What a line in the plain notation means; nothing where it is in any other."""
    try:
        text = line.removesuffix(b"\r").decode()
    except UnicodeDecodeError:
        return None
    roles = roles_of(kind)
    row = text.split(";") if text.isprintable() else []
    if len(row) != len(roles):
        return None
    meant = {role: _meaning(role, cell, kind) for role, cell in zip(roles, row, strict=True)}
    if any(meaning is None for meaning in meant.values()):
        return None
    part, whole = meant.get(Role.COUNT), meant.get(Role.TOTAL)
    if isinstance(part, int) and isinstance(whole, int) and part > whole:
        return None
    return tuple(meant.get(role) for role in HEADERS)


def _meaning(role: Role, cell: str, kind: Measurement) -> str | int | float | date | None:
    if role in NAMES:
        return cell if NAME.fullmatch(cell) and cell.upper() not in NO_NAMES else None
    match = NOTATION[role].fullmatch(cell)
    if not match:
        return None
    if role is Role.DATE:
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if role is Role.VALUE:
        return float(cell.replace(",", "."))
    if role is Role.DURATION:
        whole, _, part = cell.partition(",")
        milliseconds = int(whole) * 60_000 + int(part.ljust(2, "0")) * 600
        return milliseconds if milliseconds <= DAY_MINUTES * 60_000 else None
    return int(cell) if int(cell) <= MOST.get(kind, 100_000) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year <= LAST_YEAR else None
    except ValueError:
        return None


def counted(result: Ingested, staging: MemoryStaging) -> dict[int, Values]:
    """What each line counts as."""
    values = "work_date, employee, target_group, workflow, duration_ms, count, total, value"
    rows = staging.cursor.execute(f"SELECT source_row, {values} FROM {result.table}").fetchall()
    return {line: tuple(row) for line, *row in rows}


@dataclass(frozen=True)
class Comparison:
    """How many lines were understood twice, and those that differ."""

    lines: int
    differing: tuple[tuple[int, Values, Values | None], ...]


def compared(content: bytes, kind: Measurement, result: Ingested, staging: MemoryStaging) -> Comparison:
    """The lines that both readings understand; none where the header is not the plain one any more."""
    header, *lines = lines_of(content)
    if header.removesuffix(b"\r") != ";".join(HEADERS[role] for role in roles_of(kind)).encode():
        return Comparison(0, ())
    found, rejected = counted(result, staging), {row.row for row in result.rejected}
    meant = {at: values for at, line in enumerate(lines, start=2) if (values := understood(line, kind)) is not None}
    kept = {at: values for at, values in meant.items() if at not in rejected}
    return Comparison(
        len(kept), tuple((at, values, found.get(at)) for at, values in kept.items() if found.get(at) != values)
    )


def sums_agree(result: Ingested, staging: MemoryStaging) -> bool:
    """Whether the summary is that of the table."""
    rows = list(counted(result, staging).values())
    durations, counts, totals = ([row[at] for row in rows if isinstance(row[at], int)] for at in (4, 5, 6))
    found = result.summary
    sums = (len(rows), _sum(durations), _sum(counts), _sum(totals))
    return sums == (found.rows, found.milliseconds, found.count or 0, found.total or 0)


def _sum(numbers: Sequence[object]) -> int:
    return sum(number for number in numbers if isinstance(number, int))
