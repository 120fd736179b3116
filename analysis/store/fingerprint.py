"""A hash of all that a status rests on: the same data and plan give the same, any change another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

from analysis.model.agreements import Conduct, Protocol
from analysis.model.entries import Person, Signature
from analysis.model.plan import Round
from analysis.store.connection import Cursor
from analysis.store.entries import entries
from analysis.store.goals import goals
from analysis.store.projects import project
from analysis.store.system_counts import system_counts

OF_PEOPLE = (Conduct, Person, Protocol, Signature)
"""Who measured, who signed, and what they said of the rounds: the status tells it."""

# Per employee, day and workflow: everything that the aggregate of any goal can be made of, whatever its denominator.
# md5 is the same in every version of DuckDB; a sum of whole numbers does not depend on the order of the rows, and
# the values of indicators, which are not whole, are told apart instead of added.
_DIGEST = """
WITH unit AS (
    SELECT measurement, target_group.name AS target_group, workflow.name AS workflow, employee, work_date, value,
           count(*) AS n, sum(duration_ms) AS ms, sum(duration_ms::HUGEINT ** 2) AS ms_ms,
           count(count) AS counted, sum(count) AS items, sum(count * duration_ms::HUGEINT) AS items_ms,
           sum(count::HUGEINT * count) AS items_items, sum(total) AS total
    FROM live_registration JOIN workflow USING (workflow_id) LEFT JOIN target_group USING (target_group_id)
    WHERE round_id = ? GROUP BY ALL
)
SELECT count(*), sum((md5_number_lower(to_json(unit)::VARCHAR))::HUGEINT) FROM unit
"""


def fingerprint(cursor: Cursor, project_id: int, rounds: Sequence[Round]) -> str:
    """SHA-256 over the project's plan and the registrations of the given rounds."""
    known = {one.round_id for one in rounds}
    rests_on = {
        "project": asdict(project(cursor, project_id)),
        "goals": [asdict(goal) for goal in goals(cursor, project_id)],
        "people": [asdict(one) for one in entries(cursor, project_id) if isinstance(one, OF_PEOPLE)],
        "rounds": [asdict(one) for one in rounds],
        "counts": [asdict(one) for one in system_counts(cursor, project_id) if one.round_id in known],
        "registrations": [cursor.execute(_DIGEST, [one.round_id]).fetchall() for one in rounds],
    }
    return hashlib.sha256(json.dumps(rests_on, default=str, sort_keys=True).encode()).hexdigest()
