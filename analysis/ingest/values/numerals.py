"""Numbers as people and programs write them; the decimal sign is a property of the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from analysis.ingest.codes import Rejection
from analysis.ingest.values.cells import NUMBER, stored

_SPACES = "\u0020\u00a0\u202f\u2009'’"
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?=\D|$)")
_PLAIN = re.compile(r"(?P<sign>[-+−]?) ?(?P<body>\d[\d.,]*|[.,]\d+)(?P<exponent>[eE][-+]?\d{1,2})?(?P<after>-?)")
_THOUSANDS = {sign: re.compile(rf"[1-9]\d{{0,2}}(?:\{sign}\d{{3}})+") for sign in ".,"}
MAX_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Signs:
    """How a column writes numbers: the signs that are proven to be decimal."""

    decimal: frozenset[str]
    undecided: bool = False
    """Every number with a sign looks like 1.234: it could be either."""

    @property
    def mixed(self) -> bool:
        return len(self.decimal) > 1


def _decimal_sign(body: str) -> str | None:
    """The sign that must be decimal in this number, if one must."""
    signs = [letter for letter in body if letter in ".,"]
    if not signs:
        return None
    last = signs[-1]
    if len(set(signs)) == 2:
        return last if signs.count(last) == 1 else None
    return None if _THOUSANDS[last].fullmatch(body) or len(signs) > 1 else last


def infer_signs(bodies: Iterable[str], *, whole: bool = False, answer: str | None = None) -> Signs:
    """The signs of a column, from all its distinct numbers (without units).

    >>> infer_signs(["82,5", "1.059"]).decimal
    frozenset({','})
    >>> infer_signs(["1.059", "654"]).undecided
    True
    """
    if answer:
        return Signs(frozenset({answer}))
    known = [body for body in bodies if body]
    proven = frozenset(sign for body in known if (sign := _decimal_sign(body)))
    open_ones = [body for body in known if len(re.findall("[.,]", body)) == 1] if not proven else []
    if whole and not all(re.fullmatch(r"\d+[.,]000", body) for body in known):
        open_ones = []
    return Signs(proven, undecided=bool(open_ones))


def number_body(text: str) -> str:
    """The digits and signs of a number without spaces between thousands, sign and exponent; empty where it is none."""
    match = _PLAIN.fullmatch(join_groups(text))
    return match["body"] if match else ""


def join_groups(text: str) -> str:
    """The text with the spaces between thousands taken out."""
    return _GROUPED.sub(lambda match: re.sub(rf"[{_SPACES}]", "", match[0]), text)


def parse_number(text: str, signs: Signs) -> Decimal | Rejection:
    """The exact number.

    >>> parse_number("1.439,5", Signs(frozenset(",")))
    Decimal('1439.5')
    """
    if text.startswith(NUMBER):
        number = Decimal("nan") if text.endswith("%") else Decimal(stored(text))
        return number if number.is_finite() else Rejection.INVALID_NUMBER
    match = _PLAIN.fullmatch(join_groups(text))
    if not match or len(text) > MAX_DIGITS or (match["sign"] and match["after"]):
        return Rejection.INVALID_NUMBER
    digits = _plain_digits(match["body"], signs)
    if isinstance(digits, Rejection):
        return digits
    value = Decimal(digits + (match["exponent"] or ""))
    return -value if match["sign"] in ("-", "−") or match["after"] else value


def _plain_digits(body: str, signs: Signs) -> str | Rejection:
    """The number with a point for its decimal sign and nothing between thousands."""
    proven = _decimal_sign(body)
    if proven:
        return _split(body, proven, "," if proven == "." else ".", signs)
    present = {letter for letter in body if letter in ".,"}
    if not present:
        return body
    if len(present) > 1:
        return Rejection.INVALID_NUMBER
    sign = present.pop()
    if signs.mixed or (body.count(sign) > 1 and sign in signs.decimal):
        return Rejection.AMBIGUOUS_NUMBER
    if body.count(sign) == 1 and sign in signs.decimal:
        return body.replace(sign, ".")
    return body.replace(sign, "") if _THOUSANDS[sign].fullmatch(body) else Rejection.INVALID_NUMBER


def _split(body: str, decimal: str, thousands: str, signs: Signs) -> str | Rejection:
    """The digits where the decimal sign is proven by the number itself."""
    if signs.decimal and decimal not in signs.decimal:
        return Rejection.AMBIGUOUS_NUMBER
    whole, _, part = body.partition(decimal)
    if thousands in whole and not _THOUSANDS[thousands].fullmatch(whole):
        return Rejection.INVALID_NUMBER
    return f"{whole.replace(thousands, '') or '0'}.{part or '0'}"
