"""Further words of column headers, each proposed only where the measurement uses its role."""

from __future__ import annotations

import re

from analysis.ingest.layout.words import BEST, GOOD, LAST, POOR
from analysis.ingest.layout.words_of_times import listed
from analysis.ingest.values.periods import Span
from analysis.model.kinds import Measurement, Role

CASE_KINDS = listed("sagstype, dokumenttype, haendelse, haendelsestype, kategori, case type, event, category")
PERIODS: dict[str, Span] = {
    **dict.fromkeys(listed("maaned, maaneder, aar maaned, month, year month, yearmonth"), Span.MONTH),
    **dict.fromkeys(listed("uge, ugenr, uge nr, ugenummer, aar uge, week, week number, year week"), Span.WEEK),
    **dict.fromkeys(listed("kvartal, aar kvartal, quarter, year quarter"), Span.QUARTER),
}
"""What a column of dates holds by its name; a period without a length says nothing of it."""
PERIOD_WORDS = frozenset({*PERIODS, "periode", "period"})
_BY_PERIOD = (Role.DATE, LAST, PERIOD_WORDS)

KIND_RANKED: dict[Measurement, tuple[tuple[Role, int, frozenset[str]], ...]] = {
    Measurement.SHARE: (
        _BY_PERIOD,
        (
            Role.TOTAL,
            BEST,
            listed(
                "i alt, ialt, antal i alt, antal ialt, ud af, ud af i alt, n, total, totalt, total antal, totalantal",
                "of, out of, antal sager i alt, sager i alt, samlet antal, samlet, samtlige, alle, alle sager, naevner",
                "grundlag, total count, count total, number in total, denominator, all, all cases, sample size",
            ),
        ),
        (
            Role.COUNT,
            BEST,
            listed(
                "heraf, x, deraf, taeller, heraf antal, antal heraf, delantal, of which, thereof, hits, numerator",
                "successes, positive",
            ),
        ),
        (Role.COUNT, GOOD, listed("digitale, fejl, errors, antal ja, ja, yes, traeffere")),
        (Role.WORKFLOW, POOR, CASE_KINDS),
    ),
    Measurement.SERIES: (
        _BY_PERIOD,
        (
            Role.VALUE,
            BEST,
            listed("vaerdi, indikatorvaerdi, value, indicator value, maalt vaerdi, measured value"),
        ),
        (
            Role.VALUE,
            GOOD,
            listed("maaling, maalinger, resultat, result, measurement, niveau, level, reading, aflaesning"),
        ),
        (Role.VALUE, POOR, listed("tal, andel, procent, pct, score, index, indeks, share, percent, percentage")),
        (Role.WORKFLOW, BEST, listed("indikator, indicator, tidlig indikator, early indicator")),
        (
            Role.WORKFLOW,
            GOOD,
            listed("indikatornavn, noegletal, maalepunkt, indicator name, measuring point, kpi, metric, serie, series"),
        ),
    ),
    Measurement.TALLY: ((Role.WORKFLOW, POOR, CASE_KINDS),),
    Measurement.BEST_GUESS: ((Role.WORKFLOW, POOR, CASE_KINDS),),
    Measurement.EXTRACT: (
        _BY_PERIOD,
        (
            Role.COUNT,
            GOOD,
            listed("volumen, maengde, antal haendelser, antal oprettede, volume, cases, number of cases, total, i alt"),
        ),
        (Role.WORKFLOW, POOR, CASE_KINDS),
        (Role.DATE, POOR, listed("oprettet, oprettelsesdato, haendelsesdato, modtaget, modtagelsesdato, created")),
    ),
    Measurement.STAFF: (
        (
            Role.TARGET_GROUP,
            LAST,
            listed(
                "personalegruppe, stillingsgruppe, medarbejdergruppe, staff group, team, afdeling, enhed, department"
            ),
        ),
    ),
}
KIND_STEMS: dict[Measurement, tuple[tuple[Role, re.Pattern[str]], ...]] = {
    Measurement.SHARE: (
        (
            Role.TOTAL,
            re.compile(
                r"(?:antal )?(?:sager|dokumenter|breve|henvendelser|ansoegninger|opkald|afgoerelser|borgere|enheder|stk"
                r"|registreringer|skemaer|svar|stikproever)? ?i ?alt|ud af .+|samlet antal .+|total number of .+"
            ),
        ),
        (Role.COUNT, re.compile(r"heraf .+|deraf .+|of which .+")),
    ),
}
"""Longer headers around a kind's words, with the rank ``LAST``."""
_ITEM = r"(?:pr|per)\.? (?:sag|stk|styk|dokument|enhed|gang|opgave|brev|item|case|document|piece)"
_GUESS = r"(?:mit )?bedste bud|skoen(?:net|nede)?|estimat|estimere(?:t|de)|vurdere(?:t|de)|best guess|estimated?"
OF_AN_ITEM = re.compile(_ITEM)
GUESSED = re.compile(rf"(?:(?:{_GUESS})\b)?(?: ?\b(?:i|in)\b)? ?(.*?)(?: {_ITEM})?")
"""What somebody believes one item takes: the group is the word for time, or empty."""
PART = re.compile(r"(?:heraf|deraf|of which|thereof)\b.*")
"""A column that is a part of what another column counts."""
