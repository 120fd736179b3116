"""The words that column headers use for the roles, in Danish and English, best word first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analysis.ingest.cells import squeeze
from analysis.ingest.options import ClockForm, DateOrder, Unit
from analysis.model.upload import Role

_WORDS: dict[Role, tuple[str, ...]] = {
    # Each string is one rank; where several columns match a role, the best rank wins, and a tie is asked about.
    Role.DATE: (
        "dato, date",
        "dt, registreringsdato, arbejdsdato, arbejdsdag, udfoert dato, dato for registrering, registreret dato, work date"
        ", entry date, spent date, log date, reg dato",
        "start date, startdato, dag, day",
    ),
    Role.EMPLOYEE: (
        "medarbejder, employee",
        "medarb, medarbejder id, medarbejderid, medarbejder nr, medarbejdernr, medarbejdernummer, medarbejdernavn"
        ", medarbejder navn, medarbejderinitialer, medarbejder initialer, initialer, init, employee id, employee name"
        ", ansat, sagsbehandler, bruger, user, user name, username, team member",
        "navn, name, person, konsulent, ressource, resource, staff, staff member, worker, initials, member",
    ),
    Role.TARGET_GROUP: (
        "maalgruppe, target group",
        "maalgr, malgruppe, malgr, target groups, maalgrupper",
        "gruppe, group",
    ),
    Role.WORKFLOW: (
        "arbejdsgang, workflow",
        "arb gang, arbgang, arbejdsgange, arbejdsproces, work process, delaktivitet, sub activity, subactivity",
        "opgave, opgavetype, aktivitet, aktivitetstype, proces, process, activity, task, trin, step",
    ),
    Role.COUNT: (
        "antal, count, items",
        "ant, antal sager, antal items, antal stk, antal dokumenter, antal behandlede sager, antal behandlede, stk, styk"
        ", quantity, qty, number of items, no of items, item count, items count, antal enheder",
    ),
    Role.START: (
        "start, starttid, starttidspunkt, start tid, start time, fra, fra kl, kl fra, start kl, startede, begyndt",
    ),
    Role.END: ("slut, sluttid, sluttidspunkt, slut tid, end time, til, til kl, kl til, slut kl, end, stop, sluttede",),
    Role.END_DATE: ("end date, slutdato",),
    Role.BREAK: ("pause, pauser, break, breaks, frokost, frokostpause, pause min, pause minutter, heraf pause",),
}
_TIME_WORDS: dict[Unit | None, str] = {
    Unit.MINUTES: "minutter, minutes, min, minut, mins, antal minutter, antal min, tid i minutter, tid i min, minuttal"
    ", tidsforbrug i minutter, tidsforbrug i min, tidsforbrug min, tid min, minutforbrug, varighed i minutter"
    ", varighed min, duration minutes, duration min, duration in minutes, time spent minutes, brugte minutter",
    Unit.HOURS: "timer, hours, antal timer, tid i timer, tidsforbrug i timer, tidsforbrug timer, timeforbrug, timetal"
    ", varighed i timer, varighed timer, duration hours, duration in hours, time spent hours, hrs, brugte timer",
    Unit.SECONDS: "sekunder, seconds, sek, sec, antal sekunder, tid i sekunder, tidsforbrug i sekunder, tidsforbrug sek"
    ", varighed i sekunder, varighed sek, duration seconds, duration in seconds, time spent seconds",
    None: "tid, tidsforbrug, varighed, duration, time spent, forbrugt tid, medgaaet tid, tid brugt, brugt tid",
}
_HINT_UNITS = {
    **dict.fromkeys(("min", "minutter", "minutes", "mins", "m", "i minutter", "i min"), Unit.MINUTES),
    **dict.fromkeys(("t", "timer", "hours", "h", "hrs", "decimal", "i timer", "decimaltimer"), Unit.HOURS),
    **dict.fromkeys(("s", "sek", "sekunder", "seconds", "sec", "i sekunder"), Unit.SECONDS),
}
_HINT_CLOCKS = {
    **dict.fromkeys(
        ("t:mm", "tt:mm", "h:mm", "hh:mm", "t:m", "h:m", "timer:minutter", "[h]:mm"), ClockForm.HOURS_MINUTES
    ),
    **dict.fromkeys(("mm:ss", "m:ss", "min:sek", "minutter:sekunder", "m:s"), ClockForm.MINUTES_SECONDS),
}
LAST_RANK = 9
_STEMS = (
    (Role.TARGET_GROUP, re.compile(r"(?:.* )?maalgruppen?s?(?: .*)?|medarbejdergruppe|personalegruppe|faggruppe")),
    (Role.WORKFLOW, re.compile(r"(?:.* )?arbejdsgang(?:en|ens)?(?: .*)?")),
    (Role.EMPLOYEE, re.compile(r"medarbejder(?:en|ens|s)?(?: (?:id|nr|navn|kode|nummer|init\w*))?")),
    (
        Role.COUNT,
        re.compile(r"antal (?!.*\b(?:timer|minutter|min|sekunder|dage|uger|medarbejdere|ansatte|personer|pr|per)\b).+"),
    ),
)
"""Longer headers around a role's word; used only where no better column is there."""
_OTHER_MEASURE = re.compile(r"\b(?:pr|per|gns|gennemsnit|average|avg|kr|dkk|dage?|days?|uger?|måned\w*)\b|%")
_WHOLE_CLOCKS = frozenset({"hh:mm:ss", "tt:mm:ss", "h:mm:ss", "t:mm:ss"})
_DANISH = frozenset(
    [
        "dato",
        "registreringsdato",
        "medarbejder",
        "medarb",
        "initialer",
        "sagsbehandler",
        "maalgruppe",
        "maalgr",
        "arbejdsgang",
        "arbgang",
        "opgave",
        "aktivitet",
        "minutter",
        "timer",
        "sekunder",
        "tidsforbrug",
        "varighed",
        "tid",
        "antal",
        "navn",
        "startdato",
    ]
)


