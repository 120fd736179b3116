"""Every page opens in both languages and shows what its reader came for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.components.menu import ENTRIES
from tests.pages.screen import Screen

PAGES = [f"{entry.section}/{Path(entry.file).stem}" for entry in ENTRIES]
LANGUAGES = ("da", "en")

WITH_THE_EXAMPLE = [
    (
        "meeting/overview",
        "da",
        "Af 5 mål er 2 bekræftet nået, 1 uafklaret, 1 ikke nået og 1 endnu ikke målt",
        "79 %",
        "45 %",
        "24,0",
    ),
    ("meeting/overview", "en", "Of 5 goals, 2 are confirmed reached, 1 is undecided", "79%", "45%", "24.0"),
    (
        "meeting/goal",
        "da",
        "Uafklaret",
        "faldet 79 %",
        "mellem 70 % og 86 %",
        "27 medarbejdere",
        "I har 66",
        "jackknife",
    ),
    (
        "meeting/goal",
        "en",
        "Undecided",
        "fallen 79%",
        "between 70% and 86%",
        "27 employees",
        "You have 66",
        "jackknife",
    ),
    ("meeting/realisation", "da", "1 gevinst er godkendt, men ikke omsat.", "8.229 timer fri om året"),
    ("meeting/realisation", "en", "1 benefit is approved but not converted.", "8,229 hours a year freed"),
    ("data/upload", "da", "Eftermåling 3, 24. aug. – 6. sep. 2026", "Vælg runden, og slip filen."),
    ("data/upload", "en", "Follow-up 3, 24 Aug – 6 Sept 2026", "Choose the round and drop the file."),
    ("data/uploads", "da", "baseline.csv", "1.257 rækker · 26 medarbejdere", "eftermaaling-3.xlsx"),
    ("data/uploads", "en", "baseline.csv", "1,257 rows · 26 employees", "eftermaaling-3.xlsx"),
    ("plan/project", "da", "Eksempelkommune", "2026-03-02", "Fjern eksemplet"),
    ("plan/project", "en", "Eksempelkommune", "2026-03-02", "Remove the example"),
    ("plan/roles", "da", "Birgitte Holm Sander, Direktør", "Trin 1 af 10: Forudsætninger · I gang"),
    ("plan/roles", "en", "Birgitte Holm Sander, Direktør", "Step 1 of 10: Prerequisites · Under way"),
    ("plan/benefits", "da", "Mindre tid på dokumenter · Økonomisk", "Birgitte Holm Sander, ", "mål"),
    ("plan/benefits", "en", "Mindre tid på dokumenter · Economic", "Birgitte Holm Sander, ", "goal"),
    ("plan/changes", "da", "Nøgleforandring", "Handlingsplan · I gang", "Hvis eftermålingen ikke viser fremgang"),
    ("plan/changes", "en", "Key change", "Action plan · Under way", "If the follow-up shows no progress"),
    ("plan/map", "da", "Kæden fra KSD til målene mangler noget i 2 dele", "    - Sagsbehandlerne slipper de sager"),
    ("plan/map", "en", "The chain from KSD to the goals lacks something in 2 parts", "has neither an early indicator"),
    ("plan/goals", "da", "Journalisering og fordeling", "Opret sag", "Fristen er den 2. september 2026."),
    ("plan/goals", "en", "Journalisering og fordeling", "Opret sag", "The deadline is 2 September 2026."),
    ("plan/measuring", "da", "Metode", "2. Stopur", "Tiden pr. dokument er minutter i alt", "I har 66"),
    ("plan/measuring", "en", "Method", "2. Stopwatch", "Time per dokument is the minutes", "You have 66"),
    ("data/staff", "da", "Der er ingen liste endnu.", "kun pseudonymer"),
    ("data/staff", "en", "There is no list yet.", "only pseudonyms"),
    ("plan/priorities", "da", "Journalisering og fordeling, 8.811 timer om året", "6.999 til 11.092"),
    ("plan/priorities", "en", "Journalisering og fordeling, 8,811 hours a year", "6,999 to 11,092"),
    ("data/rounds", "da", "Sagsbehandlere på ydelsescentrene\n34", "Baselinemåling, 12.–25. jan. 2026"),
    ("data/rounds", "en", "Sagsbehandlere på ydelsescentrene\n34", "Baseline, 12–25 Jan 2026"),
    ("data/checklist", "da", "Udfør ", "flueben", "af 66 medarbejdere har målt."),
    ("data/checklist", "en", "Carry out the ", "tick"),
    ("share/calendar", "da", "Frist: Journalisering og fordeling", "Hent som kalenderfil"),
    ("share/calendar", "en", "Deadline: Journalisering og fordeling", "Download as a calendar file"),
    ("share/workbook", "da", "Planen som regneark", "Hent regnearket"),
    ("share/workbook", "en", "The plan as a workbook", "Download the workbook"),
    ("share/history", "da", "Historik", "Indlæst fil: tidlige-indikatorer.csv"),
    ("share/history", "en", "History", "Uploaded file: tidlige-indikatorer.csv"),
    ("share/report", "da", "Hent som PDF", "Hent side 4 som PNG"),
    ("share/report", "en", "Download as PDF", "Download page 4 as PNG"),
    ("help/guide", "da", "»79 % (70–86 %)« betyder", "medarbejder", "aldrig CPR-numre"),
    ("help/guide", "en", "“79% (70–86%)” means", "employee", "never CPR numbers"),
    ("meeting/indicators", "da", "Opkald om, hvordan man logger på, pr. uge", "4. september 2026: 5."),
    ("meeting/indicators", "en", "Early indicators", "4 September 2026: 5."),
    ("help/trust", "da", "når 6 medarbejdere målte før og 6 efter", "96 %", "73 %", "lodtrækning"),
    ("help/trust", "en", "when 6 employees measured before and 6 after", "96%", "73%", "lots"),
]


@pytest.mark.usefixtures("example_folder")
@pytest.mark.parametrize(("page", "language", "expected"), [(one[0], one[1], one[2:]) for one in WITH_THE_EXAMPLE])
def test_a_page_of_the_example_shows_what_its_reader_came_for(
    page: str, language: str, expected: tuple[str, ...]
) -> None:
    words = Screen(page, language).words
    assert not [each for each in expected if each not in words], words
    assert {"da": "Eksempel: alle tal er opdigtede.", "en": "Example: all figures are made up."}[language] in words


def test_no_page_is_forgotten() -> None:
    assert {page for page, *_ in WITH_THE_EXAMPLE} == set(PAGES)


@pytest.mark.usefixtures("empty_project")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_an_empty_project_says_what_to_do_first(page: str, language: str) -> None:
    first = {
        "meeting/overview": ("Projektet har ingen mål endnu", "The project has no goals yet"),
        "meeting/goal": ("Projektet har ingen mål endnu", "The project has no goals yet"),
        "data/upload": ("Skriv først et mål", "Write a goal first"),
        "data/uploads": ("Der er ikke indlæst noget endnu.", "uploaded yet."),
        "plan/project": ("Solby Kommune", "Solby Kommune"),
        "plan/roles": (
            "Uden gevinstejer kan intet mål accepteres.",
            "Without a benefit owner no goal can be accepted.",
        ),
        "plan/benefits": ("Begynd her: Skriv det vigtigste", "Begin here: write the most important thing"),
        "plan/changes": ("Begynd her: Skriv den forandring", "Begin here: write the change"),
        "plan/map": ("Begynd med gevinsterne", "Begin with the benefits"),
        "plan/goals": ("Nyt mål", "New goal"),
        "plan/measuring": ("Projektet har ingen mål endnu", "The project has no goals yet"),
        "data/staff": ("Indlæs en fil med to kolonner", "Upload a file with two columns"),
        "plan/priorities": ("Projektet har ingen mål endnu", "The project has no goals yet"),
        "data/rounds": ("Planlæg først baselinemålingen", "Plan the baseline first"),
        "data/checklist": ("Der er ingen runde endnu", "There is no round yet"),
        "share/calendar": ("Idriftsættelse", "Go-live"),
        "share/workbook": ("Hent regnearket, skriv rollerne", "Download the workbook, write the roles"),
        "meeting/realisation": ("Der er ingen gevinster i planen endnu", "The plan has no benefits yet"),
        "share/history": ("Solby Kommune · KSD", "Solby Kommune · KSD"),
        "share/report": ("Projektet har ingen mål endnu", "The project has no goals yet"),
        "help/guide": ("Det første", "First"),
        "meeting/indicators": ("Der er ingen tidlige indikatorer endnu", "There are no early indicators yet"),
        "help/trust": ("Hvad betyder det for jer?", "What does it mean to you?"),
    }
    assert first[page][LANGUAGES.index(language)] in Screen(page, language).words


@pytest.mark.usefixtures("no_project")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_without_a_project_a_page_offers_to_create_one(page: str, language: str) -> None:
    screen = Screen(page, language)
    helps = {
        "help/guide": {"da": "Sådan gør du", "en": "How to"},
        "help/trust": {"da": "Kan vi stole på tallene?", "en": "Can we trust the numbers?"},
    }
    if page in helps:
        assert screen.title == helps[page][language]
    elif page == "plan/project":
        assert {"da": "Start et tomt projekt", "en": "Start an empty project"}[language] in screen.words
    else:
        assert screen.title == {"da": "Velkommen til Gevinst", "en": "Welcome to Gevinst"}[language]
        assert {"da": "Opret et projekt", "en": "Create a project"}[language] in screen.words


@pytest.mark.usefixtures("example_folder")
def test_danish_is_the_default_and_a_setting_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen("meeting/overview", language="")
    assert screen.title == "Overblik over gevinsterne"
    monkeypatch.setenv("GEVINST_LANGUAGE", "en")
    assert Screen("meeting/overview", language="").title == "Overview of the benefits"


@pytest.mark.usefixtures("example_folder")
def test_the_switch_changes_the_language_in_place() -> None:
    screen = Screen("data/rounds")
    screen.fill("Sprog", "en")
    assert screen.title == "Measurement rounds"
