"""Somebody at a browser: opens pages, fills in fields by their labels, uploads and downloads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, Request, expect
from playwright.sync_api import TimeoutError as NotInTime

TELL_ENDS = """
window.lastEnd = 0;
const ended = () => { window.lastEnd = performance.timeOrigin + performance.now(); };
const isIdle = (app) => app?.dataset?.testScriptState === "notRunning";
new MutationObserver((changes) => {
  for (const { target, oldValue, addedNodes } of changes) {
    if (isIdle(target) && oldValue && oldValue !== "notRunning") ended();
    for (const node of addedNodes) if (isIdle(node) || isIdle(node.querySelector?.("[data-testid='stApp']"))) ended();
  }
}).observe(document, {
  subtree: true, childList: true, attributeFilter: ["data-test-script-state"], attributeOldValue: true,
});
"""
"""When the last run of the page's script ended, also where the page was loaded anew or drawn in one go."""


class Visitor:
    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.address = address
        self.asked_for: list[str] = []
        self.broken: list[str] = []
        context.on("request", self.remember)
        self.page.add_init_script(TELL_ENDS)
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))

    def remember(self, request: Request) -> None:
        self.asked_for.append(request.url)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        expect(self.page.locator("h1")).to_be_visible()
        self.settle()

    def settle(self) -> None:
        """Wait until the page is drawn and nothing of the page before is left on it."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.locator("[data-stale='true']")).to_have_count(0)
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        expect(self.page.locator("[data-testid='stVegaLiteChart']:not(:has(.marks))")).to_have_count(0)

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Wait for the page that an act asks for."""
        before = self.page.evaluate("performance.timeOrigin + performance.now()")
        yield
        self.page.wait_for_function("before => lastEnd > before", arg=before)
        self.settle()

    def go(self, menu: str) -> None:
        """To another page by the menu."""
        with self.rerun():
            self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=menu, exact=True).click()
        expect(self.page).to_have_title(f"{menu} · Gevinst")
        self.settle()

    def reads(self, words: str) -> None:
        """The words are there, and nobody is interrupted who types on: a page may still be drawn below them."""
        expect(self.main.get_by_text(words).first).to_be_visible()
        self.settle()

    @property
    def main(self) -> Locator:
        return self.page.get_by_test_id("stMain")

    def click(self, button: str) -> None:
        with self.rerun():
            self.main.get_by_role("button", name=button, exact=True).click()

    def fill(self, label: str, value: str) -> None:
        """Type into a field; outside a form another value draws the page anew."""
        field = self.main.get_by_label(label, exact=True)
        if field.input_value() == value:
            return
        if field.locator("xpath=ancestor::*[@data-testid='stForm']").count():
            field.fill(value)
            return
        with self.rerun():
            field.fill(value)
            field.press("Tab")

    def choose(self, label: str, option: str) -> None:
        field = self.main.get_by_role("combobox", name=label, exact=True)
        if option in field.input_value():
            return
        with self.rerun():
            self.open_list(field)
            self.page.get_by_role("option", name=option).first.click()

    def open_list(self, field: Locator) -> None:
        # A list that opens at the lower edge of the window is closed again as the page scrolls to it.
        option = self.page.get_by_role("option").first
        for _ in range(3):
            field.evaluate("field => field.scrollIntoView({block: 'center'})")
            field.click()
            with suppress(NotInTime):
                option.wait_for(timeout=5_000)
                return
            self.page.keyboard.press("Escape")
        option.wait_for()

    def add_words(self, label: str, *words: str) -> None:
        """Type names into a field that takes new ones."""
        field = self.main.get_by_role("combobox", name=label, exact=True)
        field.evaluate("field => field.scrollIntoView({block: 'center'})")
        for word in words:
            with self.rerun():
                self.type_until_offered(field, word)
                field.press("Enter")
        field.press("Escape")

    def type_until_offered(self, field: Locator, word: str) -> None:
        """Type what a list is to offer; once more where the page was drawn anew under the fingers."""
        option = self.page.get_by_role("option", name=word)
        for _ in range(3):
            field.fill("")
            field.fill(word)
            with suppress(NotInTime):
                option.wait_for(timeout=5_000)
                return
        option.wait_for()

    def pick_days(self, *days: date) -> None:
        """Type days into the page's first date field; they count when one leaves it."""
        field = self.main.get_by_test_id("stDateInput").first
        parts = field.get_by_role("spinbutton")
        for place, day in enumerate(days):
            self.type_day([parts.nth(3 * place + part) for part in range(3)], day)
        in_form = field.locator("xpath=ancestor::*[@data-testid='stForm']").count()
        with nullcontext() if in_form else self.rerun():
            self.page.locator("h1").click()

    def type_day(self, parts: list[Locator], day: date) -> None:
        """Type one day, digit by digit; once more where the page was drawn anew under the fingers."""
        wanted = [str(day.day), str(day.month), str(day.year)]
        for _ in range(3):
            parts[0].click()
            self.page.keyboard.type(f"{day:%d%m%Y}")
            if [part.get_attribute("aria-valuenow") for part in parts] == wanted:
                return
        for part, number in zip(parts, wanted, strict=True):
            expect(part).to_have_attribute("aria-valuenow", number)

    def upload(self, name: str, content: bytes) -> None:
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        with self.rerun():
            self.main.locator("input[type=file]").set_input_files([file])

    def download(self, button: str) -> bytes:
        with self.page.expect_download() as found:
            self.main.get_by_role("button", name=button, exact=True).click()
        return Path(found.value.path()).read_bytes()
