"""What the whole run shares: the example's data, loaded once, and the order of the files.

A test that needs data asks for one of these, the cheapest that will do:

- nothing: build the value (``tests/reports.py`` has status reports) and call the function;
- ``example_data``: where the example lies, for this worker; other tests read it too, so copy it before you open it
  (``shutil.copytree``);
- for pages (``tests/pages/conftest.py``): ``example_folder``, ``empty_project``, ``planned_project`` or ``no_project``,
  a data folder of the test's own, copied in a millisecond, that the app opens. ``Screen(page)`` shows a page of it.
  A new kind of project that several tests start from is one more copied folder there, not a longer test;
- ``store``: open, with nothing in it; its folder is ``folder``;
- ``own_project(folder, …)`` for a plan of one's own.

What costs: a read file and a run of a page 0.1 s, a status of the example 0.5 s, a PDF 1 s, a process of its own 2 s,
a page that the browser loads 2 s. Assert everything that one such thing shows before making the next.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from analysis import example
from analysis.example import Store
from analysis.model.storage import StoreBusy
from tests.own_project import BY, new_store

IN_A_BROWSER = "tests/e2e/"


@pytest.fixture(scope="session")
def example_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's data folder: the first worker loads it, the others wait and copy."""
    own = tmp_path_factory.getbasetemp()
    made = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "loaded-example"
    while isinstance(opened := example.open_data(made, BY), StoreBusy):
        time.sleep(0.1)
    assert isinstance(opened, Store)
    with closing(opened):
        return shutil.copytree(made, own / "example")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(new_store(folder)) as opened:
        yield opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that no worker waits for it in the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(IN_A_BROWSER))


class OneBrowserAtATime(LoadFileScheduling):
    """A file is one worker's; so are the browser's files together: two browsers starve each other on two cores."""

    def _split_scope(self, nodeid: str) -> str:
        return IN_A_BROWSER if nodeid.startswith(IN_A_BROWSER) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling:
    config.option.loadscopereorder = False
    return OneBrowserAtATime(config, log)
