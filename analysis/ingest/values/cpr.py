"""Danish personal identity numbers: found so that they are never kept, never shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from stdnum.dk import cpr

SHAPE = "(?:^|[^0-9])([0-3]?[0-9][01][0-9]{3}[- ]?[0-9]{4})(?:$|[^0-9])"
"""The number's shape for DuckDB, which knows no look-around."""
_NUMBER = re.compile(r"(?<![0-9])([0-3]?[0-9][01][0-9]{3})([- ]?)([0-9]{4})(?![0-9])")
_HEADER = re.compile(r"\bcpr|person ?(?:nummer|nr)|\bssn\b")
MANY = 3
MASK = "••••••-••••"


def _digits(match: re.Match[str]) -> str:
    """The ten digits; a number that was kept as an integer has lost its leading zero."""
    return (match[1] + match[3]).zfill(10)


def _possible(text: str) -> list[re.Match[str]]:
    """The numbers whose date is one on which somebody can have been born; modulus 11 is not law since 2007."""
    return [match for match in _NUMBER.finditer(text) if cpr.is_valid(_digits(match))]


def _checks(match: re.Match[str]) -> bool:
    return cpr.checksum(_digits(match)) == 0


def is_possible(text: str) -> bool:
    """Whether the text holds a number with a possible date, however written."""
    return bool(_possible(text))


def is_dashed(text: str) -> bool:
    """Whether the text holds a number written as such: ddmmyy-xxxx with a possible date."""
    return any(match[2] and len(match[1]) == 6 for match in _possible(text))


def is_plain(text: str) -> bool:
    """Whether the text holds ten digits with a possible date that also pass modulus 11."""
    return any(not match[2] and len(match[1]) == 6 and _checks(match) for match in _possible(text))


def is_cpr_like(text: str) -> bool:
    """Whether the text holds what is most likely such a number."""
    return is_dashed(text) or is_plain(text)


def names_cpr(header: str) -> bool:
    """Whether a column says that it holds such numbers."""
    return bool(_HEADER.search(header.casefold()))


def masked(text: str) -> str:
    """The text with every run of digits of that shape covered, possible or not."""
    return _NUMBER.sub(MASK, text)


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
