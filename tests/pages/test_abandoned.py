"""What was read is let go of when its visitor has gone for good, and not before."""

from __future__ import annotations

import weakref
from pathlib import Path
from threading import Thread

from analysis.store.staging import Staging
from pages.components.data.abandoned import watch


def watched(staging: Staging, *, is_here: bool, away: float) -> Thread:
    watching = Thread(target=watch, args=(weakref.ref(staging), lambda: is_here, away, 0.01), daemon=True)
    watching.start()
    watching.join(1)
    return watching


def test_a_closed_tab_leaves_no_rows(tmp_path: Path) -> None:
    staging = Staging(tmp_path)
    assert not watched(staging, is_here=False, away=0.05).is_alive()
    assert list(tmp_path.iterdir()) == []


def test_whoever_is_here_or_may_come_back_keeps_theirs(tmp_path: Path) -> None:
    here, away = Staging(tmp_path), Staging(tmp_path)
    watching = (watched(here, is_here=True, away=0.05), watched(away, is_here=False, away=60))
    assert all(thread.is_alive() for thread in watching)
    assert not here.is_closed
    assert not away.is_closed
    del here, away
    for thread in watching:
        thread.join(1)
    assert not any(thread.is_alive() for thread in watching), "watching holds nothing"
    assert list(tmp_path.iterdir()) == []
