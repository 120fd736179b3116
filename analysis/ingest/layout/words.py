"""The words that column headers use for the roles, in Danish and English."""

from __future__ import annotations

import re

from analysis.ingest.options import ClockForm, Unit
from analysis.model.kinds import Role


def listed(*lines: str) -> frozenset[str]:
    """The words of lines that are written with commas between."""
    return frozenset(word.strip() for line in lines for word in line.split(","))


BEST, GOOD, POOR, LAST = range(4)
"""Where several columns match a role the lowest rank wins, and a tie is asked about."""

RANKED: tuple[tuple[Role, int, frozenset[str]], ...] = (
    (Role.DATE, BEST, listed("dato, date")),
    (
        Role.DATE,
        GOOD,
        listed(
            "dt, registreringsdato, registreret dato, reg dato, dato for registrering, arbejdsdato, arbejdsdag",
            "udfoert dato, work date, entry date, spent date, log date",
        ),
    ),
    (Role.DATE, POOR, listed("start date, startdato, dag, day")),
    (Role.EMPLOYEE, BEST, listed("medarbejder, employee")),
    (
        Role.EMPLOYEE,
        GOOD,
        listed(
            "medarb, medarbejder id, medarbejderid, medarbejder nr, medarbejdernr, medarbejdernummer, medarbejdernavn",
            "medarbejder navn, medarbejderinitialer, medarbejder initialer, initialer, init, ansat, sagsbehandler",
            "bruger, user, user name, username, employee id, employee name, team member",
        ),
    ),
    (
        Role.EMPLOYEE,
        POOR,
        listed("navn, name, person, konsulent, ressource, resource, staff, staff member, worker, initials, member"),
    ),
    (Role.TARGET_GROUP, BEST, listed("maalgruppe, target group")),
    (Role.TARGET_GROUP, GOOD, listed("maalgr, malgruppe, malgr, maalgrupper, target groups")),
    (Role.TARGET_GROUP, POOR, listed("gruppe, group")),
    (Role.WORKFLOW, BEST, listed("arbejdsgang, workflow")),
    (
        Role.WORKFLOW,
        GOOD,
        listed("arb gang, arbgang, arbejdsgange, arbejdsproces, delaktivitet, work process, sub activity, subactivity"),
    ),
    (
        Role.WORKFLOW,
        POOR,
        listed("opgave, opgavetype, aktivitet, aktivitetstype, proces, trin, process, activity, task, step"),
    ),
    (Role.COUNT, BEST, listed("antal, count, items")),
    (
        Role.COUNT,
        GOOD,
        listed(
            "ant, antal sager, antal items, antal stk, antal dokumenter, antal behandlede sager, antal enheder",
            "stk, styk, quantity, qty, number of items, no of items, item count, items count",
        ),
    ),
    (
        Role.START,
        BEST,
        listed(
            "start, starttid, start tid, starttidspunkt, start kl, startede, begyndt, fra, fra kl, kl fra, start time"
        ),
    ),
    (
        Role.END,
        BEST,
        listed("slut, sluttid, slut tid, sluttidspunkt, slut kl, sluttede, til, til kl, kl til, end, stop, end time"),
    ),
    (Role.END_DATE, BEST, listed("slutdato, end date")),
    (
        Role.BREAK,
        BEST,
        listed("pause, pauser, pause min, pause minutter, heraf pause, frokost, frokostpause, break, breaks"),
    ),
)

TIMES: tuple[tuple[Unit | None, frozenset[str]], ...] = (
    (
        Unit.MINUTES,
        listed(
            "minutter, minut, min, mins, minuttal, antal minutter, antal min, brugte minutter, minutter brugt, minutes",
            "tid min, tid i min, tid i minutter, tidsforbrug min, tidsforbrug i min, tidsforbrug i minutter",
            "varighed min, varighed i minutter, duration min, duration minutes, duration in minutes",
            "time spent minutes, minutforbrug, tid minutter",
        ),
    ),
    (
        Unit.HOURS,
        listed(
            "timer, timetal, antal timer, timeforbrug, brugte timer, tid i timer, hours, hrs",
            "tidsforbrug timer, tidsforbrug i timer, varighed timer, varighed i timer",
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
        listed("tid, tidsforbrug, varighed, forbrugt tid, medgaaet tid, tid brugt, brugt tid, duration, time spent"),
    ),
)
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
OTHER_MEASURE = re.compile(r"\b(?:pr|per|gns|gennemsnit|average|avg|kr|dkk|dage?|days?|uger?|måned\w*)\b|%")
"""Hints that make a column an average, an amount or another measure."""

STEMS = (
    (Role.TARGET_GROUP, re.compile(r"(?:.* )?maalgruppen?s?(?: .*)?|medarbejdergruppe|personalegruppe|faggruppe")),
    (Role.WORKFLOW, re.compile(r"(?:.* )?arbejdsgang(?:en|ens)?(?: .*)?")),
    (Role.EMPLOYEE, re.compile(r"medarbejder(?:en|ens|s)?(?: (?:id|nr|navn|kode|nummer|init\w*))?")),
    (
        Role.COUNT,
        re.compile(
            r"antal (?!.*\b(?:timer|min(?:utter)?|sekunder|dage|uger|medarbejdere|ansatte|personer|km|kr|pr|per)\b).+"
        ),
    ),
)
"""Longer headers around a role's word, with the rank ``LAST``."""

EXPECTED = {
    Role.TARGET_GROUP: ("maalgruppe", "target group"),
    Role.COUNT: ("antal", "antal sager", "antal dokumenter", "count"),
}
SUBMITTED = listed("completion time, fuldfoerelsestidspunkt, submitted at, submit date, dato for indsendelse, indsendt")
"""Beside one of these, the start is when somebody opened a form, not when the work began."""
UNLIKE = listed("account, country")
"""Words of their own that only look like a role's."""
ALMOST = 0.8
"""How alike a misspelt header must be to the word for an optional column."""

DANISH = listed(
    "dato, registreringsdato, startdato, medarbejder, medarb, initialer, sagsbehandler, navn, maalgruppe, maalgr",
    "arbejdsgang, arbgang, opgave, aktivitet, minutter, timer, sekunder, tidsforbrug, varighed, tid, antal",
)