@dataclass(frozen=True, slots=True)
class Match:
    """What a header says of its column; a lower ``rank`` is a better word."""

    role: Role
    rank: int = 0
    unit: Unit | None = None
    clock: ClockForm | None = None
    order: DateOrder | None = None
    is_vague: bool = False
    """The word also stands for a time of day."""


def normal(header: str) -> str:
    """The header without case, accents of spelling, dots and underscores: ``Arb.gang`` and ``arb gang`` are one."""
    text = squeeze(header).casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return " ".join(re.sub(r"[._\-/:*\"']", " ", text).split())


def _split_hint(header: str) -> tuple[str, str]:
    """The name and what stands in brackets or behind a comma."""
    match = re.fullmatch(
        r"\s*([^()\[\],]+?)\s*(?:[(\[]([^()\[\]]*(?:\[h\])?[^()\[\]]*)[)\]]|,(.*))?\s*:?\s*", squeeze(header)
    )
    return (match[1], squeeze(match[2] or match[3] or "").casefold().strip(".")) if match else (header, "")


_ROLE_OF = {
    word.strip(): Match(role, rank)
    for role, ranks in _WORDS.items()
    for rank, words in enumerate(ranks)
    for word in words.split(",")
}
_TIME_OF = {word.strip(): unit for unit, words in _TIME_WORDS.items() for word in words.split(",")}


def match_header(header: str) -> Match | None:
    """The role that a header names, if it names one.

    >>> match_header("Tidsforbrug (min)").unit
    <Unit.MINUTES: 'minutes'>
    """
    name, hint = _split_hint(header)
    word = normal(name)
    if word in _TIME_OF or (word == "time" and hint in _HINT_UNITS):
        return _time_match(word, hint)
    found = _ROLE_OF.get(word) or _stem_match(word)
    if found is None or hint in _HINT_UNITS or _OTHER_MEASURE.search(hint):
        return None
    return replace(found, order=_order(hint)) if found.role is Role.DATE else found


def _stem_match(word: str) -> Match | None:
    """The role whose word a longer header contains."""
    if not re.fullmatch("[a-z ]{1,40}", word):
        return None
    return next((Match(role, LAST_RANK) for role, stem in _STEMS if stem.fullmatch(word)), None)


def _order(hint: str) -> DateOrder | None:
    """The order of a hint such as ``dd-mm-åååå``."""
    letters = re.sub(r"[^a-zå]", "", hint)[:1]
    return {"d": DateOrder.DMY, "m": DateOrder.MDY, "y": DateOrder.YMD, "å": DateOrder.YMD}.get(letters)


def _time_match(word: str, hint: str) -> Match | None:
    """A time column, unless its hint makes it an average, an amount or another measure."""
    unit, hinted = _TIME_OF.get(word), _HINT_UNITS.get(hint)
    if _OTHER_MEASURE.search(hint):
        return None
    if unit and hinted and unit is not hinted and hint != "decimal":
        return None
    clock = _HINT_CLOCKS.get(hint)
    is_told = bool(clock or unit or hinted or hint in _WHOLE_CLOCKS)
    unit = None if clock or hint in _WHOLE_CLOCKS else unit or hinted
    return Match(Role.DURATION, 0, unit, clock, is_vague=word == "tid" and not is_told)


def is_danish(headers: tuple[str, ...]) -> bool:
    """Whether any header is a Danish word for a role."""
    return any(word in _DANISH for header in headers for word in normal(header).split())


def hint_unit(header: str) -> Unit | None:
    """The unit in brackets behind any name: ``Visitation (min)``."""
    return _HINT_UNITS.get(_split_hint(header)[1])
