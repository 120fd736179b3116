"""The plan of the worked example: everything is made up. ``make.py`` writes it as the workbook that Gevinst loads."""

from __future__ import annotations

from datetime import date
from itertools import count

from analysis.model.agreements import Participation, Protocol, Smart
from analysis.model.choices import (
    BenefitKind,
    Denominator,
    Direction,
    Ease,
    Measure,
    Method,
    PlanRole,
    Progress,
    TargetUnit,
    Trigger,
)
from analysis.model.entries import (
    Activity,
    Benefit,
    Change,
    Conversion,
    Meeting,
    Person,
    Prerequisite,
    SuccessCriterion,
)
from analysis.model.plan import Goal, Milestone, Population, Project, Round, TargetGroup, Volume

new = count(1).__next__
PROJECT = Project(0, "Eksempelkommune", "KSD", date(2026, 3, 2), net_hours_per_fte=1450, kroner_per_hour=340)

LEADERS = TargetGroup(new(), "Ledere på ydelsesområdet")
IN_CENTRES = TargetGroup(new(), "Sagsbehandlere på ydelsescentrene")
OUTSIDE = TargetGroup(new(), "Sagsbehandlere uden for ydelsescentrene")
SUPER_USERS = TargetGroup(new(), "Superbrugere")
GROUPS = (LEADERS, IN_CENTRES, OUTSIDE, SUPER_USERS)
EMPLOYEES = {LEADERS: 6, IN_CENTRES: 34, OUTSIDE: 18, SUPER_USERS: 8}
POPULATIONS = tuple(Population(group.name, employees) for group, employees in EMPLOYEES.items())

ROUNDS = (
    Round(new(), 0, date(2026, 1, 12), date(2026, 1, 25), POPULATIONS),
    Round(new(), 1, date(2026, 4, 20), date(2026, 5, 3), POPULATIONS),
    Round(new(), 2, date(2026, 6, 22), date(2026, 7, 5), POPULATIONS),
    Round(new(), 3, date(2026, 8, 24), date(2026, 9, 6), POPULATIONS),
)

OWNER = Person(new(), "Birgitte Holm Sander", PlanRole.BENEFIT_OWNER, "Direktør for Beskæftigelse og Borgerservice")
RESPONSIBLE = Person(new(), "Jens Ravnkilde", PlanRole.BENEFIT_MANAGER, "Ydelseschef")
LEADER = Person(new(), "Maja Tingleff", PlanRole.PROJECT_MANAGER, "KSD-projektleder")
AMIR = Person(new(), "Amir Vestergård", PlanRole.SELECTED_USER, "Sagsbehandler og superbruger, Ydelsescenter Nord")
LONE = Person(new(), "Lone Kjærulff", PlanRole.SELECTED_USER, "Sagsbehandler og superbruger, Ydelsescenter Syd")
TOVE = Person(new(), "Tove Bisgård", PlanRole.SELECTED_USER, "Sagsbehandler, Jobcentret")
PEOPLE = (OWNER, RESPONSIBLE, LEADER, AMIR, LONE, TOVE)

PREREQUISITES = (
    Prerequisite(new(), "Alle sagsbehandlere har været på kursus i KSD", RESPONSIBLE.entry_id, date(2026, 2, 20), True),
    Prerequisite(
        new(), "Borgere og arbejdsgivere har fået brev om Mit Sygefravær", LEADER.entry_id, date(2026, 2, 27), True
    ),
    Prerequisite(
        new(), "Lederne har aftalt, hvad den frigjorte tid skal bruges til", OWNER.entry_id, date(2026, 1, 30), True
    ),
    Prerequisite(
        new(), "KSD kan levere ugentlige udtræk af automatisk oprettede sager", LEADER.entry_id, date(2026, 3, 31), True
    ),
    Prerequisite(new(), "Jobcentret har adgang til sagerne i KSD", RESPONSIBLE.entry_id, date(2026, 10, 1)),
)

TIME_FOR_PEOPLE = SuccessCriterion(
    new(),
    "Medarbejderne bruger tiden på borgerne i stedet for på papirerne",
    "I dag går over en tredjedel af arbejdsdagen i Sygedagpengeafdelingen med at scanne, fordele og journalisere.",
)
ONE_QUICK_ANSWER = SuccessCriterion(
    new(),
    "Borgere og arbejdsgivere får ét hurtigt og ensartet svar",
    "Ventetiden på telefonen er den hyppigste klage, og svaret afhænger af, hvem man taler med.",
)
CRITERIA = (TIME_FOR_PEOPLE, ONE_QUICK_ANSWER)

