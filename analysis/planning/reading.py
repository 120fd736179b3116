"""A project's whole plan in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from analysis.model.choices import Act
from analysis.model.entries import Entry, Signature
from analysis.model.plan import Goal, Project, Round, SystemCount, TargetGroup
from analysis.store import goals as stored_goals
from analysis.store import projects as stored_projects
from analysis.store import rounds as stored_rounds
from analysis.store import system_counts as stored_counts
from analysis.store.connection import Cursor
from analysis.store.entries import entries
from analysis.store.store import Store
from analysis.store.workflows import workflows

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Plan:
    project: Project
    target_groups: tuple[TargetGroup, ...]
    workflows: tuple[str, ...]
    goals: tuple[Goal, ...]
    rounds: tuple[Round, ...]
    system_counts: tuple[SystemCount, ...]
    entries: tuple[Entry, ...] = ()

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """The entries of one kind, in the order they were added."""
        return tuple(entry for entry in self.entries if isinstance(entry, kind))

    def signatures(self, subject: int, act: Act) -> tuple[Signature, ...]:
        """Who put a name to this, the earliest first."""
        found = (one for one in self.of(Signature) if (one.subject, one.act) == (subject, act))
        return tuple(sorted(found, key=lambda one: (one.on, one.entry_id)))


def projects(store: Store) -> tuple[Project, ...]:
    """All projects, the oldest first."""
    with store.read() as cursor:
        return stored_projects.projects(cursor)


def removed_projects(store: Store) -> tuple[Project, ...]:
    """The projects that can be brought back."""
    with store.read() as cursor:
        return stored_projects.removed_projects(cursor)


def plan(store: Store, project_id: int) -> Plan:
    """The plan of one project, all parts from one moment."""
    with store.read() as cursor:
        return plan_at(cursor, project_id)


def plan_at(cursor: Cursor, project_id: int) -> Plan:
    """The plan at the moment that the cursor sees."""
    return Plan(
        stored_projects.project(cursor, project_id),
        stored_projects.target_groups(cursor, project_id),
        workflows(cursor, project_id),
        stored_goals.goals(cursor, project_id),
        stored_rounds.rounds(cursor, project_id),
        stored_counts.system_counts(cursor, project_id),
        entries(cursor, project_id),
    )
