"""Units that stand elsewhere than in the header of the time column, and contradict it."""

from __future__ import annotations

import re

from analysis.ingest.codes import Refusal
from analysis.ingest.layout.layout import Column, Fault, Layout, Rows
from analysis.ingest.layout.spelling import normal
from analysis.ingest.layout.words_of_times import HINT_UNITS
from analysis.ingest.options import ReadOptions, Unit
from analysis.ingest.values.cells import squeeze
from analysis.model.kinds import Role

_DECLARED = re.compile(
    r"(?i)\b(?:alle tal|tal(?:lene)?|tid\w*|varighed\w*|minuttal\w*|registrering\w*|angiv\w*|opgjort|opgøres|skrevet)\b"
    r".*\bi (?:hele |decimal)?(timer|minutter|sekunder)\b"
)
LONGEST_SENTENCE = 1000
"""Going back over longer texts takes the square of their length."""
_UNIT_HEADERS = frozenset({"enhed", "tidsenhed", "maaleenhed", "unit", "units", "unit of time", "time unit"})


def declared_unit(text: str) -> Unit | None:
    """The unit that a sentence tells: ``OBS: tiden er angivet i timer``."""
    match = _DECLARED.search(squeeze(text[:LONGEST_SENTENCE]))
    return HINT_UNITS[match[1].casefold()] if match else None


def unit_of_cell(text: str) -> Unit | None:
    """The unit of a cell that holds nothing else, as in a row of units below the header."""
    return HINT_UNITS.get(normal(text))


def is_unit_header(header: str) -> bool:
    return normal(header) in _UNIT_HEADERS


def contradicts(layout: Layout, unit: Unit | None, options: ReadOptions) -> Fault | None:
    """The question what the times are written in, where the file tells two units."""
    column: Column | None = next(iter(layout.of(Role.DURATION)), None)
    if unit is None or options.unit or column is None or column.match.unit in (None, unit):
        return None
    return Fault(Refusal.UNKNOWN_UNIT, (column.header,))


def contradicted_unit(above: Rows, layout: Layout, options: ReadOptions) -> Fault | None:
    """The question where a sentence above the table tells another unit than the header."""
    told = (declared_unit(" ".join(row)) for row in above)
    return contradicts(layout, next(filter(None, told), None), options)
