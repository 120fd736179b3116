"""Where a file and the plan say different things: days outside the round, groups other than the staff list's."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model.plan import Round
from analysis.model.storing import LabelMatch
from analysis.model.upload import Ingested
from analysis.store.connection import one_value
from analysis.store.pseudonyms import folded
from analysis.store.staff import members
from analysis.store.staging import Staging


def rows_outside(staging: Staging, ingested: Ingested, measured: Round) -> int:
    """How many rows have a date before the round begins, or after it ends."""
    query = f"SELECT count(*) FROM {ingested.table} WHERE work_date < ? OR work_date > ?"
    return int(one_value(staging.cursor, query, [measured.starts_on, measured.ends_on]))


def otherwise_listed(
    staging: Staging, ingested: Ingested, listed: Sequence[LabelMatch], told: Sequence[LabelMatch]
) -> tuple[str, ...]:
    """The employees for whom the file names another target group than the staff list.

    ``told`` is what the file's labels were said to mean.
    """
    group_of = {match.label: match.name for match in listed}
    name_of = {match.label: match.name for match in told}
    return tuple(
        one.label
        for one in (members(staging, ingested) if listed else ())
        if one.name
        and (group := group_of.get(one.label))
        and folded(name_of.get(one.name) or one.name) != folded(group)
    )
