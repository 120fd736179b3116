"""Words for sums and figures about many rows, which are names of nobody and nothing."""

from __future__ import annotations

import re

from analysis.ingest.values.cells import squeeze

MAX_LENGTH = 200
"""No name is longer."""
_WORD = (
    "i ?alt|total(?:t|er|sum)?|hovedtotal|grand total|sub ?total|delsum|mellemsum|sum|summer"
    "|samlet(?: tid| sum| resultat)?"
)
_SUM_WORD = re.compile(_WORD, re.IGNORECASE)
_TOTAL = re.compile(
    rf"(?:{_WORD})(?:[ :]*[\d(:].*| (?:for|pr|af|of|i|alle|uge|dag|måned|minutter|timer|tid|antal)\b.*)?"
    r"|.*[ :(](?:i ?alt|total|sum|subtotal|mellemsum|resultat)\)?",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"(?:gennemsnit(?:lig)?|(?-i:[Gg]ns)|snit|middel(?:værdi)?|average|mean|median|norm(?:tid|timer)?|differen(?:ce|s)"
    r"|(?:fle(?:x|ks))?saldo|balance|arbejdstid|alle|samtlige|hele landet)(?: (?:for|pr|per|i)\b.*)?"
    r"|(?:alle|samtlige|uanset) (?:arbejdsgange?|sags?typer?|sager|opgaver|typer?|medarbejdere?|målgrupper?)",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Whether the name is that of a sum: ``I alt``, ``TJE i alt``, ``Hovedtotal``."""
    return len(text) <= MAX_LENGTH and bool(_TOTAL.fullmatch(_bare(text)))


def is_sum_word(text: str) -> bool:
    """Whether the name is nothing but a word for a sum."""
    return bool(_SUM_WORD.fullmatch(_bare(text)))


def is_statistic(text: str) -> bool:
    """Whether the name is that of a figure about many rows: ``Gennemsnit``, ``Normtid``, ``Alle sager``."""
    return bool(_STATISTIC.fullmatch(_bare(text)))


def _bare(text: str) -> str:
    """The words without ornaments: ``== I alt ==``; a formula such as ``=SUM(A1)`` keeps its sign."""
    name = squeeze(text)
    return name if re.match(r"=\w", name) else name.strip(" :.*=")
