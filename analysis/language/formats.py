"""Numbers, percentages and dates as a Danish or an English reader writes them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from analysis.language import Language

LOCALES = {Language.DANISH: "da_DK", Language.ENGLISH: "en_GB"}
PERCENT_SIGN = {Language.DANISH: "\u00a0%", Language.ENGLISH: "%"}
MINUS = "\u2212"


HERE = ZoneInfo("Europe/Copenhagen")
"""The clock of the product's readers, wherever the server stands."""


def number(language: Language, value: float, decimals: int = 1) -> str:
    """
    >>> number(Language.DANISH, -1234.56)
    '−1.234,6'
    """
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    rounded = round(value, decimals) + 0.0
    return str(format_decimal(rounded, format=pattern, locale=LOCALES[language])).replace("-", MINUS)


def whole(language: Language, value: float) -> str:
    return number(language, value, 0)


def exact(language: Language, value: float) -> str:
    """With the decimals that it has, three at the most.

    >>> exact(Language.DANISH, 1234.5), exact(Language.ENGLISH, 12)
    ('1.234,5', '12')
    """
    return str(format_decimal(value, format="#,##0.###", locale=LOCALES[language])).replace("-", MINUS)


def measured(language: Language, value: float) -> str:
    """Minutes, or cases a day, with the decimals that matter: two below one, none from a hundred.

    >>> measured(Language.DANISH, 7.94), measured(Language.ENGLISH, 0.456), measured(Language.DANISH, 123.4)
    ('7,9', '0.46', '123')
    """
    return number(language, value, 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0)


def percent(language: Language, share: float, against: float | None = None) -> str:
    """A share as a percentage; more decimals where rounding would hide on which side of ``against`` it lies.

    >>> percent(Language.DANISH, 0.79), percent(Language.ENGLISH, 0.8496, against=0.85)
    ('79\\xa0%', '84.96%')
    """
    return number(language, 100 * share, decimals_of(share, against)) + PERCENT_SIGN[language]


def decimals_of(share: float, against: float | None) -> int:
    """The fewest decimals of a percentage that keep ``share`` apart from ``against``.

    >>> decimals_of(0.791, 0.85), decimals_of(0.8496, 0.85), decimals_of(0.85, 0.85)
    (0, 2, 0)
    """
    if against is None or abs(share - against) < 1e-9:
        return 0
    return next((d for d in range(4) if round(100 * share, d) != round(100 * against, d)), 4)


def hundredths(language: Language, share: float, against: float | None = None) -> str:
    """The size of a share in per cent or percentage points, without the sign of either.

    >>> hundredths(Language.DANISH, -0.79), hundredths(Language.ENGLISH, 0.8496, against=0.85)
    ('79', '84.96')
    """
    return number(language, 100 * abs(share), decimals_of(share, against))


def signed_hundredths(language: Language, change: float, against: float | None = None) -> str:
    """A change in per cent or percentage points with its direction.

    >>> signed_hundredths(Language.DANISH, -0.79), signed_hundredths(Language.DANISH, 0.05)
    ('−79', '+5')
    """
    rounded = round(100 * change, decimals_of(change, against))
    sign = MINUS if rounded < 0 else "+" if rounded > 0 else ""
    return sign + hundredths(language, change, against)


def signed_whole(language: Language, change: float) -> str:
    """
    >>> signed_whole(Language.DANISH, -1200.4), signed_whole(Language.DANISH, 34)
    ('−1.200', '+34')
    """
    return ("+" if round(change) > 0 else "") + whole(language, change)


def long_date(language: Language, day: date) -> str:
    """
    >>> long_date(Language.DANISH, date(2026, 3, 2)), long_date(Language.ENGLISH, date(2026, 3, 2))
    ('2. marts 2026', '2 March 2026')
    """
    return str(format_date(day, "long", locale=LOCALES[language]))


def short_date(language: Language, day: date) -> str:
    """
    >>> short_date(Language.DANISH, date(2026, 3, 2)), short_date(Language.ENGLISH, date(2026, 3, 2))
    ('2. mar. 2026', '2 Mar 2026')
    """
    return str(format_date(day, "medium", locale=LOCALES[language]))


def period(language: Language, first: date, last: date) -> str:
    """From one day to another, with month and year said once where they are the same; a narrow column breaks after
    the dash.

    >>> period(Language.DANISH, date(2026, 3, 2), date(2026, 3, 15)).replace("\u00a0", " ")
    '2.–15. mar. 2026'
    >>> period(Language.ENGLISH, date(2026, 4, 20), date(2026, 5, 3)).replace("\u00a0", " ")
    '20 Apr – 3 May 2026'
    >>> period(Language.DANISH, date(2026, 4, 20), date(2026, 4, 20)).replace("\u00a0", " ")
    '20. apr. 2026'
    """
    end = short_date(language, last)
    if first == last:
        return end.replace(" ", "\u00a0")
    dot = "." if language is Language.DANISH else ""
    if (first.year, first.month) == (last.year, last.month):
        written = f"{first.day}{dot}–{end}"
    else:
        start = short_date(language, first).removesuffix(f" {last.year}")
        written = f"{start} – {end}"
    return written.replace(" ", "\u00a0").replace("–\u00a0", "– ")
