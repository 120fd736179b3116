"""Whether a file's placement still fits the plan: between seeing and storing, others may have changed it."""

from __future__ import annotations

from analysis.model.kinds import Measurement
from analysis.model.storing import Placement
from analysis.store.connection import Cursor
from analysis.store.projects import target_groups
from analysis.store.rounds import find_project
from analysis.store.workflows import indicators, workflows


def is_placeable(cursor: Cursor, placement: Placement, measurement: Measurement) -> bool:
    """Whether the plan has the round and every name that the placement speaks of."""
    project_id = find_project(cursor, placement.round_id)
    if project_id is None:
        return False
    is_series = measurement is Measurement.SERIES
    known = (indicators if is_series else workflows)(cursor, project_id)
    groups = (group.name for group in target_groups(cursor, project_id))
    in_groups = (*placement.target_groups, *placement.staff)
    named = {match.name for match in placement.workflows} | {placement.workflow}
    named_groups = {match.name for match in in_groups} | {placement.target_group}
    return named <= {None, *known} and named_groups <= {None, *groups}