FREED_TIME = Benefit(
    new(),
    "Mindre tid på dokumenter",
    BenefitKind.ECONOMIC,
    TIME_FOR_PEOPLE.entry_id,
    OWNER.entry_id,
    "Afdelingens lønbudget og tid til opfølgningssamtaler",
    "To vikarstillinger genbesættes ikke. Resten af tiden går til tidlige opfølgningssamtaler med de sygemeldte.",
)
QUICK_ANSWERS = Benefit(
    new(),
    "Hurtigere og bedre vejledning",
    BenefitKind.QUALITY,
    ONE_QUICK_ANSWER.entry_id,
    RESPONSIBLE.entry_id,
    "Telefonvagten og samtalerne",
    "Telefonvagten dækkes af tre i stedet for fire om formiddagen; den fjerde forbereder samtaler.",
)
FEWER_CALLS = Benefit(
    new(),
    "Færre henvendelser, der skal besvares",
    BenefitKind.ECONOMIC,
    ONE_QUICK_ANSWER.entry_id,
    OWNER.entry_id,
    "Omstillingens bemanding",
    "Omstillingen lukker den ekstra linje om mandagen, når opkaldene er faldet.",
)
LESS_CONTACT = Benefit(
    new(),
    "Mindre personlig kontakt tidligt i forløbet",
    BenefitKind.NEGATIVE,
    ONE_QUICK_ANSWER.entry_id,
    RESPONSIBLE.entry_id,
    "Gennem opfølgningssamtalerne",
    "Borgere, der ikke selv får svaret digitalt inden for en uge, bliver ringet op.",
)
BENEFITS = (FREED_TIME, QUICK_ANSWERS, FEWER_CALLS, LESS_CONTACT)

LETTING_GO = Change(
    new(),
    "Sagsbehandlerne slipper de sager, som KSD selv opretter",
    (FREED_TIME.entry_id,),
    True,
    Progress.UNDER_WAY,
    date(2026, 3, 2),
    "Tryghed ved at slippe taget: uddannelse, og at gode oplevelser bliver delt.",
    "Der dobbeltkontrolleres, om sagerne nu også er oprettet rigtigt.",
    "Minutter pr. dokument, som KSD har fordelt",
)
SELF_SERVICE = Change(
    new(),
    "Borgerne bruger Mit Sygefravær i stedet for brev og mail",
    (FREED_TIME.entry_id, FEWER_CALLS.entry_id, LESS_CONTACT.entry_id),
    False,
    Progress.UNDER_WAY,
    date(2026, 3, 2),
    "At medarbejderne kender løsningen og kan vejlede om den.",
    "Selvbetjeningen bliver ikke brugt, og sagerne skal stadig håndteres i hånden.",
    "Andelen af ansøgninger, der kommer ind digitalt",
)
ONE_PLACE = Change(
    new(),
    "Telefonvejledning sker med borgerens sag åben i KSD",
    (QUICK_ANSWERS.entry_id,),
    False,
    Progress.DONE,
    date(2026, 3, 16),
    "Adgang til alle sager i telefonvagten.",
    "Gamle regneark og notater bliver brugt ved siden af.",
    "Minutter pr. opkald",
)
PREPARED = Change(
    new(),
    "Opfølgningssamtaler forberedes i KSD's overblik",
    (QUICK_ANSWERS.entry_id,),
    False,
    Progress.PLANNED,
    date(2026, 10, 1),
    "At Jobcentret har adgang, og at skabelonen er aftalt.",
    "Hver sagsbehandler har sin egen måde at forberede sig på.",
    "Minutter pr. samtale",
)
WITHOUT_BOARD = Change(
    new(),
    "Lederne fordeler sager efter KSD's overblik og ikke på tavlemøder",
    (FREED_TIME.entry_id,),
    False,
    Progress.PLANNED,
    date(2026, 8, 3),
    "At lederne selv bruger overblikket hver morgen.",
    "Tavlemødet er også det sted, hvor man ser hinanden.",
    "Minutter på tavlemøder om ugen",
)
CHANGES = (LETTING_GO, SELF_SERVICE, ONE_PLACE, PREPARED, WITHOUT_BOARD)

DOCUMENTS, GUIDANCE, INTERVIEWS, DIGITAL, CALLS = (new() for _ in range(5))

