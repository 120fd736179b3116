"""Numbers that a workbook shows with a unit behind them, beside what the header tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.ingest.columns.typed import Distinct, common_reason
from analysis.ingest.options import Unit
from analysis.ingest.values.cells import NUMBER, stored
from analysis.ingest.values.durations import shown_unit


def bare_where_told(texts: Sequence[Distinct], told: Unit | None, *, is_answered: bool) -> list[Distinct]:
    """The texts, with bare numbers where their format shows the unit that the header tells anyway.

    Nothing where most cells show another, 1,6 t as minutes, unless the analyst has answered what they are.
    """
    contradicts = told is not None and _shows_another_unit(texts, told)
    if contradicts and not is_answered:
        return []
    return [_without_unit(text, told, is_overruled=contradicts) for text in texts]


def _shows_another_unit(texts: Sequence[Distinct], told: Unit) -> bool:
    others = sum(text.rows for text in texts if shown_unit(text.text) not in ("", told))
    return others * 2 > sum(text.rows for text in texts if common_reason(text.text) is None)


def _without_unit(text: Distinct, told: Unit | None, *, is_overruled: bool) -> Distinct:
    shown = shown_unit(text.text)
    is_bare = shown and (is_overruled or shown == told)
    return replace(text, text=NUMBER + stored(text.text)) if is_bare else text
