"""The line that ``check --json`` prints for a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from analysis.ingest.codes import Rejection
from analysis.model.upload import Ingested, Refused

COARSER = {
    Rejection.NOT_WHOLE: Rejection.INVALID_NUMBER,
    Rejection.IMPLAUSIBLE_COUNT: Rejection.IMPLAUSIBLE,
    Rejection.IMPLAUSIBLE_EXTRACT: Rejection.IMPLAUSIBLE,
    Rejection.IMPLAUSIBLE_VALUE: Rejection.IMPLAUSIBLE,
}
"""The codes that other programs know are fewer than the sentences."""


def check_line(result: Ingested | Refused) -> Mapping[str, object]:
    """The result in whole seconds, ready for JSON."""
    return _refused(result) if isinstance(result, Refused) else _accepted(result)


def _refused(result: Refused) -> Mapping[str, object]:
    return {
        "status": "needs_input" if result.needs_answer else "refused",
        "reason": result.reason,
        "found": result.found,
        "missing": result.missing,
    }


def _accepted(result: Ingested) -> Mapping[str, object]:
    summary = result.summary
    return {
        "status": "accepted_with_warnings" if result.doubts or result.rejected else "accepted",
        "reason": None,
        "measurement": result.measurement,
        "rows": summary.rows,
        "seconds": round(summary.milliseconds / 1000),
        "count": summary.count,
        "count_missing": summary.count_missing,
        "total": summary.total,
        "first_date": _iso(summary.first_date),
        "last_date": _iso(summary.last_date),
        "employees": len(summary.employees),
        "labels": {
            "workflow": summary.workflows,
            "employee": summary.employees,
            "target_group": summary.target_groups,
        },
        "rejected": [asdict(row) | {"reason": _printed(row.reason)} for row in result.rejected],
        "warnings": [doubt.code for doubt in result.doubts],
    }


def _printed(reason: str) -> str:
    return COARSER.get(Rejection(reason), reason)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
