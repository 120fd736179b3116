"""A workbook edited by hand: what is typed is understood, what is not is told with its cell, and all of it at once."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis import planning
from analysis.example import NO_PLAN, Store, sample_plan
from analysis.language import Language
from analysis.model.agreements import Protocol, Smart
from analysis.model.choices import Act, Method, PlanRole
from analysis.model.entries import Activity, Person, Signature
from analysis.model.faults import PlanRule
from analysis.model.plan import Volume
from analysis.planning import Plan
from analysis.store.opening import open_store
from analysis.workbook import (
    NotReadable,
    Sort,
    WorkbookRead,
    differences,
    fault_sentence,
    origin,
    plan_workbook,
    read_workbook,
)

AT = datetime(2026, 9, 10, 9, tzinfo=UTC)
BY = planning.By("anne", AT)
GOALS, ROLES, PLAN_OF_ACTION = "SMARTe mål – Sådan vil vi måle", "Forudsætning", "Handlingsplan"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The example's plan without its files, so that nothing is in use."""
    opened = open_store(tmp_path_factory.mktemp("workbook") / "data")
    assert isinstance(opened, Store)
    return opened


@pytest.fixture
def plan(store: Store) -> Plan:
    """A project of its own for each test."""
    number = len(planning.projects(store)) + 1
    new = replace(sample_plan(), project=replace(sample_plan().project, system=f"KSD {number}"))
    started = planning.start_plan(store, BY, new)
    assert isinstance(started, Plan), started
    return started


class Sheets:
    """A workbook open in a spreadsheet: rows and columns by what one sees."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def cell(self, sheet: str, row_with: object, heading: str, after: str = "") -> Any:
        """The cell in the row where something stands, under a heading; ``after`` is the title of the table."""
        worksheet: Worksheet = self.book[sheet]
        lines = list(worksheet.iter_rows())
        start = next(at for at, line in enumerate(lines) if not after or line[0].value == after)
        row = next(at for at in range(start, len(lines)) if any(cell.value == row_with for cell in lines[at]))
        head = next(at for at in range(row, 0, -1) if lines[at][0].value in ("Nr.", "No."))
        return next(cell for above, cell in zip(lines[head], lines[row], strict=True) if above.value == heading)

    def add(self, sheet: str, title: str, **cells: object) -> int:
        """Fill in the first prepared row of a table; the row as Excel numbers it."""
        worksheet: Worksheet = self.book[sheet]
        start = next(row[0].row for row in worksheet.iter_rows() if row[0].value == title)
        heads = {cell.value: cell.column for cell in worksheet[start + 1]}
        row = start + 2
        while worksheet.cell(row, 2).value is not None:
            row += 1
        for heading, value in cells.items():
            worksheet.cell(row, heads[heading.replace("_", " ")]).value = value
        return int(row)

    def empty(self, sheet: str, row_with: object, heading: str) -> None:
        """Delete a row's contents, its number too."""
        row = self.cell(sheet, row_with, heading).row
        for cell in self.book[sheet][row]:
            cell.value = None

    @property
    def content(self) -> bytes:
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()


def opened(plan: Plan, language: Language = Language.DANISH) -> Sheets:
    return Sheets(plan_workbook(plan, language, AT))


def read(sheets: Sheets, plan: Plan, exported: Plan | None = None) -> WorkbookRead:
    outcome = read_workbook(sheets.content, plan, exported)
    assert isinstance(outcome, WorkbookRead), outcome
    return outcome


def proposed(sheets: Sheets, plan: Plan) -> Plan:
    outcome = read(sheets, plan)
    assert outcome.faults == ()
    return outcome.plan


def person(plan: Plan, name: str) -> Person:
    return next(one for one in plan.of(Person) if one.name == name)


def test_saved_by_another_program_it_still_changes_nothing(plan: Plan) -> None:
    outcome = read(opened(plan), plan)
    assert (outcome.plan, outcome.faults, outcome.strange, outcome.missing) == (plan, (), (), ())


