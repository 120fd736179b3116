"""A browser, a server with the example, and visitors who may ask nobody but that server for anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.serving_app import serving
from tests.e2e.visitor import Visitor

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""Where there is none, Playwright takes the one it brought itself."""
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def example_folder(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(example_data, tmp_path_factory.mktemp("e2e") / "data")


@pytest.fixture(scope="session")
def example_address(example_folder: Path) -> Iterator[str]:
    """One server that holds the example, for all who only look."""
    with serving(example_folder) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Make visitors; in the end nothing came from outside and nothing broke."""
    visitors: list[Visitor] = []

    def visit(address: str, **context: object) -> Visitor:
        settings = {
            "viewport": {"width": 1280, "height": 900},
            "locale": "en-US",
            "reduced_motion": "reduce",
            **context,
        }
        visitors.append(Visitor(browser.new_context(**settings), address))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.context.close()
        hosts = {urlsplit(url).hostname for url in visitor.asked_for if urlsplit(url).scheme in ("http", "https", "ws")}
        assert hosts == {"localhost"}
        assert visitor.broken == []
