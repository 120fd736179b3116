"""Measurement rounds with their populations."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.plan import Population, Round
from analysis.model.storage import InUse
from analysis.store.changes import note, note_fields
from analysis.store.connection import Cursor, one_value
from analysis.store.store import Writing

# A round that says nothing about a target group has the population of the latest round before it that does.
_ROUNDS = """
SELECT round_id, row_number() OVER (PARTITION BY is_baseline ORDER BY starts_on, round_id) - is_baseline::INTEGER,
       starts_on, ends_on,
       (SELECT list({target_group: target_group.name, employees: employees} ORDER BY target_group_id)
        FROM population JOIN target_group USING (target_group_id) WHERE population.round_id = round.round_id)
FROM round WHERE project_id = ? ORDER BY NOT is_baseline, starts_on, round_id
"""


def rounds(cursor: Cursor, project_id: int) -> tuple[Round, ...]:
    """A project's rounds, the baseline first, the follow-ups numbered by their windows."""
    found: list[Round] = []
    known: dict[str, Population] = {}
    for round_id, number, starts_on, ends_on, told in cursor.execute(_ROUNDS, [project_id]).fetchall():
        for population in told or ():
            known[population["target_group"]] = Population(**population)
        found.append(Round(round_id, number, starts_on, ends_on, tuple(known.values())))
    return tuple(found)


def add_round(writing: Writing, project_id: int, new: Round) -> Round:
    """Store a new round: number 0 is the baseline, and there is one; any other is a follow-up.

    ``round_id`` and the follow-up's number are given here, and its populations carried forward where it has none.
    """
    if new.is_baseline and any(one.is_baseline for one in rounds(writing.cursor, project_id)):
        raise ValueError("number must not be 0 in a project that has its baseline")
    round_id = one_value(
        writing.cursor,
        "INSERT INTO round (project_id, is_baseline, starts_on, ends_on) VALUES (?, ?, ?, ?) RETURNING round_id",
        [project_id, new.is_baseline, new.starts_on, new.ends_on],
    )
    note_fields(writing, project_id, "round", round_id, None, replace(new, populations=()))
    for population in new.populations:
        set_population(writing, round_id, population)
    return stored_round(writing.cursor, round_id)


def change_window(writing: Writing, changed: Round) -> None:
    """Store a round's new first and last day."""
    before = stored_round(writing.cursor, changed.round_id)
    writing.cursor.execute(
        "UPDATE round SET starts_on = ?, ends_on = ? WHERE round_id = ?",
        [changed.starts_on, changed.ends_on, changed.round_id],
    )
    after = replace(before, starts_on=changed.starts_on, ends_on=changed.ends_on)
    note_fields(writing, project_of(writing.cursor, changed.round_id), "round", changed.round_id, before, after)


def remove_round(writing: Writing, round_id: int) -> InUse | None:
    """Delete a round, unless it has registrations (those of undone uploads too: they may come back)."""
    before, project_id = stored_round(writing.cursor, round_id), project_of(writing.cursor, round_id)
    used = one_value(writing.cursor, "SELECT sum(rows)::BIGINT FROM upload WHERE round_id = ?", [round_id])
    if used is not None:
        return InUse(used)
    for table in ("population", "system_count", "round"):
        writing.cursor.execute(f"DELETE FROM {table} WHERE round_id = ?", [round_id])
    note_fields(writing, project_id, "round", round_id, before, None)
    return None


def set_population(writing: Writing, round_id: int, population: Population) -> None:
    """Write down how many employees a target group has in a round (``None``: not known), also for those after it."""
    project_id = project_of(writing.cursor, round_id)
    before = {one.target_group: one.employees for one in stored_round(writing.cursor, round_id).populations}
    group = one_value(
        writing.cursor,
        "SELECT target_group_id FROM target_group WHERE project_id = ? AND name = ?",
        [project_id, population.target_group],
    )
    if group is None:
        raise ValueError(f"target_group must be one of the project's, got {population.target_group!r}")
    writing.cursor.execute("DELETE FROM population WHERE round_id = ? AND target_group_id = ?", [round_id, group])
    writing.cursor.execute("INSERT INTO population VALUES (?, ?, ?)", [round_id, group, population.employees])
    field = f"population {population.target_group}"
    note(writing, project_id, "round", round_id, field, before.get(population.target_group), population.employees)


def stored_round(cursor: Cursor, round_id: int) -> Round:
    """One round, as ``rounds`` has it."""
    return next(one for one in rounds(cursor, project_of(cursor, round_id)) if one.round_id == round_id)


def project_of(cursor: Cursor, round_id: int) -> int:
    """The project that a round belongs to."""
    project_id = find_project(cursor, round_id)
    if project_id is None:
        raise ValueError(f"round_id must be a round's, got {round_id}")
    return project_id


def find_project(cursor: Cursor, round_id: int) -> int | None:
    """The project that a round belongs to, unless the round was removed meanwhile."""
    project_id: int | None = one_value(cursor, "SELECT project_id FROM round WHERE round_id = ?", [round_id])
    return project_id
