"""The words that column headers use for the roles, in Danish and English."""

from __future__ import annotations

import re

from analysis.ingest.layout.words_of_times import listed
from analysis.model.kinds import Role

BEST, GOOD, POOR, LAST = range(4)
"""Where several columns match a role the lowest rank wins, and a tie is asked about."""

RANKED: tuple[tuple[Role, int, frozenset[str]], ...] = (
    (Role.DATE, BEST, listed("dato, date")),
    (
        Role.DATE,
        GOOD,
        listed(
            "dt, registreringsdato, registreret dato, reg dato, dato for registrering, arbejdsdato, arbejdsdag",
            "udfoert dato, work date, entry date, spent date, log date, behandlingsdato, dato for udfoerelse",
            "dato for arbejdet, date worked, worked on, date started",
        ),
    ),
    (Role.DATE, POOR, listed("start date, startdato, dag, day")),
    (Role.EMPLOYEE, BEST, listed("medarbejder, employee")),
    (
        Role.EMPLOYEE,
        GOOD,
        listed(
            "medarb, medarbejder id, medarbejderid, medarbejder nr, medarbejdernr, medarbejdernummer, medarbejdernavn",
            "medarb init, medarb navn, author, work author, worklog author, udfoert af, medarbejder navn",
            "medarbejderinitialer, medarbejder initialer, initialer, init, ansat, sagsbehandler",
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
        listed(
            "opgave, opgavetype, aktivitet, aktivitetstype, proces, trin, process, activity, task, step, issue summary",
            "activity name, task name",
        ),
    ),
    (Role.COUNT, BEST, listed("antal, count, items")),
    (
        Role.COUNT,
        GOOD,
        listed(
            "ant, antal sager, antal items, antal stk, antal dokumenter, antal behandlede sager, antal enheder",
            "sager, maengde, dokumenter, stk, styk, quantity, qty, number of items, no of items, item count",
            "items count",
        ),
    ),
    (
        Role.START,
        BEST,
        listed(
            "start, starttid, start tid, starttidspunkt, start kl, startede, begyndt, fra, fra kl, kl fra, start time",
            "paabegyndt, begin, started at",
        ),
    ),
    (
        Role.END,
        BEST,
        listed(
            "slut, sluttid, slut tid, sluttidspunkt, slut kl, sluttede, til, til kl, kl til, end, stop, end time",
            "afsluttet, afslut, ended at",
        ),
    ),
    (Role.END_DATE, BEST, listed("slutdato, end date")),
    (
        Role.BREAK,
        BEST,
        listed("pause, pauser, pause min, pause minutter, heraf pause, frokost, frokostpause, break, breaks"),
    ),
)

STEMS = (
    (
        Role.BREAK,
        re.compile(
            r".*\b(?:pause\w*|spisepause|paus|frokost\w*|lunch\w*|breaks?|afbrydelser?|afbrudt|fradrag|fratraek|ophold|unpaid"
            r"|ikke arbejdstid)\b.*"
        ),
    ),
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
OF_SOMETHING_ELSE = re.compile(
    r"\b(?:frist|deadline|due|oprettet|created|opfølgning|fødsel\w*|birth|udskrevet|slut|end|modtaget|ændret|afsendt|næste"
    r"|leder|manager|chef|godkend\w*|approve\w*|registrator|antal|count|borger\w*)\b"
)
"""Hints that make a date or a name that of something else than the work."""
FIRST_NAMES = listed("fornavn, first name, given name, navn, name, medarbejder, medarbejdernavn, employee")
LAST_NAMES = listed("efternavn, last name, surname, family name")
"""A name in two columns: without the second, two people would be one."""
EXTREMES = re.compile(
    r"(?:ma(?:ks|x)\w*|gnsn?|gennemsnit|typisk\w*|(?:mest )?sandsynlig\w*|middel|median|average|likely)\b.*"
)
"""Beside one of these, ``min`` is no minute but the smallest value."""
SHORT = 4
"""Shorter words run together would be other words."""
UNLIKE = listed("account, country")
"""Words of their own that only look like a role's."""
ALMOST = 0.8
"""How alike a misspelt header must be to the word for an optional column."""

DANISH = listed(
    "dato, registreringsdato, startdato, medarbejder, medarb, initialer, sagsbehandler, navn, maalgruppe, maalgr",
    "arbejdsgang, arbgang, opgave, aktivitet, minutter, timer, sekunder, tidsforbrug, varighed, tid, antal",
)