def test_what_danes_type_is_understood(plan: Plan) -> None:
    sheets = opened(plan)
    sheets.cell(ROLES, "Idriftsættelse", "Idriftsættelse").offset(1).value = "1.4.2026"
    sheets.cell(ROLES, "Kroner pr. time", "Kroner pr. time").offset(1).value = "1.450,50"
    sheets.cell(ROLES, "Jens Ravnkilde", "Rolle").value = " gevinstejer (STYREGRUPPEFORMAND) "
    goal = "Telefonopkald"
    sheets.cell(GOALS, goal, "Målets størrelse").value = "25 %"
    sheets.cell(GOALS, goal, "Arbejdsgange").value = "Telefonopkald ; Mails"
    sheets.cell(GOALS, goal, "Metode").value = "tally"
    changed = proposed(sheets, plan)
    assert (changed.project.go_live, changed.project.kroner_per_hour) == (date(2026, 4, 1), 1450.5)
    assert person(changed, "Jens Ravnkilde").role is PlanRole.BENEFIT_OWNER
    assert (changed.goals[4].target_improvement, changed.goals[4].workflows) == (0.25, ("Telefonopkald", "Mails"))
    assert changed.of(Protocol)[4].method is Method.TALLY


def test_every_change_is_told_in_words(plan: Plan) -> None:
    sheets = opened(plan)
    sheets.cell(ROLES, "Maja Tingleff", "Navn").value = "Maja Tingleff Holm"
    sheets.add(ROLES, "Roller", Navn="Per Lund", Rolle="Udvalgt bruger")
    sheets.empty("Møder", "Opfølgning med Jobcentret", "Møde")
    found = differences(plan, proposed(sheets, plan), Language.ENGLISH)
    told = [(one.sort, one.table, one.name, one.field, one.before, one.after) for one in found]
    assert told == [
        (Sort.CHANGED, "Roles", "Maja Tingleff Holm", "Name", "Maja Tingleff", "Maja Tingleff Holm"),
        (Sort.NEW, "Roles", "Per Lund", "Name", "", "Per Lund"),
        (Sort.REMOVED, "Meeting calendar", "Opfølgning med Jobcentret", "", "", ""),
    ]


def test_new_rows_point_at_each_other_and_are_stored_together(store: Store, plan: Plan) -> None:
    sheets = opened(plan)
    sheets.add(ROLES, "Roller", Navn="Per Lund")
    sheets.add(PLAN_OF_ACTION, "Aktiviteter", Aktivitet="Ring rundt", Ansvarlig="per lund")
    sheets.add(GOALS, "Mål", Mål="Fejl", Enhed="fejl", Arbejdsgange="Fejl", Målets_størrelse=0.5, Metode="Optælling")
    sheets.cell(GOALS, "Fejl", "Hvem måler").value = "Per Lund; Lone Kjærulff"
    sheets.cell(GOALS, "Fejl", "Frist: måneder efter idriftsættelse").value = 6
    sheets.cell(PLAN_OF_ACTION, "Ring rundt", "Mål, den hører til").value = "Fejl"
    sheets.add("Delmål og årlige antal", "Delmål", Mål="Fejl", Måneder_efter_idriftsættelse=3, Forbedring=0.2)
    sheets.cell("Delmål og årlige antal", "Fejl", "Aktivitet, der bringer det").value = "Ring rundt"
    stored = planning.apply(store, BY, plan, proposed(sheets, plan))
    assert isinstance(stored, Plan), stored
    goal, activity = stored.goals[-1], stored.of(Activity)[-1]
    measurers = {person(stored, name).entry_id for name in ("Per Lund", "Lone Kjærulff")}
    assert (activity.goal, goal.milestones[0].activity) == (goal.goal_id, activity.entry_id)
    protocol = next(one for one in stored.of(Protocol) if one.goal == goal.goal_id)
    assert (set(protocol.measured_by), protocol.method) == (measurers, Method.TALLY)
    assert read(opened(stored), stored).plan == stored


def test_all_faults_come_at_once_with_their_cells(plan: Plan) -> None:
    sheets = opened(plan)
    goal = sheets.cell(GOALS, "Telefonopkald", "Målets størrelse")
    goal.value = "næsten det hele"
    starts = sheets.cell("Målerunder", "Eftermåling 2", "Første dag")
    starts.value = "midt i juni"
    change = sheets.cell(PLAN_OF_ACTION, "Kursus i KSD for alle sagsbehandlere", "Forandring")
    change.value = "Slip taget"
    status = sheets.cell(PLAN_OF_ACTION, "Kursus i KSD for alle sagsbehandlere", "Status")
    status.value = "snart"
    row = sheets.add(ROLES, "Roller", Stilling="Uden navn")
    found = {str(one.place): fault_sentence(one, Language.DANISH) for one in read(sheets, plan).faults}
    assert found[f"{GOALS}!{goal.coordinate}"] == "»næsten det hele« er ikke et tal."
    assert found[f"Målerunder!{starts.coordinate}"].startswith("»midt i juni« er ikke en dato.")
    assert "»Slip taget«" in found[f"{PLAN_OF_ACTION}!{change.coordinate}"]
    assert "Planlagt, I gang, Gennemført, Stoppet" in found[f"{PLAN_OF_ACTION}!{status.coordinate}"]
    assert found[f"{ROLES}!B{row}"].startswith("Cellen må ikke være tom.")
    assert len(found) == 5


