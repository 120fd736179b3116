"""What a column header says of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from analysis.ingest.layout.words import (
    ALMOST,
    DANISH,
    EXPECTED,
    HINT_CLOCKS,
    HINT_UNITS,
    LAST,
    OTHER_MEASURE,
    RANKED,
    STEMS,
    TIMES,
    UNLIKE,
    VAGUE,
    WHOLE_CLOCKS,
)
from analysis.ingest.layout.words_of_kinds import GUESSED, KIND_RANKED, KIND_STEMS, OF_AN_ITEM
from analysis.ingest.options import ClockForm, DateOrder, Unit
from analysis.ingest.values.cells import squeeze
from analysis.model.kinds import Measurement, Role


@dataclass(frozen=True, slots=True)
class Match:
    """What a header says of its column; a lower ``rank`` is a better word."""

    role: Role
    rank: int = 0
    unit: Unit | None = None
    clock: ClockForm | None = None
    order: DateOrder | None = None
    is_vague: bool = False
    """The word also stands for a time of day."""


def normal(header: str) -> str:
    """The header without case, accents of spelling, dots and underscores: ``Arb.gang`` and ``arb gang`` are one."""
    text = squeeze(header).casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return " ".join(re.sub(r"[._\-/:*\"']", " ", text).split())


@dataclass(frozen=True, slots=True)
class Parts:
    """A header's name, and what stands in brackets or behind a comma."""

    name: str
    hint: str


def _parts(header: str) -> Parts:
    match = _HEADER.fullmatch(squeeze(header))
    return Parts(match[1], (match[2] or match[3] or "").strip(" .").casefold()) if match else Parts(header, "")


MAX_HEADER = 200
_HEADER = re.compile(r"([^()\[\],]+?) ?(?:[(\[](.*)[)\]]|,(.*))? ?:?")
_ORDER_HINT = re.compile(r"[dmyå][dmyå\W]*")
_ROLE_OF = {word: Match(role, rank) for role, rank, words in RANKED for word in words}
_KIND_ROLE_OF = {
    kind: {word: Match(role, rank) for role, rank, words in ranked for word in words}
    for kind, ranked in KIND_RANKED.items()
}
_TIME_OF = {word: unit for unit, words in TIMES for word in words}


def match_header(header: str, kind: Measurement = Measurement.TIME) -> Match | None:
    """The role that a header names, if it names one; each kind of measurement has words of its own.

    >>> match_header("Tidsforbrug (min)").unit
    <Unit.MINUTES: 'minutes'>
    """
    if len(header) > MAX_HEADER:
        return None
    parts = _parts(header)
    word, hint = normal(parts.name), parts.hint
    if kind is Measurement.BEST_GUESS and (guess := GUESSED.fullmatch(word)):
        word, hint = guess[1] or "varighed", "" if OF_AN_ITEM.fullmatch(hint) else hint
    own = _KIND_ROLE_OF.get(kind, {}).get(word) or _stem_match(word, KIND_STEMS.get(kind, ()))
    if own and (own.role is Role.VALUE or not OTHER_MEASURE.search(hint)):
        return own
    if word in _TIME_OF or (word == "time" and hint in HINT_UNITS):
        return _time_match(word, hint)
    found = _ROLE_OF.get(word) or _stem_match(word, STEMS)
    if found is None or hint in HINT_UNITS or OTHER_MEASURE.search(hint):
        return None
    return replace(found, order=_order(hint)) if found.role is Role.DATE else found


def _stem_match(word: str, stems: Sequence[tuple[Role, re.Pattern[str]]]) -> Match | None:
    """The role whose word a longer header contains."""
    if not re.fullmatch("[a-z ]{1,40}", word):
        return None
    return next((Match(role, LAST) for role, stem in stems if stem.fullmatch(word)), None)


def resembles(header: str, role: Role) -> bool:
    """Whether the header is almost the word for a role: ``antl`` for ``antal``."""
    name = normal(_parts(header).name)
    return name not in UNLIKE and bool(get_close_matches(name, EXPECTED.get(role, ()), n=1, cutoff=ALMOST))


def _order(hint: str) -> DateOrder | None:
    """The order of a hint such as ``dd-mm-åååå``."""
    if not _ORDER_HINT.fullmatch(hint):
        return None
    return {"d": DateOrder.DMY, "m": DateOrder.MDY}.get(hint[0], DateOrder.YMD)


def _time_match(word: str, hint: str) -> Match | None:
    """A time column, unless its hint makes it an average, an amount or another measure."""
    unit, hinted = _TIME_OF.get(word), HINT_UNITS.get(hint)
    if OTHER_MEASURE.search(hint):
        return None
    if unit and hinted and unit is not hinted and hint != "decimal":
        return None
    clock = HINT_CLOCKS.get(hint)
    is_told = bool(clock or unit or hinted or hint in WHOLE_CLOCKS)
    unit = None if clock or hint in WHOLE_CLOCKS else unit or hinted
    return Match(Role.DURATION, 0, unit, clock, is_vague=word in VAGUE and not is_told)


def is_danish(headers: tuple[str, ...]) -> bool:
    """Whether any header is a Danish word for a role."""
    return any(word in DANISH for header in headers for word in normal(header).split())


def hint_unit(header: str) -> Unit | None:
    """The unit in brackets behind any name: ``Visitation (min)``."""
    return HINT_UNITS.get(_parts(header).hint)
