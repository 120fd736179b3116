"""Danish personal identity numbers: found so that they are never kept, never shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from stdnum.dk import cpr

SHAPE = (
    r"(?:^|[^0-9])[0-3]?[0-9][ ./-]?[01][0-9][ ./-]?[0-9]{2}[ /-]*[0-9]{4}(?:$|[^0-9])"
    r"|[\x{a0}\x{ad}\x{2000}-\x{2212}\x{fe58}-\x{ff19}]"
)
"""For DuckDB: what is worth a closer look, as it has such a number's shape, or signs that no Danish keyboard has."""
RUN = r"\p{Nd}[\p{Nd}\p{Pd}\p{Zs}\p{Cf}−./]{7,}\p{Nd}"
"""For DuckDB, which knows no look-around: digits with all that may stand between those of such a number."""
_NUMBER = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<day>[0-3]?[0-9])[01][0-9]{3} {0,3}[-/]? {0,3}[0-9]{4}"
    r"|[0-3][0-9](?P<sign>[-./])[01][0-9](?P=sign)[0-9]{2} {0,3}[-/] {0,3}[0-9]{4}"
    r"|[0-3][0-9] [01][0-9] [0-9]{2}(?: {1,3}| {0,3}[-/] {0,3})[0-9]{4}"
    r")(?![0-9])"
)
"""251248-9996 with any gap or none; 25.12.48-9996, where a time of day could follow without the dash; 25 12 48 9996."""
_HEADER = re.compile(r"\bcpr|person ?(?:nummer|nr)|\bssn\b")
MANY = 3
MASK = "••••••-••••"


class _Spelling(dict[int, str]):
    """One sign for all that look alike: digits, dashes, spaces; each letter stays in its place."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)
        digit = unicodedata.decimal(letter, None)
        alike = str(digit) if digit is not None else {"Pd": "-", "Zs": " ", "Cf": " "}.get(kind, letter)
        self[code] = alike
        return alike


_SPELLING = _Spelling({ord("−"): "-"})


def _spelt(text: str) -> str:
    """The text as a keyboard would write it, letter for letter."""
    return text if text.isascii() else text.translate(_SPELLING)


def _digits(match: re.Match[str]) -> str:
    """The ten digits; a number that was kept as an integer has lost its leading zero."""
    return re.sub("[^0-9]", "", match[0]).zfill(10)


def _possible(text: str) -> list[re.Match[str]]:
    """The numbers whose date is one on which somebody can have been born; modulus 11 is not law since 2007."""
    return [match for match in _NUMBER.finditer(_spelt(text)) if cpr.is_valid(_digits(match))]


def _checks(match: re.Match[str]) -> bool:
    return cpr.checksum(_digits(match)) == 0


def is_possible(text: str) -> bool:
    """Whether the text holds a number with a possible date, however written."""
    return bool(_possible(text))


def is_dashed(text: str) -> bool:
    """Whether the text holds a number written as such: ddmmyy-xxxx, or in more parts, with a possible date."""
    return any(not match[0].isdigit() and len(match["day"] or "dd") == 2 for match in _possible(text))


def is_plain(text: str) -> bool:
    """Whether the text holds ten digits, no decimals, with a possible date that also pass modulus 11."""
    return any(
        len(match[0]) == 10 and match[0].isdigit() and _checks(match) and not _is_fraction(match)
        for match in _possible(text)
    )


def _is_fraction(match: re.Match[str]) -> bool:
    """Whether the digits stand behind a decimal point, as 46027.3541666667 has them."""
    before = match.string[: match.start()][-2:]
    return before[-1:] == "." and before[:1].isdigit()


def is_cpr_like(text: str) -> bool:
    """Whether the text holds what is most likely such a number."""
    return is_dashed(text) or is_plain(text)


def names_cpr(header: str) -> bool:
    """Whether a column says that it holds such numbers."""
    return bool(_HEADER.search(header.casefold()))


def masked(text: str) -> str:
    """The text with every run of digits of that shape covered, possible or not."""
    parts, at = [], 0
    for match in _NUMBER.finditer(_spelt(text)):
        parts += [text[at : match.start()], MASK]
        at = match.end()
    return "".join((*parts, text[at:]))


def is_cpr_column(texts: Iterable[str], header: str) -> bool:
    """The column rule: a header that says so and one hit, or a fifth possible of which half pass modulus 11.

    Ten digits by chance are a possible date in 3 % of cases, so that half of a column possible is no chance either.
    """
    filled = list(texts)
    possible = [found[0] for text in filled if (found := _possible(text))]
    if names_cpr(header) and possible:
        return True
    passing = sum(map(_checks, possible))
    likely = len(possible) >= 0.2 * len(filled) and passing >= 0.5 * len(possible)
    return bool(possible) and (likely or len(possible) >= max(0.5 * len(filled), MANY))
