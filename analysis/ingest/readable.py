"""Which names of a plan a file cannot hold, because reading takes them for something else."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.columns.labels import RARE, type_labels
from analysis.ingest.columns.typed import Distinct
from analysis.ingest.options import ReadOptions
from analysis.ingest.values.cells import squeeze
from analysis.model.kinds import Measurement, Role

COMPANIONS = 5
"""Beside so many others it shows whether a number is the only one among names."""


def unreadable_names(names: tuple[str, ...], role: Role, measurement: Measurement) -> tuple[str, ...]:
    """The names that would not come back from a column of them, as sums, numbers or empty cells do not."""
    options = ReadOptions(measurement=measurement)
    return tuple(name for name in names if not _comes_back(name, names[:COMPANIONS], role, options))


def _comes_back(name: str, others: Sequence[str], role: Role, options: ReadOptions) -> bool:
    """Whether the name is read as itself, alone and as the rare one beside any of the others."""
    alone = [Distinct(name, 1, 1)]
    columns = [alone, *([*alone, Distinct(other, RARE, 2)] for other in others if other != name)]
    return all(_first_name(column, role, options) == squeeze(name) for column in columns)


def _first_name(column: Sequence[Distinct], role: Role, options: ReadOptions) -> object:
    typed = type_labels(column, role, "", options)
    return None if typed.fault else typed.parsed[0].value
