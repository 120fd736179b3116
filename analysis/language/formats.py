"""Numbers, percentages and dates as a Danish or an English reader writes them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from analysis.language import Language
from analysis.model.outcome import Interval

LOCALES = {Language.DANISH: "da_DK", Language.ENGLISH: "en_GB"}
PERCENT_SIGN = {Language.DANISH: "\u00a0%", Language.ENGLISH: "%"}
MINUS = "\u2212"


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


def minutes(language: Language, value: float) -> str:
    """Minutes per item with the decimals that matter: two below one minute, none from a hundred.

    >>> minutes(Language.DANISH, 7.94), minutes(Language.ENGLISH, 0.456), minutes(Language.DANISH, 123.4)
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


def signed_percent(language: Language, reduction: float, against: float | None = None) -> str:
    """A reduction as the change it is: less time is negative.

    >>> signed_percent(Language.DANISH, 0.79), signed_percent(Language.DANISH, -0.05)
    ('−79\\xa0%', '+5\\xa0%')
    """
    change = percent(language, -reduction, None if against is None else -against)
    return "+" + change if round(-100 * reduction, decimals_of(reduction, against)) > 0 else change


def interval_text(language: Language, interval: Interval, against: float | None = None) -> str:
    """An interval of shares in the short form of charts and tables.

    >>> interval_text(Language.DANISH, Interval(0.7, 0.86, 0.95))
    '70–86\\xa0%'
    >>> interval_text(Language.ENGLISH, Interval(-0.08, 0.43, 0.95))
    '−8 to 43%'
    """
    low, high = (number(language, 100 * end, decimals_of(end, against)) for end in (interval.low, interval.high))
    between = {Language.DANISH: " til ", Language.ENGLISH: " to "}[language] if low.startswith(MINUS) else "–"
    return f"{low}{between}{high}{PERCENT_SIGN[language]}"


def minutes_interval_text(language: Language, interval: Interval) -> str:
    """
    >>> minutes_interval_text(Language.DANISH, Interval(7.3, 8.54, 0.95))
    '7,3–8,5'
    """
    return f"{minutes(language, interval.low)}–{minutes(language, interval.high)}"


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
    """From one day to another, with month and year said once where they are the same.

    >>> period(Language.DANISH, date(2026, 3, 2), date(2026, 3, 15)).replace("\u00a0", " ")
    '2.–15. mar. 2026'
    >>> period(Language.ENGLISH, date(2026, 4, 20), date(2026, 5, 3)).replace("\u00a0", " ")
    '20 Apr – 3 May 2026'
    """
    end = short_date(language, last)
    dot = "." if language is Language.DANISH else ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{dot}–{end}".replace(" ", "\u00a0")
    if first.year == last.year:
        start = short_date(language, first).removesuffix(f" {first.year}")
        return f"{start}\u00a0– {end}"
    return f"{short_date(language, first)}\u00a0– {end}"
