"""The first registrations of the acceptance files, to be written in other ways, and what each way must read back to."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from analysis.model.upload import Ingested, Summary

FILES = Path(__file__).parent / "files"
HEADER = ("dato", "medarbejder", "målgruppe", "arbejdsgang", "minutter", "antal")


@dataclass(frozen=True)
class Registration:
    """One row as it is meant."""

    day: date
    employee: str
    target_group: str
    workflow: str
    seconds: int
    count: int | None


def _first(rows: int) -> tuple[Registration, ...]:
    with (FILES / "enc_utf8_bom__tidsregistrering_utf8.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))[1 : rows + 1]
    return tuple(
        Registration(
            datetime.strptime(day, "%d-%m-%Y").date(),
            employee,
            group,
            workflow,
            round(float(minutes.replace(",", ".")) * 60),
            int(count),
        )
        for day, employee, group, workflow, minutes, count in lines
    )


REGISTRATIONS = _first(80)


def minutes_text(seconds: int) -> str:
    """Minutes with a decimal comma: 176,5."""
    return f"{seconds / 60:.4f}".rstrip("0").rstrip(".").replace(".", ",")


def plain_row(registration: Registration) -> tuple[str, ...]:
    """The row as Danish Excel writes it."""
    return (
        registration.day.strftime("%d-%m-%Y"),
        registration.employee,
        registration.target_group,
        registration.workflow,
        minutes_text(registration.seconds),
        "" if registration.count is None else str(registration.count),
    )


PLAIN_ROWS = tuple(plain_row(registration) for registration in REGISTRATIONS)


def text_file(rows: Sequence[Sequence[str]] = PLAIN_ROWS, header: Sequence[str] = HEADER, delimiter: str = ";") -> str:
    """Rows under a header, without any quotation marks."""
    return "".join(delimiter.join(row) + "\r\n" for row in (header, *rows))


def with_column(
    index: int, change: Callable[[str], str], rows: Sequence[Sequence[str]] = PLAIN_ROWS
) -> list[list[str]]:
    """The rows with one column written in another way."""
    return [[change(cell) if at == index else cell for at, cell in enumerate(row)] for row in rows]


def with_days(form: str) -> list[list[str]]:
    """The rows with their dates in another form."""
    return [
        [registration.day.strftime(form), *row[1:]] for registration, row in zip(REGISTRATIONS, PLAIN_ROWS, strict=True)
    ]


def with_times(write: Callable[[int], str]) -> list[list[str]]:
    """The rows with their durations written from seconds."""
    return [
        [*row[:4], write(registration.seconds), row[5]]
        for registration, row in zip(REGISTRATIONS, PLAIN_ROWS, strict=True)
    ]


def without_columns(*indexes: int) -> list[list[str]]:
    """The rows without some columns."""
    return [[cell for at, cell in enumerate(row) if at not in indexes] for row in PLAIN_ROWS]


def header_without(*indexes: int) -> list[str]:
    """The header without some columns."""
    return [cell for at, cell in enumerate(HEADER) if at not in indexes]


def summary_of(registrations: Sequence[Registration]) -> Summary:
    """What must be read back."""
    counts = [registration.count for registration in registrations if registration.count is not None]
    return Summary(
        rows=len(registrations),
        milliseconds=sum(registration.seconds for registration in registrations) * 1000,
        count=sum(counts) if counts else None,
        count_missing=len(registrations) - len(counts),
        total=None,
        first_date=min(registration.day for registration in registrations),
        last_date=max(registration.day for registration in registrations),
        employees=tuple(sorted({registration.employee for registration in registrations})),
        workflows=tuple(sorted({registration.workflow for registration in registrations})),
        target_groups=tuple(sorted({registration.target_group for registration in registrations} - {""})),
    )


EVERYTHING = summary_of(REGISTRATIONS)
WITHOUT_COUNTS = summary_of([replace(registration, count=None) for registration in REGISTRATIONS])


def left_after(*rejected: int) -> Summary:
    """What counts if the rows on these lines do not; the first row stands on line 2."""
    return summary_of([one for line, one in enumerate(REGISTRATIONS, start=2) if line not in rejected])


def rejected_lines(result: Ingested) -> dict[int, str]:
    """Line and reason of every rejected row."""
    return {row.row: str(row.reason) for row in result.rejected}


def doubt_codes(result: Ingested) -> set[str]:
    """The codes of all doubts."""
    return {str(doubt.code) for doubt in result.doubts}
