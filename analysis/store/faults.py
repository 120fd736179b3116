"""What a round holds, and what must not be in it: asked after every write that could bring it about."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.model.storing import FaultKind, Participants, StoringFault
from analysis.store.connection import Cursor, one_value
from analysis.store.rounds import stored_round

_PARTICIPANTS = """
SELECT target_group.name, count(DISTINCT employee), count(employee)
FROM live_registration JOIN target_group USING (target_group_id)
WHERE round_id = ? GROUP BY ALL ORDER BY min(target_group_id)
"""
_IN_SEVERAL_GROUPS = """
SELECT count(*) FROM (
    SELECT employee FROM live_registration WHERE round_id = ? AND employee IS NOT NULL
    GROUP BY employee HAVING count(DISTINCT target_group_id) > 1)
"""
# Best guesses have no dates, and the other sorts are refused without.
_WITHOUT_DATE = """
SELECT CASE WHEN count(work_date) > 0 THEN count(*) - count(work_date) ELSE 0 END
FROM live_registration WHERE round_id = ? AND measurement = 'time'
"""


def participants(cursor: Cursor, round_id: int) -> tuple[Participants, ...]:
    """Distinct employees and registrations per target group of a round, over all workflows and sorts of measurement."""
    population = {one.target_group: one.employees for one in stored_round(cursor, round_id).populations}
    rows = cursor.execute(_PARTICIPANTS, [round_id]).fetchall()
    return tuple(
        Participants(name, employees, registrations, population.get(name)) for name, employees, registrations in rows
    )


def round_faults(cursor: Cursor, round_id: int) -> tuple[StoringFault, ...]:
    """What no estimate can stand: dates on some rows only, an employee in two groups, more employees than exist."""
    return tuple(_round_faults(cursor, round_id))


def _round_faults(cursor: Cursor, round_id: int) -> Iterator[StoringFault]:
    if undated := one_value(cursor, _WITHOUT_DATE, [round_id]):
        yield StoringFault(FaultKind.MIXED_DATES, undated)
    if doubled := one_value(cursor, _IN_SEVERAL_GROUPS, [round_id]):
        yield StoringFault(FaultKind.SEVERAL_TARGET_GROUPS, doubled)
    for one in participants(cursor, round_id):
        if one.population is not None and one.employees > one.population:
            yield StoringFault(FaultKind.MORE_THAN_POPULATION, one.employees, one.target_group, one.population)
