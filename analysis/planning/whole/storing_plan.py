"""One plan on its way to another within a transaction: every difference is stored, what is new gets its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from analysis.model.choices import PlanKind
from analysis.model.entries import Entry
from analysis.model.faults import PlanFault
from analysis.model.fields import TYPES, kind_of
from analysis.model.plan import Goal, Project, Round
from analysis.planning.reading import Plan
from analysis.planning.storing.rounds import population_faults, write_round
from analysis.planning.storing.writing import write_project
from analysis.planning.whole.taking_away import removed
from analysis.planning.whole.whole_plan import (
    PartFault,
    PartFaults,
    changed_entries,
    changed_goals,
    changed_rounds,
    identities,
    link_names,
    with_names_of,
)
from analysis.store import entries as stored_entries
from analysis.store import goals as stored_goals
from analysis.store import projects as stored_projects
from analysis.store import system_counts as stored_counts
from analysis.store.store import Writing

E = TypeVar("E", bound=Entry)
BEFORE_GOALS = (
    PlanKind.PERSON,
    PlanKind.PREREQUISITE,
    PlanKind.SUCCESS_CRITERION,
    PlanKind.BENEFIT,
    PlanKind.CHANGE,
    PlanKind.ACTIVITY,
)
"""What goals and rounds point at, and what points at goals only where nobody must say so."""
AFTER_GOALS = tuple(kind for kind in TYPES if kind not in BEFORE_GOALS)
"""Signatures are the last of them: they stand on the words that were written before."""


class Applying:
    """One plan on its way to another: the ids that new parts are given, and what was refused on the way."""

    def __init__(self, writing: Writing, before: Plan, proposed: Plan) -> None:
        self.writing = writing
        self.before = with_names_of(before, proposed)
        self.stored_project = before.project
        self.proposed = proposed
        self.given: dict[int, int] = {}
        self.faults: list[PartFault] = []

    def write(self) -> PartFaults:
        """Store every difference; what was refused."""
        if self.proposed.project != self.stored_project:
            outcome = write_project(self.writing, self.proposed.project, self.proposed.project)
            self._refuse(self.proposed.project.project_id, () if isinstance(outcome, Project) else outcome)
        self._write_groups()
        entries = changed_entries(self.before, self.proposed)
        first = [entry for entry in entries if kind_of(entry) in BEFORE_GOALS]
        first_written = [pair for kind in BEFORE_GOALS for pair in self._write_entries(first, kind)]
        for goal in changed_goals(self.before, self.proposed):
            self._write_goal(goal)
        for one in changed_rounds(self.before, self.proposed):
            self._write_round(one)
        self._write_system_counts()
        for entry, stored in first_written:
            self._complete(stored, self._linked(entry))
        for kind in AFTER_GOALS:
            self._write_entries(entries, kind)
        self.faults += removed(self.writing, self.before, self.proposed)
        return tuple(self.faults)

    def _write_groups(self) -> None:
        names = {group.target_group_id: group.name for group in self.before.target_groups}
        for group in self.proposed.target_groups:
            known = names.get(group.target_group_id)
            if known is None:
                added = stored_projects.add_target_group(self.writing, self.proposed.project.project_id, group.name)
                self.given[group.target_group_id] = added.target_group_id
            elif known != group.name:
                stored_projects.rename_target_group(self.writing, group)

    def _write_entries(self, entries: Sequence[Entry], kind: PlanKind) -> list[tuple[Entry, Entry]]:
        """Those of one kind, as far as what they point at is there already; each with what was stored of it."""
        project_id = self.proposed.project.project_id
        of_kind = [entry for entry in entries if kind_of(entry) is kind]
        new = [entry for entry in of_kind if entry.entry_id < 0]
        added = stored_entries.add_entries(self.writing, project_id, [self._linked(entry) for entry in new])
        self.given |= {entry.entry_id: stored.entry_id for entry, stored in zip(new, added, strict=True)}
        changed = [(entry, self._linked(entry)) for entry in of_kind if entry.entry_id > 0]
        before = {entry.entry_id: entry for entry in self.before.entries}
        for entry, linked in changed:
            stored_entries.change_entry(self.writing, project_id, before[entry.entry_id], linked)
        return [*zip(new, added, strict=True), *changed]

    def _complete(self, stored: Entry, whole: Entry) -> None:
        if whole != stored:
            stored_entries.change_entry(self.writing, self.proposed.project.project_id, stored, whole)

    def _linked(self, entry: E) -> E:
        """The entry with the ids that what it points at has been given."""
        changed: dict[str, Any] = {"entry_id": self.given.get(entry.entry_id, entry.entry_id)}
        for name in link_names(entry):
            link = getattr(entry, name)
            given = (self._given(one) for one in link) if isinstance(link, tuple) else ()
            changed[name] = tuple(one for one in given if one) if isinstance(link, tuple) else self._given(link)
        return replace(entry, **changed)

    def _given(self, link: int | None) -> int | None:
        """``None`` where it has no id yet."""
        return self.given.get(link) if link and link < 0 else link

    def _write_goal(self, goal: Goal) -> None:
        steps = (replace(step, activity=self._given(step.activity)) for step in goal.milestones)
        linked = replace(goal, milestones=tuple(steps))
        if goal.goal_id < 0:
            added = stored_goals.add_goal(self.writing, self.proposed.project.project_id, linked)
            self.given[goal.goal_id] = added.goal_id
        else:
            stored_goals.change_goal(self.writing, linked)

    def _write_round(self, one: Round) -> None:
        new = replace(one, round_id=max(one.round_id, 0))
        stored = write_round(self.writing, self.proposed.project.project_id, new)
        self.given[one.round_id] = stored.round_id
        self._refuse(one.round_id, population_faults(self.writing, stored))

    def _write_system_counts(self) -> None:
        before = {(one.goal_id, one.round_id): one.cases for one in self.before.system_counts}
        after = {(one.goal_id, one.round_id): one.cases for one in self.proposed.system_counts}
        there = identities(self.proposed)
        for pair in {**before, **after}:
            if before.get(pair) != after.get(pair) and there.issuperset(pair):
                goal_id, round_id = (self.given.get(one, one) for one in pair)
                stored_counts.set_system_count(self.writing, goal_id, round_id, after.get(pair))

    def _refuse(self, identity: int, faults: Iterable[PlanFault]) -> None:
        self.faults += [PartFault(identity, fault) for fault in faults]
