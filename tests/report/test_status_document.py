"""The PDF says what the report says, can be heard as well as seen, and loses nothing at the edge of a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pypdf
import pytest
from PIL import Image, ImageChops

from analysis.language import Language
from analysis.language.sentences import headline, not_covered_sentence, portfolio_headline, status_word, why_sentences
from analysis.model.status import StatusReport
from analysis.report.status_document import status_pages, status_pdf
from analysis.report.worth_tables import why_table
from tests import reports

MAKERS = {
    "example": reports.example_report,
    "permits": reports.permits_report,
    "regressed": reports.regressed_report,
    "empty": reports.empty_report,
    "crowded": reports.crowded_report,
    "many_groups": reports.many_groups_report,
}


@dataclass(frozen=True, slots=True)
class Printed:
    pdf: pypdf.PdfReader
    pages: tuple[Image.Image, ...]


@cache
def printed(name: str, language: Language) -> Printed:
    """Both at once: the charts in them are drawn once, which is what takes the time."""
    report = MAKERS[name]()
    paper = pypdf.PdfReader(io.BytesIO(status_pdf(report, language)))
    pages = (Image.open(io.BytesIO(page.png)).convert("RGB") for page in status_pages(report, language))
    return Printed(paper, tuple(pages))


def pdf(name: str, language: Language) -> pypdf.PdfReader:
    return printed(name, language).pdf


def words(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().replace("\u00a0", " ").split())


def said(sentence: str) -> str:
    return " ".join(sentence.replace("\u00a0", " ").split())


def elements(node: object) -> Iterator[pypdf.generic.DictionaryObject]:
    """Every structure element of a tagged PDF."""
    found = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
    if isinstance(found, list):
        for child in found:
            yield from elements(child)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from elements(found["/K"])


@pytest.mark.parametrize("language", Language)
def test_the_first_page_is_all_goals_and_then_a_page_each(language: Language) -> None:
    report, read = reports.example_report(), pdf("example", language)
    assert len(read.pages) == 1 + len(report.goals)
    assert said(portfolio_headline(report, language)) in words(read.pages[0])
    for page, goal in zip(read.pages[1:], report.goals, strict=True):
        for sentence in headline(goal, language):
            assert said(sentence) in words(page)
        assert goal.goal.name in words(page)
        assert status_word(goal.status, goal.goal, language) in words(page)
        assert said(not_covered_sentence(language)) in words(page)


def test_numbers_dates_and_sample_in_danish() -> None:
    read = pdf("example", Language.DANISH)
    assert "Solby Kommune · KSD" in words(read.pages[0])
    assert "Status den 10. september 2026 · Data til og med 6. september 2026" in words(read.pages[0])
    page = words(read.pages[1])
    assert "36 medarbejdere og 2.400 registreringer i eftermåling 3" in page
    assert "−79 % 70–86 % Mål: −85 % Uafklaret" in page
    assert "mellem 70 % og 86 %" in page
    assert "Målgruppen Ledere på ydelsesområdet" in page
    assert "Datafingeraftryk 9f2c41d07a5be3886c1d" in page
    assert "Side 2 af 4" in page


def test_numbers_dates_and_sample_in_english() -> None:
    page = words(pdf("example", Language.ENGLISH).pages[1])
    assert "36 employees and 2,400 registrations in follow-up 3" in page
    assert "−79% 70–86% Target: −85% Undecided" in page
    assert "Page 2 of 4" in page


def test_the_example_says_on_every_page_that_it_is_made_up() -> None:
    assert all("alle tal er opdigtede" in words(page) for page in pdf("example", Language.DANISH).pages)
    assert not any("opdigtede" in words(page) for page in pdf("permits", Language.DANISH).pages)


@pytest.mark.parametrize(
    ("name", "language"), [*((name, Language.DANISH) for name in MAKERS), ("example", Language.ENGLISH)]
)
def test_it_can_be_heard(name: str, language: Language) -> None:
    read = pdf(name, language)
    root = read.trailer["/Root"]
    assert root["/Lang"] == language.value
    assert root["/MarkInfo"]["/Marked"]
    tags = list(elements(root["/StructTreeRoot"]))
    kinds = [tag["/S"] for tag in tags]
    assert all(str(tag.get("/Alt", "")).strip() for tag in tags if tag["/S"] == "/Figure")
    assert kinds.count("/THead") == kinds.count("/Table")
    assert kinds.count("/H1") == 1 + len(MAKERS[name]().goals)


@pytest.mark.parametrize("name", MAKERS)
def test_it_says_which_standards_it_keeps(name: str) -> None:
    stated = pdf(name, Language.DANISH).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in stated
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated


def test_the_charts_are_heard_with_their_message() -> None:
    spoken = [
        str(tag["/Alt"])
        for tag in elements(pdf("example", Language.DANISH).trailer["/Root"]["/StructTreeRoot"])
        if "/Alt" in tag
    ]
    assert len(spoken) == 6
    assert spoken[1].startswith(
        "Målforløb over Journalisering og fordeling af dokumenter: Tiden pr. dokument er faldet"
    )


def test_every_goal_of_a_crowded_project_is_there() -> None:
    report, read = reports.crowded_report(), pdf("crowded", Language.DANISH)
    everything = " ".join(words(page) for page in read.pages)
    for goal in report.goals:
        for sentence in headline(goal, Language.DANISH):
            assert said(sentence) in everything
    assert f"Side {len(read.pages)} af {len(read.pages)}" in words(read.pages[-1])


def test_a_goal_that_needs_more_than_a_page_flows_on() -> None:
    report, read = reports.many_groups_report(), pdf("many_groups", Language.DANISH)
    assert len(read.pages) > 2
    everything = " ".join(words(page) for page in read.pages)
    assert all(group.target_group in everything for group in report.goals[0].groups)
    assert "Eftermåling 13" in everything
    assert said(not_covered_sentence(Language.DANISH)) in everything


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_runs_over_the_edge_of_a_page(name: str) -> None:
    for image in printed(name, Language.DANISH).pages:
        inked = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
        assert inked is not None
        millimetre = image.width / 297
        left, top, right, bottom = inked
        assert min(left, image.width - right) >= 12 * millimetre
        assert min(top, image.height - bottom) >= 5 * millimetre


def test_pictures_are_wide_enough_for_a_wall_and_one_a_page() -> None:
    made = printed("example", Language.DANISH)
    assert len(made.pages) == len(made.pdf.pages)
    assert all(image.width >= 1920 for image in made.pages)


def test_file_names_tell_the_page_in_the_language() -> None:
    report = reports.permits_report()
    assert [page.name for page in status_pages(report, Language.DANISH)] == ["status-side-1.png", "status-side-2.png"]
    assert [page.name for page in status_pages(report, Language.ENGLISH)] == ["status-page-1.png", "status-page-2.png"]


def test_the_same_report_gives_the_same_bytes_and_another_day_does_not() -> None:
    report = reports.permits_report()
    assert status_pdf(report, Language.DANISH) == status_pdf(report, Language.DANISH)
    later = replace(report, on=report.on.replace(day=11))
    assert status_pdf(report, Language.DANISH) != status_pdf(later, Language.DANISH)


def test_a_name_that_looks_like_code_is_printed_as_it_is() -> None:
    report: StatusReport = reports.permits_report()
    goal = report.goals[0]
    name = '#panic("x") *fed* $x^2$ <svg> {0} \\ &amp;'
    odd = replace(report, goals=(replace(goal, goal=replace(goal.goal, name=name)),))
    read = pypdf.PdfReader(io.BytesIO(status_pdf(odd, Language.DANISH)))
    assert name in words(read.pages[1])


@pytest.mark.parametrize("language", Language)
def test_why_time_changed_stands_on_a_page_of_its_own_after_the_goals(language: Language) -> None:
    report = reports.mixed_report()
    read = pypdf.PdfReader(io.BytesIO(status_pdf(report, language)))
    last = words(read.pages[-1])
    assert len(read.pages) == 1 + len(report.goals) + 1
    for sentence in (why_sentences(reports.why(), report.goals[0].goal, language)[place] for place in (0, -1)):
        assert said(sentence) in last
    for row in why_table(report.goals[0], language).rows:
        assert said(" ".join(row)) in last
    assert report.goals[1].goal.name not in last


def test_a_goal_that_was_never_measured_explains_no_interval() -> None:
    report = reports.report(reports.unmeasured_goal())
    page = words(pypdf.PdfReader(io.BytesIO(status_pdf(report, Language.DANISH))).pages[1])
    assert said(not_covered_sentence(Language.DANISH)) not in page
    assert "19 af 20" not in page
