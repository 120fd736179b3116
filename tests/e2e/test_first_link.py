"""A meeting link opens its page and its goal, also as the very first request after a server start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import expect

from tests.e2e.serving_app import ROOT, free_port, serving, start
from tests.e2e.visitor import Visitor

GOAL = "Telefonisk vejledning"
SEEN_WHILE_LOADING = """
window.seen = new Set();
new MutationObserver(() => {
  for (const dialog of document.querySelectorAll("[role='dialog']")) window.seen.add(dialog.textContent);
  if (document.body?.textContent.includes("Page not found")) window.seen.add("Page not found");
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def test_a_link_is_right_as_the_first_request_after_a_start(tmp_path: Path, visit: Callable[..., Visitor]) -> None:
    with serving(tmp_path / "data") as address:
        visitor = visit(address)
        visitor.page.add_init_script(SEEN_WHILE_LOADING)
        visitor.open(f"/goal?goal={quote(GOAL)}&lang=en")
        expect(visitor.page.locator("h1")).to_have_text(GOAL)
        visitor.reads("pr. telefonopkald fra borgere")
        expect(visitor.page).to_have_title("One goal · Gevinst")
        visitor.go("Overview")
        visitor.main.get_by_role("link", name="See the goal").nth(1).click()
        expect(visitor.page.locator("h1")).to_have_text(GOAL)
        visitor.reads("pr. telefonopkald fra borgere")
        assert visitor.page.evaluate("[...seen]") == []


def test_a_second_start_on_the_same_folder_says_so_and_ends(example_address: str, example_folder: Path) -> None:
    second = start(example_folder, free_port())
    output, _ = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "er allerede åben i et andet Gevinst" in output
    assert str(example_folder) in output
    assert "Traceback" not in output


def test_a_command_on_the_folder_of_a_running_app_says_so_and_ends(example_address: str, example_folder: Path) -> None:
    command = [sys.executable, "-m", "analysis", "status", "--data", str(example_folder)]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "er allerede åben i et andet Gevinst" in done.stderr
    assert done.stdout == ""
