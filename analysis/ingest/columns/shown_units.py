"""Numbers that a workbook shows with a unit behind them, beside what the header tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.ingest.columns.typed import Distinct, common_reason
from analysis.ingest.options import Unit
from analysis.ingest.values.cells import NUMBER, stored
from analysis.ingest.values.durations import shown_unit


def shows_another_unit(texts: Sequence[Distinct], told: Unit | None) -> bool:
    """Whether most cells show their numbers in another unit than the header or the answer tells: 1,6 t as minutes."""
    others = sum(text.rows for text in texts if shown_unit(text.text) not in ("", told))
    filled = sum(text.rows for text in texts if common_reason(text.text) is None)
    return told is not None and others * 2 > filled


def without_unit(text: Distinct, told: Unit | None, *, is_overruled: bool) -> Distinct:
    """The bare number where its format shows the unit that is told anyway, or any that the answer overrules."""
    shown = shown_unit(text.text)
    is_bare = shown and (is_overruled or shown == told)
    return replace(text, text=NUMBER + stored(text.text)) if is_bare else text
