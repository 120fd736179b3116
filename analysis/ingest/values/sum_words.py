"""Words for sums and figures about many rows, which are names of nobody and nothing."""

from __future__ import annotations

import re

from analysis.ingest.values.cells import squeeze

MAX_LENGTH = 200
"""No name is longer."""
_SUM = "sum(?:mer|ma|me)?|total(?:t|er|en|sum)?|resultat"
_OF = (
    "dag(?:s|ens)?|uge(?:ns)?|måned(?:s|ens)?|kvartals?|års?|mellem|del|slut|hoved|under|kontrol|team(?:ets)?|grand|sub"
    "|tages|wochen|monats"
)
_WORD = (
    r"[il][ -]?al+t|total(?:t|er|sum)?|sum(?:mer|ma)?|gesamt|tot\.?|ttl|[Σ∑]|tilsammen|sammen(?:lagt|talt)|opsummeret"
    rf"|(?:{_OF})[ -]?(?:{_SUM})s?|(?:sum|total)[ -]?(?:dag|uge|måned|team|tid)|sammentælling"
    "|samlet(?: tid| sum| resultat| tidsforbrug)?|(?:dagens|ugens|månedens) samlede tid(?:sforbrug)?"
)
_SUM_WORD = re.compile(_WORD, re.IGNORECASE)
_SUM_OF_A_PERIOD = re.compile(rf"(?:{_WORD}) (?:for|pr|af) (?:dag|uge|måned|perioden)\w*", re.IGNORECASE)
_TOTAL = re.compile(
    rf"(?:{_WORD})(?:[ :]*[\d(:].*| (?:for|pr|af|of|i|alle|uge|dag|måned|minutter|timer|tid|antal|medarbejder"
    r"|hours?|time|minutes?)\b.*)?"
    r"|(?:sub ?total|del ?sum|mellemsum) .*|.*[ :(](?:i ?alt|total|sum|subtotal|mellemsum|resultat)(?: uge \d+)?\)?",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"(?:gennemsnit(?:lig)?|(?-i:[Gg]nsn?)|snit|middel(?:værdi)?|average|mean|median|norm(?:tid|timer)?|differen(?:ce|s)"
    r"|(?:fle(?:x|ks))?saldo|balance|arbejdstid|alle|samtlige|hele landet"
    r"|std\.? ?(?:afv|dev)\.?|standardafvigelse|spredning|varians|antal svar)(?: (?:alle|for|pr|per|i)\b.*)?"
    r"|(?:alle|samtlige|uanset) (?:arbejdsgange?|sags?typer?|sager|opgaver|typer?|medarbejdere?|målgrupper?)",
    re.IGNORECASE,
)
_EXTREME = re.compile(r"min(?:imum)?|ma(?:ks|x)(?:imum)?", re.IGNORECASE)
_EXAMPLE = re.compile(r"(?:eksempel|example)\b.*", re.IGNORECASE)
_MARKED_EXAMPLE = re.compile(
    r"(?:dette er (?:kun )?et )?(?:eksempel|example)(?:\W.*\b(?:slet|delete)\w*\b.*|\W*)", re.IGNORECASE
)
_PART = re.compile(r"\W*(?:heraf|deraf|of which|thereof)\b.*", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether the name is that of a sum: ``I alt``, ``TJE i alt``, ``Hovedtotal``."""
    return len(text) <= MAX_LENGTH and bool(_TOTAL.fullmatch(_bare(text)))


def is_sum_word(text: str) -> bool:
    """Whether the name is nothing but a word for a sum."""
    return bool(_SUM_WORD.fullmatch(_bare(text)))


def is_statistic(text: str) -> bool:
    """Whether the name is that of a figure about many rows: ``Gennemsnit``, ``Normtid``, ``Alle sager``."""
    return bool(_STATISTIC.fullmatch(_bare(text)))


def is_extreme(text: str) -> bool:
    """Whether the name may be that of the smallest or largest of many rows; also the initials of somebody."""
    return bool(_EXTREME.fullmatch(_bare(text)))


def is_sum_remark(text: str) -> bool:
    """Whether a remark beside a row says that it is a sum: ``I alt``, ``Sum for dagen``; not ``I alt 3 breve``."""
    return is_sum_word(text) or bool(_SUM_OF_A_PERIOD.fullmatch(_bare(text)))


def is_example(text: str) -> bool:
    """Whether the name is that of an example: ``Eksempel``, ``EKSEMPEL: ABJ``."""
    return len(text) <= MAX_LENGTH and bool(_EXAMPLE.fullmatch(_bare(text)))


def is_example_remark(text: str) -> bool:
    """Whether a remark says that the row is only an example: ``EKSEMPEL - slet før brug``."""
    return len(text) <= MAX_LENGTH and bool(_MARKED_EXAMPLE.fullmatch(_bare(text)))


def is_part(text: str) -> bool:
    """Whether the name is that of a part of what another row counts: ``heraf telefon``."""
    return len(text) <= MAX_LENGTH and bool(_PART.fullmatch(text))


def _bare(text: str) -> str:
    """The words without ornaments: ``== I alt ==``; a formula such as ``=SUM(A1)`` keeps its sign."""
    name = squeeze(text)
    return name if re.match(r"=\w", name) else name.strip(" :.*=")
