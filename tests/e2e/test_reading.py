"""What a reader meets in the browser: accessible, in one language, on a telephone, and nothing fetched from outside."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import openpyxl
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from analysis.language import Language
from analysis.language.catalogue import text
from pages.components.menu import ENTRIES
from tests.e2e.visitor import Visitor

STREAMLITS_OWN = {"list", "listitem"}
"""The menu is a list whose sections stand between it and its items; Streamlit draws it so."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TELEPHONE = {"viewport": {"width": 420, "height": 900}, "is_mobile": True, "has_touch": True}
ENGLISH = re.compile(
    r"\b(the|of|and|select(ed)?|choose|open|close|add|remove|clear|press|show|hide|download|search|sort|upload|browse"
    r"|drag|drop|files?|results?|options?|rows?|columns?|months?|years?|day|help|increment|decrement|available|collapse"
    r"|expand|fullscreen|copy|previous|next|past|start date|end date|january|february|march|may|june|july|october"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|link|sidebar|loading|running|error)\b",
    re.IGNORECASE,
)
STREAMLIT_WORDS = """() => {
  const found = new Set();
  for (const element of document.querySelectorAll("body *"))
    for (const name of ["aria-label", "aria-valuetext", "title", "placeholder", "alt"])
      found.add(element.getAttribute(name) || "");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest("script, style, noscript, [data-testid='stIconMaterial']")) continue;
    found.add(walker.currentNode.nodeValue);
  }
  return [...found];
}"""


def english(visitor: Visitor) -> set[str]:
    found = {words for words in visitor.page.evaluate(STREAMLIT_WORDS) if ENGLISH.search(words)}
    return found - NAMES_OF_ICONS


NAMES_OF_ICONS = {"add icon"}
"""Streamlit hides these from sight and says them beside its own words."""


def test_no_page_has_an_accessibility_fault_or_an_english_word(
    example_address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(example_address)
    visitor.open("/")
    found: dict[str, object] = {}
    for entry in ENTRIES:
        visitor.go(text(Language.DANISH, f"menu.{entry.name}"))
        expect(visitor.page.locator("html")).to_have_attribute("lang", "da")
        axe = Axe().run(visitor.page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
        faults = [fault for fault in axe.response["violations"] if fault["id"] not in STREAMLITS_OWN]
        if faults or english(visitor):
            found[entry.name] = (faults, english(visitor))
    assert found == {}


def test_no_english_word_of_streamlits_own_is_left_in_what_opens(
    example_address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(example_address)
    page, found = visitor.page, set[str]()
    for path in ("/goals", "/rounds", "/report"):
        visitor.open(path)
        for field in visitor.main.get_by_role("combobox").all():
            visitor.open_list(field)
            found |= english(visitor)
            # Not pressed on the field: while its list is open, those before it are hidden, and it is not the same nth.
            page.keyboard.press("Escape")
            expect(page.get_by_role("option")).to_have_count(0)
        for field in visitor.main.get_by_test_id("stDateInput").all():
            field.get_by_role("button", name="Vælg").click()
            page.get_by_role("grid").last.wait_for()
            found |= english(visitor)
            page.keyboard.press("Escape")
    assert found == set()


def test_a_table_to_type_in_speaks_danish(example_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(example_address)
    visitor.open("/project")
    table = visitor.main.get_by_test_id("stDataFrame")
    table.click(position={"x": 15, "y": 52})
    expect(visitor.main.get_by_role("button", name="Slet rækker")).to_be_visible()
    assert english(visitor) == set()


def test_the_uploader_speaks_danish(example_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(example_address)
    visitor.open("/upload")
    expect(visitor.main.get_by_role("button", name="Vælg fil")).to_be_visible()
    visitor.reads("200 MB pr. fil")
    visitor.upload("tom.csv", b"")
    visitor.reads("Filen er tom.")
    expect(visitor.main.get_by_test_id("stFileChip")).to_have_attribute("aria-label", "tom.csv, 0 B")
    assert english(visitor) == set()
    visitor.main.locator("input[type=file]").set_input_files(
        [{"name": "brev.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}]
    )
    refused = visitor.main.get_by_text("Den slags fil kan ikke indlæses. Gem den som Excel (.xlsx) eller CSV.")
    expect(refused).to_have_count(1)
    assert english(visitor) == set()


def test_the_language_of_the_page_follows_the_switch(example_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(example_address)
    visitor.open("/upload?lang=en")
    html = visitor.page.locator("html")
    expect(html).to_have_attribute("lang", "en")
    for language, button, title in (("da", "Vælg fil", "Indlæs måling"), ("en", "Upload", "Upload a measurement")):
        with visitor.rerun():
            visitor.main.get_by_role("radio", name=language, exact=True).click()
        expect(visitor.page.locator("h1")).to_have_text(title)
        expect(html).to_have_attribute("lang", language)
        expect(visitor.main.locator("[data-testid='stFileUploaderDropzone'] button").first).to_contain_text(button)


def test_what_is_downloaded_speaks_the_readers_language(example_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(example_address)
    for language, column, separator, sheet in (("da", "Ændring", ";", "Møder"), ("en", "Change", ",", "Meetings")):
        words = Language(language)
        visitor.open(f"/?lang={language}")
        assert text(words, "chart.progress") in visitor.download(text(words, "exhibit.download_svg")).decode()
        numbers = visitor.download(text(words, "exhibit.download_csv")).decode("utf-8-sig")
        assert column in numbers.splitlines()[0].split(separator)
        visitor.open(f"/workbook?lang={language}")
        workbook = visitor.download(text(words, "workbook.page.download"))
        assert sheet in openpyxl.load_workbook(io.BytesIO(workbook), read_only=True).sheetnames


def test_every_page_fits_a_telephone(example_address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(example_address, **TELEPHONE)
    found: dict[str, object] = {}
    for entry in ENTRIES:
        visitor.open(f"/{entry.address}")
        found[entry.name] = visitor.page.evaluate(
            """() => [document.documentElement, document.querySelector("[data-testid='stMain']")]
            .filter((element) => element.scrollWidth > element.clientWidth).map((element) => element.scrollWidth)"""
        )
    assert found == {entry.name: [] for entry in ENTRIES}


def test_charts_are_drawn_with_words_for_those_who_cannot_see_them(
    example_address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(example_address)
    for path in ("/", "/goal"):
        visitor.open(path)
        for chart in visitor.main.get_by_test_id("stVegaLiteChart").all():
            expect(chart.locator(".marks path").first).to_be_attached()
            assert len(chart.get_attribute("aria-label") or "") > 40
        expect(visitor.page.get_by_test_id("stException")).to_have_count(0)
