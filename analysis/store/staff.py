"""A project's staff list: which target group an employee is in. It knows pseudonyms, never names."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model.plan import Population
from analysis.model.storing import LabelMatch
from analysis.model.upload import Ingested
from analysis.store import folder as layout
from analysis.store.changes import note
from analysis.store.connection import Cursor
from analysis.store.pseudonyms import key_file, project_key, pseudonym
from analysis.store.staging import Staging
from analysis.store.store import Store, Writing

_MEMBERS = "SELECT DISTINCT employee, target_group FROM {table} ORDER BY ALL"
_NUMBERS = """
SELECT name, count(*) FROM staff JOIN target_group USING (target_group_id)
WHERE staff.project_id = ? GROUP BY target_group_id, name ORDER BY target_group_id
"""
_GROUPS = "SELECT employee, name FROM staff JOIN target_group USING (target_group_id) WHERE staff.project_id = ?"
_ADD = """
INSERT INTO staff
SELECT $project, employee, target_group_id
FROM (SELECT unnest($employees::VARCHAR[]) AS employee, unnest($groups::VARCHAR[]) AS name)
JOIN target_group USING (name) WHERE target_group.project_id = $project
"""


def members(staging: Staging, ingested: Ingested) -> tuple[LabelMatch, ...]:
    """The employees of a staff list that was read, each with the target group that the file has for them."""
    rows = staging.cursor.execute(_MEMBERS.format(table=ingested.table)).fetchall()
    return tuple(LabelMatch(employee, group) for employee, group in rows)


def staff_numbers(cursor: Cursor, project_id: int) -> tuple[Population, ...]:
    """How many employees the list has in each target group; nothing of a group that it does not name."""
    rows = cursor.execute(_NUMBERS, [project_id]).fetchall()
    return tuple(Population(name, employees) for name, employees in rows)


def groups_of(store: Store, project_id: int, employees: Sequence[str]) -> tuple[LabelMatch, ...]:
    """Those of the employees who are on the list, each with their target group."""
    with store.read() as cursor:
        listed = dict(cursor.execute(_GROUPS, [project_id]).fetchall())
    path = key_file(layout.keys(store.folder), project_id)
    if not listed or not path.exists():
        return ()
    key = path.read_bytes()
    found = ((name, listed.get(pseudonym(key, name))) for name in employees)
    return tuple(LabelMatch(name, group) for name, group in found if group is not None)


def replace_staff(writing: Writing, project_id: int, staff: Sequence[LabelMatch]) -> bool:
    """Put a list in place of the one before; ``False`` where the project's key is gone, and nothing is changed.

    The history gets the numbers of both.
    """
    key = project_key(writing, project_id)
    if key is None:
        return False
    before = staff_numbers(writing.cursor, project_id)
    group_of = {pseudonym(key, one.label): one.name for one in staff if one.name is not None}
    writing.cursor.execute("DELETE FROM staff WHERE project_id = ?", [project_id])
    listed = {"employees": list(group_of), "groups": list(group_of.values())}
    writing.cursor.execute(_ADD, {"project": project_id, **listed})
    after = staff_numbers(writing.cursor, project_id)
    note(writing, project_id, "project", project_id, "staff", before, after)
    return True
