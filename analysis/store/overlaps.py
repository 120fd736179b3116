"""Rows that an earlier upload has too: found among what counts, whoever stored it."""

from __future__ import annotations

from analysis.model.storing import FaultKind, Overlap, OverlapAnswer, StoringFault
from analysis.store.connection import Cursor, one_value
from analysis.store.rounds import stored_round
from analysis.store.upload_list import upload

# The same employee (or nobody), date and workflow in measurements of one sort; without dates only within a round.
# The later of two uploads says whether both count.
_SHARED = """
WITH new AS (
    SELECT upload_id, measurement, employee, work_date, workflow_id, CASE WHEN work_date IS NULL THEN round_id END
           AS undated_round, count(*) AS rows
    FROM live_registration WHERE upload_id = $upload_id GROUP BY ALL
), other AS (
    SELECT DISTINCT upload_id, measurement, employee, work_date, workflow_id, CASE WHEN work_date IS NULL THEN round_id
           END AS undated_round
    FROM live_registration
    WHERE upload_id <> $upload_id AND workflow_id IN (SELECT workflow_id FROM new)
), shared AS (
    SELECT new.*, other.upload_id AS other_id, greatest(new.upload_id, other.upload_id) AS later_id
    FROM new JOIN other ON new.measurement = other.measurement AND new.workflow_id = other.workflow_id
     AND new.employee IS NOT DISTINCT FROM other.employee
     AND new.work_date IS NOT DISTINCT FROM other.work_date
     AND new.undated_round IS NOT DISTINCT FROM other.undated_round
)
"""
_PER_UPLOAD = (
    _SHARED
    + """
SELECT other_id, sum(rows)::BIGINT, (
    SELECT count(*) FROM live_registration AS earlier WHERE earlier.upload_id = other_id AND NOT EXISTS (
        FROM new WHERE new.measurement = earlier.measurement AND new.workflow_id = earlier.workflow_id
         AND new.employee IS NOT DISTINCT FROM earlier.employee
         AND new.work_date IS NOT DISTINCT FROM earlier.work_date
         AND (new.work_date IS NOT NULL OR new.undated_round = earlier.round_id)))
FROM shared GROUP BY ALL ORDER BY ALL
"""
)
_UNDECIDED = (
    _SHARED
    + """
SELECT coalesce(sum(rows), 0)::BIGINT FROM (
    SELECT DISTINCT shared.* EXCLUDE (other_id, later_id) FROM shared JOIN upload ON upload.upload_id = later_id
    WHERE overlap IS DISTINCT FROM $both)
"""
)


def overlaps(cursor: Cursor, upload_id: int) -> tuple[Overlap, ...]:
    """The other uploads that share rows with one, each with the number of those rows and of its others."""
    found = []
    for other_id, rows, others in cursor.execute(_PER_UPLOAD, {"upload_id": upload_id}).fetchall():
        earlier = upload(cursor, other_id)
        found.append(Overlap(earlier, rows, stored_round(cursor, earlier.round_id).number, others))
    return tuple(found)


def overlap_faults(cursor: Cursor, upload_id: int) -> tuple[StoringFault, ...]:
    """The rows of an upload that another has too without anybody's word that both count."""
    rows = one_value(cursor, _UNDECIDED, {"upload_id": upload_id, "both": OverlapAnswer.BOTH.value})
    return (StoringFault(FaultKind.OVERLAP, rows),) if rows else ()
