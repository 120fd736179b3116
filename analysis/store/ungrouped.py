"""Rows without a target group, in a file that has target groups."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.kinds import Role
from analysis.model.rejects import RejectedRow
from analysis.model.storing import FaultKind
from analysis.model.upload import Ingested
from analysis.store.connection import one_value
from analysis.store.staging import Staging

_IS_UNGROUPED = "is_unlabelled AND employee IS NOT NULL AND target_group_id IS NULL"
_FROM_OTHER_ROWS = f"""
UPDATE placed SET target_group_id = known.id
FROM (SELECT employee AS other, any_value(target_group_id) AS id FROM placed WHERE target_group_id IS NOT NULL
      GROUP BY ALL HAVING count(DISTINCT target_group_id) = 1) AS known
WHERE {_IS_UNGROUPED} AND employee = other
"""
_TAKE_OUT = f"DELETE FROM placed WHERE {_IS_UNGROUPED} RETURNING source_row, sheet"


@dataclass(frozen=True, slots=True)
class Ungrouped:
    """The rows of the file that were taken out of ``placed``, and how many registrations they held."""

    rejected: tuple[RejectedRow, ...] = ()
    registrations: int = 0


def take_out_ungrouped(staging: Staging, ingested: Ingested) -> Ungrouped:
    """Give each of them its employee's group where other rows tell it, and take the rest out of ``placed``.

    Nothing is taken out where no row has a group: then it is not the row that is at fault.
    """
    if not one_value(staging.cursor, f"SELECT count(*) FROM placed WHERE {_IS_UNGROUPED}"):
        return Ungrouped()
    if not one_value(staging.cursor, "SELECT count(target_group_id) FROM placed"):
        return Ungrouped()
    staging.cursor.execute(_FROM_OTHER_ROWS)
    found = staging.cursor.execute(_TAKE_OUT).fetchall()
    header = next((column.header for column in ingested.columns if column.role is Role.TARGET_GROUP), None)
    rows = sorted(set(found), key=lambda one: (one[1] or "", one[0]))
    reason = FaultKind.NO_TARGET_GROUP.value
    return Ungrouped(tuple(RejectedRow(row, sheet, header, "", reason) for row, sheet in rows), len(found))
