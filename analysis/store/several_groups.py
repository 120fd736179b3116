"""Employees of a staged file whom it puts into more than one target group."""

from __future__ import annotations

from analysis.model.storing import EmployeeLabels
from analysis.model.upload import Ingested
from analysis.store.pseudonyms import folded
from analysis.store.staging import Staging

_PAIRS = """
SELECT DISTINCT employee, target_group FROM {table}
WHERE employee IS NOT NULL AND target_group IS NOT NULL ORDER BY ALL
"""


def in_several_groups(staging: Staging, ingested: Ingested) -> tuple[EmployeeLabels, ...]:
    """However their names are spaced or capitalised, as pseudonyms have it."""
    spelt: dict[str, str] = {}
    labels: dict[str, dict[str, None]] = {}
    for employee, label in staging.cursor.execute(_PAIRS.format(table=ingested.table)).fetchall():
        spelt.setdefault(folded(employee), employee)
        labels.setdefault(folded(employee), {})[label] = None
    return tuple(EmployeeLabels(spelt[one], tuple(own)) for one, own in labels.items() if len(own) > 1)