def test_what_is_not_understood_is_never_skipped(plan: Plan) -> None:
    sheets = opened(plan)
    roles = sheets.book[ROLES]
    sheets.cell(ROLES, "Jens Ravnkilde", "Navn").offset(0, 20).value = "husk ham"
    sheets.cell(ROLES, "Maja Tingleff", "Nr.").value = sheets.cell(ROLES, "Jens Ravnkilde", "Nr.").value
    sheets.cell(ROLES, "Tove Bisgård", "Nr.").value = 999_999
    next(cell for row in roles for cell in row if cell.value == "Hvorfor det er vigtigt").value = "Begrundelse"
    sheets.book.create_sheet("Mine noter")["A1"] = "spørg Jens"
    del sheets.book["Møder"]
    outcome = read(sheets, plan)
    rules = [one.rule for one in outcome.faults]
    assert set(rules) == {"no_heading", "number_twice", "unknown_number", "unknown_heading", "heading_missing"}
    assert (outcome.strange, outcome.missing) == (("Mine noter",), ("meeting",))


def test_rules_of_the_plan_stand_at_the_cell(plan: Plan) -> None:
    sheets = opened(plan)
    cell = sheets.cell(GOALS, "Telefonopkald", "Målets størrelse")
    cell.value = 1.5
    signed = sheets.add("Underskrifter", "Underskrevet", Gælder="Målerunde: Eftermåling 3", Hvad="Vurderet")
    sheets.cell("Underskrifter", "Målerunde: Eftermåling 3", "Hvem")
    worksheet = sheets.book["Underskrifter"]
    worksheet.cell(signed, 4).value, worksheet.cell(signed, 5).value = "Jens Ravnkilde", date(2026, 9, 20)
    found = read(sheets, plan).faults
    assert {str(one.place) for one in found} == {f"{GOALS}!{cell.coordinate}", f"Underskrifter!C{signed}"}
    sentences = [fault_sentence(one, Language.DANISH) for one in found]
    assert "Skriv en procent fra 1 til 100." in sentences
    assert any(sentence.startswith("Der mangler flueben på tjeklisten: ") for sentence in sentences)


def test_a_goal_that_others_point_at_is_not_taken_away_unseen(plan: Plan) -> None:
    sheets = opened(plan)
    sheets.empty(GOALS, "Telefonopkald", "Mål")
    (fault,) = read(sheets, plan).faults
    assert (fault.place.sheet, fault.value) == (GOALS, "Telefonopkald")
    assert fault_sentence(fault, Language.DANISH).startswith("Det bruges andre steder i planen (")


def test_two_of_one_name_stay_two(store: Store, plan: Plan) -> None:
    first, second = plan.of(Person)[3:5]
    twice = planning.apply(store, BY, plan, with_entry(plan, replace(second, name=first.name)))
    assert isinstance(twice, Plan)
    sheets = opened(twice)
    assert read(sheets, twice).plan == twice
    hers = next(one for one in twice.of(Signature) if one.act is Act.TICKED and one.person == first.entry_id)
    ticked = sheets.cell("Tjekliste baseline", hers.entry_id, "Hvem")
    assert ticked.value.startswith("Amir Vestergård (Nr. ")
    ticked.value = "Amir Vestergård"
    (fault,) = read(sheets, twice).faults
    assert fault_sentence(fault, Language.DANISH) == "Flere ting hedder »Amir Vestergård«. Giv dem hver sit navn."


def with_entry(plan: Plan, changed: Any) -> Plan:
    return replace(plan, entries=tuple(changed if one.entry_id == changed.entry_id else one for one in plan.entries))


def test_the_workbook_of_another_project_is_matched_by_names(plan: Plan) -> None:
    content = plan_workbook(sample_plan(), Language.ENGLISH, AT)
    outcome = read_workbook(content, plan)
    assert isinstance(outcome, WorkbookRead)
    assert outcome.other_project == "Eksempelkommune · KSD"
    assert {one.field for one in differences(plan, outcome.plan, Language.DANISH)} == {"System"}


def test_a_whole_plan_comes_back_from_its_workbook_in_either_language(plan: Plan) -> None:
    whole = replace(plan, project=NO_PLAN.project)
    told = [one.after for one in differences(NO_PLAN, whole, Language.DANISH)]
    for language in Language:
        back = replace(read(opened(plan, language), NO_PLAN).plan, project=NO_PLAN.project)
        assert [one.after for one in differences(NO_PLAN, back, Language.DANISH)] == told


