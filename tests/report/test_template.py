"""A template that is filled in by hand reads back without a question, in both languages and for every measurement."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis.ingest import ReadOptions, read
from analysis.language import Language
from analysis.model.kinds import MEASURED, Measurement, Role
from analysis.model.upload import Ingested, Refused
from analysis.report.template import StaffMember, TemplateWords, template_csv, template_xlsx
from analysis.report.template.content import heading, template_roles
from tests.ingest.staging import memory_staging

FORMULA_LIKE = ("=1+1", "+45 opkald", "-streg", "@post")
PLAIN = ("Journalisering", 'Fordeling; "stamdata", mv.', "Partshøring")
GROUPS = ("Sagsbehandlere på ydelsescentrene", "Superbrugere")
STAFF = (StaffMember("ABJ", GROUPS[0]), StaffMember("007", GROUPS[1]), StaffMember("Åse Ør", GROUPS[0]))
WORDS = TemplateWords(PLAIN, GROUPS, STAFF, date(2026, 3, 2))
TYPED = {Role.DURATION: 12.5, Role.COUNT: 3, Role.TOTAL: 10, Role.VALUE: 7.25}
SEPARATORS = {Language.DANISH: ";", Language.ENGLISH: ","}
ENDINGS = ("csv", "xlsx")
EVERY = [(kind, language) for kind in MEASURED for language in Language]
ReadBack = Callable[[bytes, str, Measurement], Ingested | Refused]
Cells = list[tuple[object, ...]]


@pytest.fixture
def read_back(tmp_path: Path) -> Iterator[ReadBack]:
    folder = tmp_path / "staging"
    folder.mkdir()
    with memory_staging(folder) as staging:

        def reader(content: bytes, ending: str, measurement: Measurement) -> Ingested | Refused:
            path = tmp_path / f"skabelon.{ending}"
            path.write_bytes(content)
            return read(path, path.name, staging, ReadOptions(measurement=measurement))

        yield reader


def filled(words: TemplateWords, measurement: Measurement, language: Language, ending: str, rows: int) -> bytes:
    """The template with numbers in its first rows, as someone types them."""
    roles = template_roles(words, measurement)
    typed = {column: TYPED[role] for column, role in enumerate(roles) if role in TYPED}
    if ending == "csv":
        return filled_csv(template_csv(words, measurement, language), typed, language, rows)
    return filled_xlsx(template_xlsx(words, measurement, language), typed, rows)


def filled_csv(template: bytes, typed: dict[int, float], language: Language, rows: int) -> bytes:
    table = list(csv.reader(io.StringIO(template.decode("utf-8-sig"), newline=""), delimiter=SEPARATORS[language]))
    for row in table[1 : rows + 1]:
        for column, number in typed.items():
            row[column] = str(number).replace(".", "," if language is Language.DANISH else ".")
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=SEPARATORS[language]).writerows(table)
    return written.getvalue().encode("utf-8-sig")


def filled_xlsx(template: bytes, typed: dict[int, float], rows: int) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(template))
    for row in range(2, rows + 2):
        for column, number in typed.items():
            book.worksheets[0].cell(row, column + 1).value = number
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def prepared(measurement: Measurement, words: TemplateWords = WORDS) -> int:
    staffed = Role.EMPLOYEE in (*measurement.needed, *measurement.optional) and bool(words.staff)
    return len(words.workflows) * (len(words.staff) if staffed else 1)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(("measurement", "language"), EVERY)
def test_a_filled_template_reads_back_with_every_name_and_number(
    measurement: Measurement, language: Language, ending: str, read_back: ReadBack
) -> None:
    rows = prepared(measurement)
    result = read_back(filled(WORDS, measurement, language, ending, rows), ending, measurement)
    assert isinstance(result, Ingested), result
    summary, roles = result.summary, template_roles(WORDS, measurement)
    assert (summary.rows, result.rejected) == (rows, ())
    assert set(summary.workflows) == set(PLAIN)
    assert set(summary.employees) == ({one.employee for one in STAFF} if Role.EMPLOYEE in roles else set())
    assert set(summary.target_groups) == (set(GROUPS) if Role.TARGET_GROUP in roles else set())
    assert summary.milliseconds == (750_000 * rows if Role.DURATION in roles else 0)
    assert (summary.count or 0) == (3 * rows if Role.COUNT in roles else 0)
    assert (summary.total or 0) == (10 * rows if Role.TOTAL in roles else 0)
    day = WORDS.first_day if Role.DATE in roles else None
    assert (summary.first_date, summary.last_date) == (day, day)
    assert result.doubts == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.create_sheet("Noter").append(["Husk at måle"]),
        lambda book: book["Lister"].__setitem__("A1", "Frokostliste"),
        lambda book: book["Vejledning"].__setitem__("B3", "ABJ"),
        lambda book: setattr(book["Lister"], "title", "Ark2"),
    ],
)
def test_other_sheets_than_those_of_the_template_are_told_of(
    change: Callable[[openpyxl.Workbook], None], read_back: ReadBack
) -> None:
    content = filled(WORDS, Measurement.TIME, Language.DANISH, "xlsx", 9)
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    target = io.BytesIO()
    book.save(target)
    result = read_back(target.getvalue(), "xlsx", Measurement.TIME)
    assert isinstance(result, Ingested), result
    assert [(doubt.code, doubt.rows) for doubt in result.doubts] == [("sheet_left_out", 1)]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("measurement", MEASURED)
def test_rows_that_nobody_filled_in_are_named_and_do_not_count(
    measurement: Measurement, ending: str, read_back: ReadBack
) -> None:
    result = read_back(filled(WORDS, measurement, Language.DANISH, ending, 2), ending, measurement)
    assert isinstance(result, Ingested), result
    assert result.summary.rows == 2
    assert result.rejected == ()
    assert [doubt.rows for doubt in result.doubts if doubt.code == "unfilled_rows"] == [prepared(measurement) - 2]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_template_of_which_a_few_rows_are_filled_in_is_read(ending: str, read_back: ReadBack) -> None:
    staff = tuple(StaffMember(f"MA{number}", GROUPS[0]) for number in range(20))
    words = TemplateWords(PLAIN, GROUPS, staff, WORDS.first_day)
    result = read_back(filled(words, Measurement.TIME, Language.DANISH, ending, 5), ending, Measurement.TIME)
    assert isinstance(result, Ingested), result
    assert (result.summary.rows, result.rejected) == (5, ())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("measurement", MEASURED)
def test_a_template_that_nobody_filled_in_is_refused(
    measurement: Measurement, ending: str, read_back: ReadBack
) -> None:
    make = template_csv if ending == "csv" else template_xlsx
    assert isinstance(read_back(make(WORDS, measurement, Language.DANISH), ending, measurement), Refused)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("measurement", [Measurement.SHARE, Measurement.EXTRACT, Measurement.SERIES])
def test_where_nobody_is_named_nobody_is_asked_for(measurement: Measurement, ending: str, read_back: ReadBack) -> None:
    words = TemplateWords(PLAIN, GROUPS, (), WORDS.first_day)
    result = read_back(filled(words, measurement, Language.DANISH, ending, len(PLAIN)), ending, measurement)
    assert isinstance(result, Ingested), result
    assert (result.summary.rows, result.summary.employees) == (len(PLAIN), ())


def test_without_staff_there_is_a_row_per_workflow_to_write_a_name_in() -> None:
    words = TemplateWords(PLAIN, GROUPS, (), WORDS.first_day)
    lines = template_csv(words, Measurement.TIME, Language.DANISH).decode("utf-8-sig").splitlines()
    assert lines[:2] == ["Dato;Medarbejder;Målgruppe;Arbejdsgang;Minutter;Antal", "02-03-2026;;;Journalisering;;"]
    assert len(lines) == 1 + len(PLAIN)


def test_the_danish_file_has_a_byte_order_mark_semicolons_and_danish_days() -> None:
    written = template_csv(WORDS, Measurement.SHARE, Language.DANISH)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig").splitlines()[:2] == [
        "Dato;Medarbejder;Målgruppe;Arbejdsgang;Antal;I alt",
        "02-03-2026;ABJ;Sagsbehandlere på ydelsescentrene;Journalisering;;",
    ]


def cells(sheet: Worksheet) -> Cells:
    return list(sheet.iter_rows(values_only=True))


def test_the_workbook_opens_on_the_sheet_to_fill_in_with_days_as_days() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(WORDS, Measurement.TIME, Language.DANISH)))
    assert book.sheetnames == ["Måling", "Lister", "Vejledning"]
    assert book.active is not None
    assert book.active.title == "Måling"
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    sheet = book.worksheets[0]
    assert cells(sheet)[:2] == [
        ("Dato", "Medarbejder", "Målgruppe", "Arbejdsgang", "Minutter", "Antal"),
        (datetime(2026, 3, 2), "ABJ", GROUPS[0], "Journalisering", None, None),
    ]
    assert sheet["A2"].number_format == "dd-mm-yyyy"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["C"].width > len(GROUPS[0])


def test_names_are_chosen_from_the_lists_and_numbers_are_checked() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(WORDS, Measurement.TIME, Language.DANISH)))
    lists = [row[0] for row in cells(book["Lister"])]
    rules = {str(rule.sqref)[0]: rule for rule in book.worksheets[0].data_validations.dataValidation}
    for column, names in (("B", [one.employee for one in STAFF]), ("C", list(GROUPS)), ("D", list(PLAIN))):
        first, last = (int(part.rpartition("$")[2]) for part in rules[column].formula1.split(":"))
        assert rules[column].formula1.startswith("'Lister'!$A$")
        assert lists[first - 1 : last] == names
    assert (rules["E"].type, rules["E"].operator, rules["E"].formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert (rules["F"].type, rules["F"].operator, rules["F"].formula1) == ("whole", "greaterThanOrEqual", "0")
    assert rules["F"].error == "Skriv et helt tal på 0 eller mere, uden andet."
    assert rules["A"].type == "date"


@pytest.mark.parametrize("language", Language)
def test_no_name_becomes_a_formula_in_the_workbook(language: Language) -> None:
    words = TemplateWords(FORMULA_LIKE, GROUPS, (), WORDS.first_day)
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(words, Measurement.TIME, language)))
    types = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in types


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", Language)
def test_names_that_look_like_formulas_come_back_as_they_are(
    language: Language, ending: str, read_back: ReadBack
) -> None:
    staff = tuple(StaffMember(name, FORMULA_LIKE[0]) for name in FORMULA_LIKE)
    words = TemplateWords(FORMULA_LIKE, FORMULA_LIKE, staff, WORDS.first_day)
    result = read_back(filled(words, Measurement.TIME, language, ending, 16), ending, Measurement.TIME)
    assert isinstance(result, Ingested), result
    assert set(result.summary.workflows) == set(result.summary.employees) == set(FORMULA_LIKE)
    assert result.summary.target_groups == FORMULA_LIKE[:1]
    assert [doubt.rows for doubt in result.doubts if doubt.code == "formula_like"] == [48]


def test_no_name_becomes_a_formula_in_the_text_file() -> None:
    words = TemplateWords(FORMULA_LIKE, GROUPS, (), WORDS.first_day)
    lines = template_csv(words, Measurement.TIME, Language.DANISH).decode("utf-8-sig").splitlines()[1:]
    assert [line.split(";")[3] for line in lines] == [f"'{name}" for name in FORMULA_LIKE]


@pytest.mark.parametrize("language", Language)
def test_a_target_group_without_an_employee_on_the_staff_list_is_not_filled_in(
    language: Language, read_back: ReadBack
) -> None:
    words = TemplateWords(("",), GROUPS, tuple(StaffMember("", name) for name in GROUPS), WORDS.first_day)
    lines = template_csv(words, Measurement.STAFF, language).decode("utf-8-sig").splitlines()
    separator = SEPARATORS[language]
    content = "\n".join([lines[0], "ABJ" + lines[1], *lines[2:], f"KNØ{separator}", f"NA{separator}{GROUPS[0]}", ""])
    result = read_back(content.encode(), "csv", Measurement.STAFF)
    assert isinstance(result, Ingested), result
    assert result.summary.employees == ("ABJ",)
    assert [(doubt.code, doubt.examples) for doubt in result.doubts] == [("unfilled_rows", (3,))]
    assert [(row.row, row.reason) for row in result.rejected] == [(4, "missing_value"), (5, "missing_value")]


def test_the_same_project_makes_the_same_bytes() -> None:
    first, second = (template_xlsx(WORDS, Measurement.TALLY, Language.ENGLISH) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("measurement", "language"), EVERY)
def test_no_two_columns_have_the_same_heading(measurement: Measurement, language: Language) -> None:
    headings = [heading(role, language) for role in template_roles(WORDS, measurement)]
    assert len(set(headings)) == len(headings) >= len(measurement.needed)