TRAINING = Activity(
    new(),
    "Kursus i KSD for alle sagsbehandlere",
    LETTING_GO.entry_id,
    "Andelen, der har været på kursus",
    RESPONSIBLE.entry_id,
    date(2026, 2, 2),
    date(2026, 2, 20),
    Progress.DONE,
)
GOOD_STORIES = Activity(
    new(),
    "»Systemet virker, som de sagde«: gode oplevelser deles på teammøderne",
    LETTING_GO.entry_id,
    "Minutter pr. dokument, som KSD har fordelt",
    LEADER.entry_id,
    date(2026, 3, 9),
    date(2026, 8, 31),
    Progress.UNDER_WAY,
)
SAMPLE_CHECKS = Activity(
    new(),
    "20 stikprøver om ugen afløser dobbeltkontrollen",
    LETTING_GO.entry_id,
    "Fejl i stikprøverne",
    AMIR.entry_id,
    date(2026, 5, 11),
    date(2026, 9, 30),
    Progress.UNDER_WAY,
)
LETTERS = Activity(
    new(),
    "Brev og sms til sygemeldte og arbejdsgivere om Mit Sygefravær",
    SELF_SERVICE.entry_id,
    "Andelen af ansøgninger, der kommer ind digitalt",
    LEADER.entry_id,
    date(2026, 2, 16),
    date(2026, 4, 30),
    Progress.DONE,
)
EXTRACTS = Activity(
    new(),
    "Ugentligt udtræk fra KSD: sager oprettet uden at nogen rører dem",
    LETTING_GO.entry_id,
    "Andelen af automatisk oprettede sager",
    LEADER.entry_id,
    date(2026, 4, 7),
    date(2026, 9, 30),
    Progress.UNDER_WAY,
)
TEAM_MEETINGS = Activity(
    new(),
    "Projektlederen har 5–10 minutter på hvert teammøde",
    LETTING_GO.entry_id,
    "Det, medarbejderne fortæller om modstand og fejl",
    LEADER.entry_id,
    date(2026, 1, 5),
    date(2026, 9, 30),
    Progress.UNDER_WAY,
)
PAIRS = Activity(
    new(),
    "Superbruger og kollega sidder sammen en formiddag om dobbeltkontrol",
    LETTING_GO.entry_id,
    "Minutter pr. dokument, som KSD har fordelt",
    LONE.entry_id,
    date(2026, 9, 21),
    date(2026, 10, 16),
    Progress.PLANNED,
    Trigger.IF_BEHIND,
    DOCUMENTS,
)
REASONS = Activity(
    new(),
    "De fem hyppigste grunde til at ringe skrives ind på hjemmesiden",
    SELF_SERVICE.entry_id,
    "Telefonopkald pr. arbejdsdag",
    LEADER.entry_id,
    date(2026, 7, 13),
    date(2026, 8, 21),
    Progress.DONE,
    Trigger.IF_BEHIND,
    CALLS,
)
GUIDED_FORM = Activity(
    new(),
    "Hjælp i Borgerservice til den første digitale ansøgning",
    SELF_SERVICE.entry_id,
    "Andelen af ansøgninger, der kommer ind digitalt",
    TOVE.entry_id,
    date(2026, 5, 18),
    date(2026, 6, 26),
    Progress.DONE,
    Trigger.IF_BEHIND,
    DIGITAL,
)
TEMPLATE = Activity(
    new(),
    "Fælles skabelon til forberedelse af opfølgningssamtaler",
    PREPARED.entry_id,
    "Minutter pr. samtale",
    TOVE.entry_id,
    date(2026, 9, 21),
    date(2026, 10, 16),
    Progress.PLANNED,
)
ACTIVITIES = (
    TRAINING,
    GOOD_STORIES,
    SAMPLE_CHECKS,
    LETTERS,
    EXTRACTS,
    TEAM_MEETINGS,
    PAIRS,
    REASONS,
    GUIDED_FORM,
    TEMPLATE,
)


def volumes(*items: tuple[TargetGroup, int]) -> tuple[Volume, ...]:
    return tuple(Volume(group.name, number) for group, number in items)


