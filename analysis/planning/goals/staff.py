"""What the staff list says of the target groups: numbers of employees, for the rounds."""

from __future__ import annotations

from dataclasses import replace

from analysis.model.plan import Population, Round
from analysis.store.staff import staff_numbers as stored_numbers
from analysis.store.store import Store


def staff_numbers(store: Store, project_id: int) -> tuple[Population, ...]:
    """How many employees the staff list has in each target group; nothing where there is no list."""
    with store.read() as cursor:
        return stored_numbers(cursor, project_id)


def with_staff_numbers(one: Round, listed: tuple[Population, ...]) -> Round:
    """A round with the list's numbers as its populations; what the list does not name stays."""
    populations = {known.target_group: known for known in (*one.populations, *listed)}
    return replace(one, populations=tuple(populations.values()))
