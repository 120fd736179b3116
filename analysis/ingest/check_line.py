"""The line that ``check --json`` prints for a file."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.model.upload import Ingested, Refused


def check_line(result: Ingested | Refused) -> Mapping[str, object]:
    """The result in whole seconds, ready for JSON."""
    if isinstance(result, Refused):
        return {
            "status": "needs_input" if result.needs_answer else "refused",
            "reason": str(result.reason),
            "found": list(result.found),
            "missing": [str(role) for role in result.missing],
        }
    summary = result.summary
    doubtful = bool(result.doubts or result.rejected)
    return {
        "status": "accepted_with_warnings" if doubtful else "accepted",
        "reason": None,
        "rows": summary.rows,
        "seconds": round(summary.milliseconds / 1000),
        "count": summary.count,
        "count_missing": summary.count_missing,
        "first_date": summary.first_date and summary.first_date.isoformat(),
        "last_date": summary.last_date and summary.last_date.isoformat(),
        "employees": len(summary.employees),
        "labels": {
            "workflow": list(summary.workflows),
            "employee": list(summary.employees),
            "target_group": list(summary.target_groups),
        },
        "rejected": [
            {"row": row.row, "sheet": row.sheet, "column": row.column, "value": row.value, "reason": str(row.reason)}
            for row in result.rejected
        ],
        "warnings": [str(doubt.code) for doubt in result.doubts],
    }  # fmt: skip
