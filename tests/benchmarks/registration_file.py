"""A made-up Danish file of time registrations of any length, as municipalities' tools write them: messy, but valid."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

PREAMBLE = (
    "Udtræk af tidsregistreringer;;;;;\n"
    "Periode: 02-03-2026 - 15-03-2026;;;;;\n"
    ";;;;;\n"
    "Dato;Medarbejder;Målgruppe;Arbejdsgang;Minutter;Antal{remark}\n"
)
PREAMBLE_LINES = 3
EMPLOYEES, WORKING_DAYS = 400, 14
_ROWS = """
COPY (
    SELECT strftime(DATE '2026-03-02' + (hash(number) % $days)::INTEGER, '%d-%m-%Y'),
           'MA' || lpad((number % $employees)::VARCHAR, 4, '0'),
           ['Ledere på ydelsesområdet', 'Sagsbehandlere på ydelsescentrene', 'Superbrugere',
            'Ledere på andre områder'][number % $employees % 4 + 1],
           CASE number % 7 WHEN 0 THEN '"Fordeling, stamdata mv."' WHEN 1 THEN 'Opret sag '
                           WHEN 2 THEN 'Partshøring' ELSE 'Journalisering og scan' END,
           replace(format('{:.1f}', 1 + hash(number + 1) % 1200 / 10.0), '.', ','),
           CASE WHEN number % 50 = 0 THEN '' ELSE (1 + hash(number + 2) % 20)::VARCHAR END{remark}
    FROM range($rows) AS made(number)
) TO '{path}' (FORMAT csv, DELIMITER ';', HEADER false, QUOTE '', ESCAPE '')
"""
REMARK = "Bemærkning"
"""The heading of a column that plays no role."""
_REMARKS = """,
           CASE number % 10 WHEN 0 THEN 'Borgeren ringede kl. 10.30 om sag ' || number % 1000 ELSE '' END"""


def write_registrations(path: Path, rows: int, *, has_remarks: bool = False) -> None:
    """A preamble, the header, and so many rows of about 69 bytes, every tenth with a remark where there are any."""
    body = path.with_suffix(".body")
    with duckdb.connect() as connection:
        connection.execute(
            _ROWS.replace("{path}", str(body)).replace("{remark}", _REMARKS if has_remarks else ""),
            {"rows": rows, "days": WORKING_DAYS, "employees": EMPLOYEES},
        )
    with path.open("wb") as whole, body.open("rb") as part:
        whole.write(PREAMBLE.replace("{remark}", f";{REMARK}" if has_remarks else "").encode("utf-8-sig"))
        shutil.copyfileobj(part, whole, 1 << 20)
    body.unlink()
