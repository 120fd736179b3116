"""From staged rows to registrations: names become pseudonyms, labels the plan's target groups and workflows."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.model.kinds import Measurement, Role
from analysis.model.storing import FaultKind, LabelMatch, Placement, StoringFault
from analysis.model.upload import Ingested
from analysis.store.connection import Cursor, one_value
from analysis.store.pseudonyms import folded, pseudonym
from analysis.store.rounds import project_of
from analysis.store.staging import Staging
from analysis.store.store import Writing

# A label that the placement knows but gives no id is left out; one that it does not know is a fault. A target group
# is of staff: rows of nobody are in none.
_PLACE = """
CREATE OR REPLACE TEMP TABLE placed AS
SELECT source_row, sheet, staged.target_group IS NULL AS is_unlabelled, work_date, known_employee.pseudonym AS employee,
       CASE WHEN known_employee.label IS NOT NULL
            THEN coalesce(known_employee.id, $target_group, known_group.id) END AS target_group_id,
       CASE WHEN workflow IS NULL THEN $workflow ELSE known_workflow.id END AS workflow_id,
       duration_ms, count, total, value
FROM {table} AS staged
LEFT JOIN known_employee ON known_employee.label = staged.employee
LEFT JOIN known_group ON known_group.label = staged.target_group
LEFT JOIN known_workflow ON known_workflow.label = staged.workflow
WHERE (known_group.label IS NULL OR known_group.id IS NOT NULL)
  AND (known_workflow.label IS NULL OR known_workflow.id IS NOT NULL)
"""
_COLUMNS = {
    Role.EMPLOYEE: ("employee", FaultKind.NO_EMPLOYEE),
    Role.WORKFLOW: ("workflow_id", FaultKind.NO_WORKFLOW),
    Role.DATE: ("work_date", FaultKind.NO_DATE),
    Role.DURATION: ("duration_ms", FaultKind.NO_DURATION),
    Role.COUNT: ("count", FaultKind.NO_COUNT),
    Role.TOTAL: ("total", FaultKind.NO_COUNT),
    Role.VALUE: ("value", FaultKind.NO_COUNT),
}
_ALWAYS = {
    FaultKind.NO_TARGET_GROUP: "employee IS NOT NULL AND target_group_id IS NULL",
    FaultKind.MORE_THAN_TOTAL: "count > total",
}


def place(writing: Writing, staging: Staging, ingested: Ingested, placement: Placement, key: bytes) -> None:
    """Make the staging table ``placed``: registrations as they will be stored."""
    project_id = project_of(writing.cursor, placement.round_id)
    workflows = _ids(
        writing.cursor,
        "SELECT name, workflow_id FROM workflow WHERE project_id = ? AND is_indicator = ?",
        [project_id, ingested.measurement is Measurement.SERIES],
    )
    groups = _ids(writing.cursor, "SELECT name, target_group_id FROM target_group WHERE project_id = ?", [project_id])
    _know_labels(staging.cursor, "known_workflow", placement.workflows, workflows)
    _know_labels(staging.cursor, "known_group", placement.target_groups, groups)
    _know_employees(staging.cursor, ingested, key, placement.staff, groups)
    staging.cursor.execute(
        _PLACE.format(table=ingested.table),
        {"target_group": _id(placement.target_group, groups), "workflow": _id(placement.workflow, workflows)},
    )


def placed_faults(staging: Staging, measurement: Measurement) -> tuple[StoringFault, ...]:
    """Rows of ``placed`` that lack what a registration of this sort must have."""
    counted = (
        (kind, one_value(staging.cursor, f"SELECT count(*) FROM placed WHERE {condition}"))
        for kind, condition in {**_missing(measurement), **_ALWAYS}.items()
    )
    return tuple(StoringFault(kind, rows) for kind, rows in counted if rows)


def _missing(measurement: Measurement) -> Mapping[FaultKind, str]:
    """The condition of each fault that is about a needed value."""
    conditions: dict[FaultKind, str] = {}
    for role in measurement.needed:
        # A round of time without any dates is possible: every registration is then a unit of its own.
        if not (role is Role.DATE and measurement is Measurement.TIME):
            column, kind = _COLUMNS[role]
            conditions[kind] = " OR ".join(filter(None, (conditions.get(kind), f"{column} IS NULL")))
    return conditions


def _know_employees(
    cursor: Cursor, ingested: Ingested, key: bytes, staff: tuple[LabelMatch, ...], groups: Mapping[str, int]
) -> None:
    names = _employees(cursor, ingested)
    group_of = {folded(match.label): _id(match.name, groups) for match in staff}
    cursor.execute(
        "CREATE OR REPLACE TEMP TABLE known_employee AS SELECT unnest($names::VARCHAR[]) AS label, "
        "unnest($pseudonyms::VARCHAR[]) AS pseudonym, unnest($ids::BIGINT[]) AS id",
        {
            "names": names,
            "pseudonyms": [pseudonym(key, name) for name in names],
            "ids": [group_of.get(folded(name)) for name in names],
        },
    )


def _employees(cursor: Cursor, ingested: Ingested) -> list[str]:
    """Nobody, where numbers of this sort are no employee's."""
    if Role.EMPLOYEE not in (*ingested.measurement.needed, *ingested.measurement.optional):
        return []
    rows = cursor.execute(f"SELECT DISTINCT employee FROM {ingested.table} WHERE employee IS NOT NULL").fetchall()
    return [name for (name,) in rows]


def _know_labels(cursor: Cursor, table: str, matches: tuple[LabelMatch, ...], ids: Mapping[str, int]) -> None:
    of_label = {match.label: _id(match.name, ids) for match in matches}
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS "
        "SELECT unnest($labels::VARCHAR[]) AS label, unnest($ids::BIGINT[]) AS id",
        {"labels": list(of_label), "ids": list(of_label.values())},
    )


def _ids(cursor: Cursor, query: str, parameters: list[object]) -> Mapping[str, int]:
    return dict(cursor.execute(query, parameters).fetchall())


def _id(name: str | None, ids: Mapping[str, int]) -> int | None:
    if name is not None and name not in ids:
        raise ValueError(f"name must be one of the project's, got {name!r}")
    return None if name is None else ids[name]