def test_what_a_colleague_did_since_the_export_stays(store: Store, plan: Plan) -> None:
    sheets = opened(plan)
    sheets.cell(ROLES, "Jens Ravnkilde", "Stilling").value = "Centerchef"
    theirs = with_entry(plan, replace(plan.of(Person)[2], title="Programleder"))
    added = planning.apply(store, BY, plan, replace(theirs, entries=(*theirs.entries, Person(-1, "Per Lund"))))
    assert isinstance(added, Plan)
    merged = read(sheets, added, plan).plan
    assert [one.title for one in merged.of(Person)[1:3]] == ["Centerchef", "Programleder"]
    assert person(merged, "Per Lund")
    refused = planning.apply(store, BY, plan, merged)
    assert not isinstance(refused, Plan)
    assert refused[0].fault.rule is PlanRule.CHANGED_MEANWHILE
    assert planning.plan(store, plan.project.project_id) == added


def test_ticks_are_put_and_taken_back(store: Store, plan: Plan) -> None:
    sheets = opened(plan)
    last = next(one for one in plan.rounds if one.number == 3)
    worksheet = sheets.book["Tjekliste eftermåling"]
    rows = [row for row in worksheet.iter_rows() if row[1].value == "Eftermåling 3"]
    blank = next(row for row in rows if row[3].value is None)
    blank[3].value, blank[4].value = "Lone Kjærulff", date(2026, 9, 15)
    taken = next(row for row in rows if row[3].value is not None)
    taken[3].value = taken[4].value = None
    stored = planning.apply(store, BY, plan, proposed(sheets, plan))
    assert isinstance(stored, Plan), stored
    before, after = ({one.item for one in each.signatures(last.round_id, Act.TICKED)} for each in (plan, stored))
    assert (len(after - before), len(before - after)) == (1, 1)


def test_names_of_target_groups_and_yearly_volumes_follow_each_other(store: Store, plan: Plan) -> None:
    sheets = opened(plan)
    sheets.cell(ROLES, "Superbrugere", "Målgruppe").value = "Centrale videnspersoner"
    stored = planning.apply(store, BY, plan, proposed(sheets, plan))
    assert isinstance(stored, Plan), stored
    assert stored.goals[0].volumes[-1] == Volume("Centrale videnspersoner", 16500)
    assert [one.target_group for one in stored.rounds[0].populations][-1] == "Centrale videnspersoner"


def test_files_that_are_no_workbook_of_a_plan(tmp_path: Path) -> None:
    empty = io.BytesIO()
    openpyxl.Workbook().save(empty)
    assert read_workbook(b"Dato;Navn", NO_PLAN) is NotReadable.DAMAGED
    assert read_workbook(empty.getvalue(), NO_PLAN) is NotReadable.NO_TABLES
    assert origin(empty.getvalue()) is None


def test_the_same_plan_makes_the_same_bytes(plan: Plan) -> None:
    first, second = (plan_workbook(plan, Language.DANISH, AT) for _ in range(2))
    assert first == second
    assert plan_workbook(plan, Language.DANISH, AT + timedelta(days=1)) != first


def test_a_goal_is_read_across_and_the_paper_s_sheets_are_there(plan: Plan) -> None:
    sheets = opened(plan)
    full = {sheet["A1"].value for sheet in sheets.book.worksheets}
    assert {
        "Forudsætning for gevinstrealisering",
        "SMARTe mål – Sådan vil vi måle",
        "Tjekliste baseline",
        "Tjekliste eftermåling",
        "Handlingsplan – gevinstopfølgning",
    } <= full
    smart = plan.of(Smart)[0]
    assert sheets.cell(GOALS, "Journalisering og fordeling", "Hvorfor netop dette mål").value == smart.chosen_because
    assert sheets.cell(GOALS, "Journalisering og fordeling", "Målets størrelse").number_format == "0.##%"


def test_a_program_that_has_come_to_call_things_otherwise_still_reads_it(plan: Plan) -> None:
    sheets = opened(plan)
    hidden = sheets.book["gevinst"]
    new = {"Roller": "Personer", "Navn": "Hedder", "Udvalgt bruger": "Superbruger"}
    for worksheet in (hidden, sheets.book[ROLES]):
        for row in worksheet.iter_rows():
            for cell in row:
                key, tab, word = str(cell.value).partition("\t")
                if (word or key) in new:
                    cell.value = f"{key}{tab}{new[word]}" if tab else new[key]
    assert read(sheets, plan).plan == plan