GOALS = (
    Goal(
        DOCUMENTS,
        "Journalisering og fordeling",
        "Arbejdstiden i Sygedagpengeafdelingen på journalisering og fordeling af dokumenter herunder scan, fordel, "
        "opret sag, stamdata mv. er reduceret med 85 %, et halvt år efter idriftsættelse af KSD",
        "dokument",
        ("Scan", "Fordel", "Opret sag", "Stamdata"),
        Denominator.LEADING_COUNT,
        "Scan",
        0.85,
        6,
        (
            Milestone(
                2, 0.40, "Halvdelen af sagerne oprettes, uden at nogen rører dem (ugentligt udtræk)", EXTRACTS.entry_id
            ),
            Milestone(
                4,
                0.60,
                "Færre end 5 af 20 stikprøver bliver slået efter en gang til af en kollega",
                SAMPLE_CHECKS.entry_id,
            ),
        ),
        volumes=volumes((LEADERS, 3800), (IN_CENTRES, 72000), (OUTSIDE, 18500), (SUPER_USERS, 16500)),
        realisation_share=0.7,
    ),
    Goal(
        GUIDANCE,
        "Telefonisk vejledning",
        "Arbejdstiden i Sygedagpengeafdelingen pr. telefonopkald fra borgere og arbejdsgivere er reduceret med 30 %, "
        "et halvt år efter idriftsættelse af KSD",
        "opkald",
        ("Telefonvejledning",),
        Denominator.LEADING_COUNT,
        "Telefonvejledning",
        0.30,
        6,
        volumes=volumes((IN_CENTRES, 32000), (OUTSIDE, 13000), (SUPER_USERS, 6000)),
    ),
    Goal(
        INTERVIEWS,
        "Forberedelse af opfølgningssamtale",
        "Arbejdstiden i Sygedagpengeafdelingen på forberedelse af en opfølgningssamtale er reduceret med 25 %, "
        "ni måneder efter idriftsættelse af KSD",
        "samtale",
        ("Samtaleforberedelse",),
        Denominator.LEADING_COUNT,
        "Samtaleforberedelse",
        0.25,
        9,
    ),
    Goal(
        DIGITAL,
        "Digitale ansøgninger",
        "Andelen af ansøgninger, der kommer ind digitalt, er steget 20 procentpoint, "
        "et halvt år efter idriftsættelse af KSD",
        "digitale ansøgninger",
        ("Ansøgninger",),
        Denominator.REGISTRATIONS,
        None,
        0.20,
        6,
        (
            Milestone(
                2, 0.05, "Opkald om, hvordan man logger på, falder fra uge til uge (telefonvagten)", LETTERS.entry_id
            ),
            Milestone(4, 0.12),
        ),
        Measure.SHARE,
        Direction.MORE,
        TargetUnit.POINTS,
    ),
    Goal(
        CALLS,
        "Telefonopkald",
        "Antallet af telefonopkald til Sygedagpengeafdelingens hovednummer pr. arbejdsdag er faldet 30 %, "
        "et halvt år efter idriftsættelse af KSD",
        "opkald",
        ("Telefonopkald",),
        Denominator.REGISTRATIONS,
        None,
        0.30,
        6,
        measure=Measure.COUNT,
    ),
)

SMARTS = (
    Smart(
        new(),
        DOCUMENTS,
        FREED_TIME.entry_id,
        (LETTING_GO.entry_id, SELF_SERVICE.entry_id),
        "Tiden er enkel at måle med stopur, og den viser begge de forandringer, der er på spil.",
        "KSD opretter selv sagen i de fleste forløb, og tre nabokommuner er kommet over 80 %.",
        9,
        Ease.MIDDLING,
        Ease.EASY,
    ),
    Smart(
        new(),
        GUIDANCE,
        QUICK_ANSWERS.entry_id,
        (ONE_PLACE.entry_id,),
        "Medarbejderne måler i forvejen, og tiden pr. opkald viser, om sagen er åben i KSD.",
        "Det meste af et opkald går i dag med at finde sagen frem i tre systemer.",
        9,
        Ease.MIDDLING,
        Ease.MIDDLING,
    ),
    Smart(
        new(),
        INTERVIEWS,
        QUICK_ANSWERS.entry_id,
        (PREPARED.entry_id,),
        "Forberedelsen er den del af samtalen, som overblikket i KSD gør kortere.",
        "En prøve i Ydelsescenter Nord viste en fjerdedel mindre forberedelse.",
        12,
        Ease.HARD,
        Ease.MIDDLING,
    ),
    Smart(
        new(),
        DIGITAL,
        FEWER_CALLS.entry_id,
        (SELF_SERVICE.entry_id,),
        "Tallet kommer direkte fra systemet og viser, om borgerne tager den nye kanal til sig.",
        "Andre selvbetjeningsløsninger i kommunen er steget 20–30 procentpoint det første år.",
        6,
        Ease.EASY,
        Ease.EASY,
    ),
    Smart(
        new(),
        CALLS,
        FEWER_CALLS.entry_id,
        (SELF_SERVICE.entry_id,),
        "Omstillingen tæller selv, så målingen koster næsten ingenting.",
        "Hvert tredje opkald i dag er et spørgsmål om, hvor langt sagen er: det kan borgeren selv se.",
        9,
        Ease.EASY,
        Ease.EASY,
    ),
)

