"""Columns of a wide table that are no series, and names of series that only a person can explain."""

from __future__ import annotations

import re

from analysis.ingest.layout.header import is_day
from analysis.ingest.layout.spelling import normal
from analysis.ingest.values.sum_words import is_statistic
from analysis.model.kinds import Role

_ABOUT_THE_ROW = re.compile(
    r"#|(?:.* )?(?:id|nr|nummer|number)|(?:loebe|sags|journal|raekke|person|post|medarbejder)(?:nr|nummer)|lbnr"
    r"|(?:uge|week|maaned|month|kvartal|quarter|aar|year)(?: ?(?:nr|nummer|number|no))?|ugedag|weekday"
    r"|alder|age|anciennitet|seniority|(?:antal|hvor mange|how many|number of) (?:aar|maaneder|years|months)\b.*"
    r"|(?:aar|years?) (?:i|in|of|as|at|som|ansat|paa|med)\b.*"
)
"""The row's number, its week, or how old and how experienced somebody is."""
_AVERAGE = re.compile(r"(?:gnsn?|gennemsnit\w*|snit|middel\w*|average|avg|mean|median)\b.*")
_TARGET = re.compile(
    r"(?:maal|maaltal|maalsaetning|target|norm|normtal|normtid|budget)(?: (?:pr|per|for|i|in|\d+)\b.*)?"
)
_TIME = re.compile(r"(?:antal )?(?:timer|minutter|timetal|hours|minutes)(?: .*)?|arbejdstid|tidsforbrug")
INITIALS, _NO_INITIALS = 4, ("ID", "NR", "NR.", "UGE", "ÅR")
"""Up to so many capitals may be somebody: AGE, GNS."""
_MONTH = (
    r"(?:jan(?:uary?|uar)?|feb(?:ruary?|ruar)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PERIOD = re.compile(
    r"(?:uge|week|periode|period|maaned|month|dag|day|kvartal|quarter|u|q|kv) ?\d{1,4}(?: .*)?"
    rf"|\d{{1,2}} ?(?:uge|maaned|kvartal|kv|{_MONTH})(?: .*)?|{_MONTH}(?: ?\d{{1,4}})?|20\d\d(?: .*)?"
    r"|(?:man|tirs|ons|tors|fre|loer|soen)(?:dag)?(?: .*)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: .*)?"
)


def is_beside(header: str, measured_as: Role | None) -> bool:
    """Whether the column tells of the row, or sums up or aims at the series: ``Nr.``, ``Gns. pr. dag``, ``Mål``.

    The average of something is an indicator, and hours are no count.
    """
    if header.isupper() and len(header) <= INITIALS and header not in _NO_INITIALS:
        return False
    name = normal(header)
    if _ABOUT_THE_ROW.fullmatch(name) or _TARGET.fullmatch(name):
        return True
    if measured_as is Role.COUNT and _TIME.fullmatch(name):
        return True
    return measured_as is not Role.VALUE and (is_statistic(header) or bool(_AVERAGE.fullmatch(name)))


def is_period(label: str) -> bool:
    """Whether the name over a column is that of a week, a month or a day, and of nobody's work.

    >>> is_period("Uge 2"), is_period("Januar 2026"), is_period("Ugeplan")
    (True, True, False)
    """
    return is_day(label) or bool(_PERIOD.fullmatch(normal(label)))
