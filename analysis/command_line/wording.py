"""Files and uploads in words, for those who read the terminal."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import long_date, number, period
from analysis.language.sentences import found_words
from analysis.model.kinds import Role
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
    doubts = [
        f"  {counted(language, 'count.rows', doubt.rows) + ': ' if doubt.rows else ''}"
        f"{text(language, f'doubt.{doubt.code}')}"
        for doubt in file.doubts
    ]
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


def refused_line(outcome: Refused | AlreadyUploaded, language: Language) -> str:
    if isinstance(outcome, AlreadyUploaded):
        earlier = outcome.upload
        day = long_date(language, earlier.uploaded_at.date())
        return text(language, "refused.already_uploaded", name=earlier.source.name, day=day)
    missing = ", ".join(text(language, f"role.{role}") for role in outcome.missing)
    found = ", ".join(found_words(outcome, language))
    sentence = text(language, f"refused.{outcome.reason}", missing=missing, found=found or "–")
    return f"{outcome.source.name}: {sentence}"


def storing_lines(outcome: Upload | AlreadyUploaded | StoringRefused, language: Language) -> list[str]:
    if isinstance(outcome, Upload):
        rows = counted(language, "count.rows", outcome.rows)
        return [text(language, "upload.stored", rows=rows, name=outcome.source.name)]
    if isinstance(outcome, AlreadyUploaded):
        return [refused_line(outcome, language)]
    return [
        text(
            language,
            f"storing.{fault.kind}",
            rows=counted(language, "count.rows", fault.number),
            employees=counted(language, "count.employees", fault.number),
            group=fault.target_group,
            population=fault.population,
        )
        for fault in outcome.faults
    ]
