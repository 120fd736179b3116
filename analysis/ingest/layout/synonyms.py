"""What a column header says of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache

from analysis.ingest.layout.spelling import normal, parts_of
from analysis.ingest.layout.words import (
    ALMOST,
    EXPECTED,
    LAST,
    OF_SOMETHING_ELSE,
    RANKED,
    SHORT,
    STEMS,
    UNLIKE,
)
from analysis.ingest.layout.words_of_kinds import GUESSED, KIND_RANKED, KIND_STEMS, OF_AN_ITEM
from analysis.ingest.layout.words_of_times import (
    HINT_CLOCKS,
    HINT_UNITS,
    NEUTRAL,
    OTHER_MEASURE,
    OTHER_VALUE,
    PLAIN_HINTS,
    TIMES,
    VAGUE,
    WHOLE_CLOCKS,
)
from analysis.ingest.options import ClockForm, DateOrder, Unit
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


MAX_HEADER = 200
_ORDER_HINT = re.compile(r"[dmyå][dmyå\W]*")
_ONE_OF_SEVERAL = re.compile(r"(.*[a-z]) ?[1-9]")
"""Start and end of a second interval: ``Start 2``."""
_ROLE_OF = {word: Match(role, rank) for role, rank, words in RANKED for word in words}
_KIND_ROLE_OF = {
    kind: {word: Match(role, rank) for role, rank, words in ranked for word in words}
    for kind, ranked in KIND_RANKED.items()
}
_TIME_OF = {word: unit for unit, words in TIMES for word in words}
_RUN_TOGETHER = {word.replace(" ", ""): word for word in (*_ROLE_OF, *_TIME_OF) if len(word) > SHORT}
"""Words of several parts, or parted by a hyphen too many: ``RegDato``, ``arbejds-gang``."""


def match_header(header: str, kind: Measurement = Measurement.TIME) -> Match | None:
    """The role that a header names, if it names one; each kind of measurement has words of its own.

    >>> match_header("Tidsforbrug (min)").unit
    <Unit.MINUTES: 'minutes'>
    """
    return _match(header, kind) if len(header) <= MAX_HEADER else None


@lru_cache(maxsize=1 << 14)
def _match(header: str, kind: Measurement) -> Match | None:
    """Kept for the cells of rows that cannot count: any of them may be another header, and most are alike."""
    parts = parts_of(header)
    word, hint = _known(normal(parts.name)), parts.hint
    if kind is Measurement.BEST_GUESS and (guess := GUESSED.fullmatch(word)):
        word, hint = guess[1] or "varighed", "" if OF_AN_ITEM.fullmatch(hint) else hint
    found = _match_of_kind(word, kind) or _time_match(word, hint) or _general_match(word)
    if found is None or not _fits(found, hint):
        return None
    return replace(found, order=_order(hint)) if found.role is Role.DATE else found


def _known(word: str) -> str:
    """The word as the lists write it: in one or several parts, without ``faktisk``."""
    plain = word if _is_listed(word) else _RUN_TOGETHER.get(word.replace(" ", ""), word)
    around = NEUTRAL.fullmatch(plain)
    if _is_listed(plain) or around is None or around[2] not in _TIME_OF:
        return plain
    return "varighed" if around[2] in VAGUE else around[2]


def _is_listed(word: str) -> bool:
    return word in _ROLE_OF or word in _TIME_OF


def _match_of_kind(word: str, kind: Measurement) -> Match | None:
    return _KIND_ROLE_OF.get(kind, {}).get(word) or _stem_match(word, KIND_STEMS.get(kind, ()))


def _general_match(word: str) -> Match | None:
    several = _ONE_OF_SEVERAL.fullmatch(word)
    if several and (one := _ROLE_OF.get(several[1])) and one.role in (Role.START, Role.END):
        return one
    return _ROLE_OF.get(word) or _stem_match(word, STEMS)


def _fits(found: Match, hint: str) -> bool:
    """Whether what stands in brackets leaves the column what its word says."""
    if found.role in (Role.DURATION, Role.BREAK):
        return True
    if found.role is Role.VALUE:
        return not OTHER_VALUE.search(hint)
    if hint in HINT_UNITS:
        return False
    if found.role in (Role.COUNT, Role.TOTAL):
        return not OTHER_MEASURE.search(hint)
    return not (found.role in (Role.DATE, Role.EMPLOYEE) and OF_SOMETHING_ELSE.search(hint))


def _stem_match(word: str, stems: Sequence[tuple[Role, re.Pattern[str]]]) -> Match | None:
    """The role whose word a longer header contains."""
    if not re.fullmatch("[a-z ]{1,40}", word):
        return None
    found = next((Match(role, LAST) for role, stem in stems if stem.fullmatch(word)), None)
    counts = found is not None and found.role in (Role.COUNT, Role.TOTAL)
    return None if counts and OTHER_MEASURE.search(word) else found


def resembles(header: str, role: Role) -> bool:
    """Whether the header is almost the word for a role: ``antl`` for ``antal``."""
    name = normal(parts_of(header).name)
    is_other = name in UNLIKE or bool(OTHER_MEASURE.search(header.casefold()))
    return not is_other and bool(get_close_matches(name, EXPECTED.get(role, ()), n=1, cutoff=ALMOST))


def _order(hint: str) -> DateOrder | None:
    """The order of a hint such as ``dd-mm-åååå``."""
    if not _ORDER_HINT.fullmatch(hint):
        return None
    return {"d": DateOrder.DMY, "m": DateOrder.MDY}.get(hint[0], DateOrder.YMD)


def _time_match(word: str, hint: str) -> Match | None:
    """A time column, unless its hint makes it an average, a plan or another measure that only the analyst knows."""
    if word not in _TIME_OF and not (word == "time" and hint in HINT_UNITS):
        return None
    unit, hinted, clock = _TIME_OF.get(word), HINT_UNITS.get(hint), HINT_CLOCKS.get(hint)
    told = bool(clock or hinted or hint in WHOLE_CLOCKS)
    if not told and hint and hint not in PLAIN_HINTS:
        return None
    if unit and hinted and unit is not hinted and hint != "decimal":
        return None
    is_told = told or unit is not None
    unit = None if clock or hint in WHOLE_CLOCKS else unit or hinted
    return Match(Role.DURATION, 0, unit, clock, is_vague=word in VAGUE and not is_told)


def hint_unit(header: str) -> Unit | None:
    """The unit in brackets behind any name: ``Visitation (min)``."""
    return HINT_UNITS.get(parts_of(header).hint)
