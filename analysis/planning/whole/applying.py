"""Many changes of a plan at once, as a workbook brings them: all in one transaction, or none."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.faults import PlanFault, PlanRule
from analysis.planning.reading import Plan, plan_at
from analysis.planning.storing.rules import project_faults
from analysis.planning.storing.writing import By
from analysis.planning.whole.storing_plan import Applying
from analysis.planning.whole.whole_plan import (
    PartFault,
    PartFaults,
    plan_faults,
)
from analysis.store import projects as stored_projects
from analysis.store.store import Store


def apply(store: Store, by: By, seen: Plan, proposed: Plan) -> Plan | PartFaults:
    """Make the plan into ``proposed``, whose new parts have ids below 0; refused where it is no longer as ``seen``."""
    project_id = seen.project.project_id
    with store.write(by.who, by.at) as writing:
        if plan_at(writing.cursor, project_id) != seen:
            return (PartFault(project_id, PlanFault("plan", PlanRule.CHANGED_MEANWHILE)),)
        faults = plan_faults(seen, proposed) or Applying(writing, seen, proposed).write()
        if faults:
            writing.cancel()
            return faults
        return plan_at(writing.cursor, project_id)


def start_plan(store: Store, by: By, proposed: Plan) -> Plan | PartFaults:
    """A new project with a whole plan."""
    with store.write(by.who, by.at) as writing:
        faults = project_faults(proposed.project, stored_projects.projects(writing.cursor))
        if faults:
            return tuple(PartFault(proposed.project.project_id, fault) for fault in faults)
        added = stored_projects.add_project(writing, proposed.project)
        empty = Plan(added, (), (), (), (), ())
        whole = replace(proposed, project=added)
        refused = plan_faults(empty, whole) or Applying(writing, empty, whole).write()
        if refused:
            writing.cancel()
            return refused
        return plan_at(writing.cursor, added.project_id)