MEASURERS = (AMIR.entry_id, LONE.entry_id, TOVE.entry_id)
PER_ITEM = "Minutter i alt delt med antal i alt, målgruppe for målgruppe, vejet med de årlige antal."
PROTOCOLS = (
    Protocol(
        new(),
        DOCUMENTS,
        Method.STOPWATCH,
        14,
        "Stopur på telefonen, tastet ind i afdelingens måleskema",
        MEASURERS,
        f"{PER_ITEM} Antallet er dokumenter modtaget under Scan, også dem, som KSD selv fordeler.",
        36,
    ),
    Protocol(new(), GUIDANCE, Method.STOPWATCH, 14, "Stopur på telefonen, samme måleskema", MEASURERS, PER_ITEM, 12),
    Protocol(
        new(),
        INTERVIEWS,
        Method.BEST_GUESS_OBSERVED,
        14,
        "Medarbejdernes bedste bud, og superbrugerne har set med ved ti samtaler",
        (LONE.entry_id, TOVE.entry_id),
        "Minutter i alt delt med antal samtaler.",
        8,
    ),
    Protocol(
        new(),
        DIGITAL,
        Method.SYSTEM_EXTRACT,
        14,
        "Udtræk fra KSD: ansøgninger pr. dag, digitale og alle",
        (LEADER.entry_id,),
        "Digitale ansøgninger delt med alle ansøgninger i perioden.",
        1,
    ),
    Protocol(
        new(),
        CALLS,
        Method.SYSTEM_EXTRACT,
        14,
        "Udtræk fra omstillingen: opkald pr. dag",
        (LEADER.entry_id,),
        "Opkald til hovednummeret pr. arbejdsdag, ugedag for ugedag. Direkte opkald til sagsbehandlerne tælles ikke.",
        1,
    ),
)


def participations(goal: int, planned: tuple[int, int, int, int], reason: str) -> tuple[Participation, ...]:
    """A group that nobody measures in is left out for the reason."""
    return tuple(
        Participation(new(), goal, group.target_group_id, number > 0, number or None, "" if number else reason)
        for group, number in zip(GROUPS, planned, strict=True)
    )


PARTICIPATIONS = (
    *participations(DOCUMENTS, (4, 11, 6, 5), ""),
    *participations(GUIDANCE, (0, 11, 6, 5), "Lederne har ingen telefonvagt."),
    *participations(INTERVIEWS, (0, 11, 6, 5), "Lederne holder ingen opfølgningssamtaler."),
    *participations(DIGITAL, (0, 0, 0, 0), "Systemet tæller; ingen skal måle."),
    *participations(CALLS, (0, 0, 0, 0), "Omstillingen tæller; ingen skal måle."),
)

CONVERSIONS = (
    Conversion(
        new(),
        DOCUMENTS,
        2900,
        "Afdelingens lønbudget",
        "To vikarstillinger er ikke genbesat efter 1. juni.",
        date(2026, 6, 1),
        OWNER.entry_id,
    ),
    Conversion(
        new(),
        DOCUMENTS,
        1700,
        "Tidlige opfølgningssamtaler",
        "Tolv sagsbehandlere holder hver to samtaler mere om ugen, halvanden time med forberedelse.",
        date(2026, 8, 10),
        RESPONSIBLE.entry_id,
    ),
    Conversion(
        new(),
        GUIDANCE,
        820,
        "Telefonvagten",
        "Vagten er tre i stedet for fire om formiddagen.",
        date(2026, 8, 3),
        RESPONSIBLE.entry_id,
    ),
)

MEETINGS = (
    Meeting(new(), "Workshop om SMARTe mål", date(2025, 11, 27), "Rådhuset, lokale 2.14"),
    Meeting(new(), "Styregruppe: mål og måleplan", date(2025, 12, 15), "Rådhuset, byrådssalen"),
    Meeting(new(), "Styregruppe: første eftermåling", date(2026, 5, 12), "Rådhuset, lokale 2.14"),
    Meeting(new(), "Styregruppe: anden eftermåling", date(2026, 7, 9), "Online"),
    Meeting(new(), "Styregruppe: vurdering og beslutning", date(2026, 9, 17), "Rådhuset, byrådssalen"),
    Meeting(new(), "Opfølgning med Jobcentret", date(2026, 11, 5), "Jobcentret"),
)
