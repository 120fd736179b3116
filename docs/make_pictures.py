"""Takes the pictures of README and vejledning anew: ``make pictures``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PORT = 8599
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
PICTURES = {
    "overview-da": ("/", 1180),
    "goal-da": ("/goal", 1500),
    "goal-en": ("/goal?lang=en", 1500),
    "map-da": ("/map", 1150),
    "smart-da": ("/goals", 1500),
    "upload-da": ("/upload", 760),
}


@contextmanager
def app() -> Iterator[str]:
    """The app on a fresh data folder, with the example."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(PORT)]
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "GEVINST_DATA": folder})
        try:
            wait_for(f"http://localhost:{PORT}/healthz")
            yield f"http://localhost:{PORT}"
        finally:
            process.terminate()
            process.wait()


def wait_for(address: str) -> None:
    for _ in range(60):
        try:
            urllib.request.urlopen(address, timeout=1)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(address)


def take(browser: Browser, address: str, height: int, target: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": height})
    page.goto(address)
    page.locator("h1").first.wait_for()
    page.locator("[data-testid=stStatusWidget]").wait_for(state="detached")
    page.wait_for_timeout(2500)
    page.screenshot(path=target)
    page.close()


def main() -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        for name, (path, height) in PICTURES.items():
            take(browser, address + path, height, ROOT / "docs" / "pictures" / f"{name}.png")


if __name__ == "__main__":
    main()
