"""Files and uploads in words, for those who read the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import number, period
from analysis.language.sentences import (
    already_uploaded_sentence,
    doubt_sentence,
    refusal_sentence,
    stored_sentence,
    storing_fault_sentence,
)
from analysis.model.kinds import Measurement, Role
from analysis.model.plan import Round
from analysis.model.storing import AlreadyUploaded, StoringRefused
from analysis.model.upload import Ingested, Refused, Upload

MS_PER_MINUTE = 60_000


def ingested_lines(file: Ingested, language: Language) -> list[str]:
    """What would count, then each rejected row and each doubt."""
    summary = file.summary
    parts = [counted(language, "count.rows", summary.rows), *amounts(file, language)]
    if summary.employees:
        parts.insert(1, counted(language, "count.employees", len(summary.employees)))
    if summary.first_date and summary.last_date:
        parts.append(period(language, summary.first_date, summary.last_date))
    doubts = [f"  {doubt_sentence(doubt, language)}" for doubt in file.doubts]
    rejected = [
        f"  {text(language, 'findings.row')} {row.row}: {text(language, f'rejected.{row.reason}')}"
        for row in file.rejected
    ]
    return [f"{file.source.name}: {', '.join(parts)}", *rejected, *doubts]


def amounts(file: Ingested, language: Language) -> list[str]:
    """The minutes of a file that measures time, else what it counts."""
    if Role.DURATION in file.measurement.needed:
        return [f"{number(language, file.summary.milliseconds / MS_PER_MINUTE, 0)} {text(language, 'role.minutes')}"]
    sums = ((Role.COUNT, file.summary.count), (Role.TOTAL, file.summary.total))
    return [
        f"{text(language, f'role.{role}')}: {number(language, amount, 0)}"
        for role, amount in sums
        if amount is not None
    ]


def refused_line(refused: Refused, measurement: Measurement, language: Language) -> str:
    return f"{refused.source.name}: {refusal_sentence(refused, measurement, language)}"


def already_line(found: AlreadyUploaded, rounds: Sequence[Round], language: Language) -> str:
    number = next(one.number for one in rounds if one.round_id == found.upload.round_id)
    return already_uploaded_sentence(found, number, language)


def storing_lines(
    outcome: Upload | AlreadyUploaded | StoringRefused, file: Ingested, rounds: Sequence[Round], language: Language
) -> list[str]:
    if isinstance(outcome, Upload):
        return [stored_sentence(outcome, file, language)]
    if isinstance(outcome, AlreadyUploaded):
        return [already_line(outcome, rounds, language)]
    return [storing_fault_sentence(fault, language) for fault in outcome.faults]
