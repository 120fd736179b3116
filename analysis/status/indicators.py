"""The early indicators of a project, as they are shown between the measurements."""

from __future__ import annotations

from analysis.model.measurement import IndicatorSeries
from analysis.store.counted import series
from analysis.store.store import Store


def indicators(store: Store, project_id: int) -> tuple[IndicatorSeries, ...]:
    """All indicators with their values by date, in the order of their names."""
    with store.read() as cursor:
        return series(cursor, project_id)
