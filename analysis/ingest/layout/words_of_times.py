"""The words that column headers use for lengths of time, and what makes a column another measure."""

from __future__ import annotations

import re

from analysis.ingest.options import ClockForm, Unit


def listed(*lines: str) -> frozenset[str]:
    """The words of lines that are written with commas between."""
    return frozenset(word.strip() for line in lines for word in line.split(","))


TIMES: tuple[tuple[Unit | None, frozenset[str]], ...] = (
    (
        Unit.MINUTES,
        listed(
            "minutter, minut, min, mins, minuttal, antal minutter, antal min, brugte minutter, minutter brugt, minutes",
            "tid min, tid i min, tid i minutter, tidsforbrug min, tidsforbrug i min, tidsforbrug i minutter",
            "varighed min, varighed i minutter, duration min, duration minutes, duration in minutes, total minutes",
            "time spent minutes, minutforbrug, tid minutter, tidsforbrug minutter",
        ),
    ),
    (
        Unit.HOURS,
        listed(
            "timer, timetal, timeantal, tim, antal timer, timeforbrug, brugte timer, tid i timer, hours, hrs",
            "tidsforbrug timer, tidsforbrug i timer, varighed timer, varighed i timer, tid timer, tidsforbrug t, t",
            "hele timer, total hours",
            "duration hours, duration in hours, time spent hours",
        ),
    ),
    (
        Unit.SECONDS,
        listed(
            "sekunder, sek, antal sekunder, tid i sekunder, tidsforbrug sek, tidsforbrug i sekunder, varighed sek",
            "varighed i sekunder, seconds, sec, duration seconds, duration in seconds, time spent seconds",
        ),
    ),
    (
        None,
        listed(
            "tid, tidsforbrug, varighed, forbrugt tid, medgaaet tid, tid brugt, brugt tid, duration, time spent",
            "total time",
        ),
    ),
)
NEUTRAL = re.compile(
    r"((?:faktisk|brugt|anvendt|forbrugt|registreret|registrered|samlet|samled|effektiv|aktiv|reel|reell|realiseret"
    r"|maalt)e? )?(.+?)( i ?alt)?"
)
"""What may stand around a word for time without changing it."""
VAGUE = frozenset({"tid"})
"""Words that also stand for a time of day."""

HINT_UNITS = {
    **dict.fromkeys(("min", "minutter", "minutes", "mins", "m", "i minutter", "i min"), Unit.MINUTES),
    **dict.fromkeys(("t", "timer", "hours", "h", "hrs", "decimal", "i timer", "decimaltimer"), Unit.HOURS),
    **dict.fromkeys(("s", "sek", "sekunder", "seconds", "sec", "i sekunder"), Unit.SECONDS),
}
HINT_CLOCKS = {
    **dict.fromkeys(
        ("t:mm", "tt:mm", "h:mm", "hh:mm", "t:m", "h:m", "[h]:mm", "[t]:mm", "timer:minutter"), ClockForm.HOURS_MINUTES
    ),
    **dict.fromkeys(("mm:ss", "m:ss", "min:sek", "minutter:sekunder", "m:s"), ClockForm.MINUTES_SECONDS),
}
WHOLE_CLOCKS = frozenset({"hh:mm:ss", "tt:mm:ss", "h:mm:ss", "t:mm:ss"})
PLAIN_HINTS = listed(
    "brugt, forbrugt, faktisk, faktiske, reel, reelt, realiseret, registreret, registrerede, maalt, i alt, ialt, total",
    "decimal, decimaler, 2 decimaler, decimaltal, heltal, hele, tal, kun tal, skal udfyldes, udfyldes, obligatorisk",
    "stk, styk, antal, sager, dokumenter, breve, opkald, henvendelser, enheder, items, pieces, x, n, skriv, indtast",
    "decimaltid, brugt tid, pr registrering, denne gang, selve arbejdet, hours, minutes, required, whole number",
)
"""Hints that leave a time or a count what it is; any other makes it a measure that only the analyst knows."""
OTHER_MEASURE = re.compile(
    r"\b(?:pr|per|gns|gnsn|gennemsnit\w*|snit|middel|average|avg|mean|median|kr|dkk|dage?|days?|uger?|ugentlig\w*|måned\w*"
    r"|norm\w*|mål|måltal|maal|maaltal|target|budget\w*|plan|planlagt\w*|planned|forvent\w*|expected|estim\w*|prognose"
    r"|pauser?|vente\w*|brutto|gross|maks\w*|max\w*|minimum|akk\w*|kum\w*|cum\w*|ytd|åtd|aatd|til dato|to date|indtil"
    r"|løbende|loebende|siden|sidste|forrige|last year|før|foer|difference|diff|ultimo|primo|kø|koe|åbne|aabne|uden|pct"
    r"|procent\w*|percent\w*|andel|tusinde?|hundreder?|1 ?000|x10+|fuldtid\w*|årsværk|aarsvaerk|kvarter|faktur\w*"
    r"|billable|sats|rate|løn|loen)\b|%|\b1\.000\b"
)
"""Words that make a column an average, a plan, a running sum, an amount or another measure."""
OTHER_VALUE = re.compile(
    r"\b(?:mål|måltal|target|budget\w*|prognose|akk\w*|kum\w*|ytd|åtd|forrige|sidste)\b|\b1\.000\b|tusind"
)
"""Hints that make the value of an indicator another one."""
TIME_WORD = re.compile(
    r"\b(?:t|tim|timer?|timetal|min|mins|minut|minutter|minuttal|sek|sekunder|hours?|hrs?|h|m|sec|seconds?)\b"
    r"|(?:minutter|timer|sekunder)\b"
)
"""What a header of numbers holds that are lengths of time."""
