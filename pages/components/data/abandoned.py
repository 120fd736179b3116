"""What was read for a visitor who has gone: Streamlit keeps a closed tab's state until others come or go."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import partial
from threading import Thread
from time import sleep

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.uploads import ReadFile

SECONDS_AWAY = 150.0
"""For two minutes a lost connection can come back to what it left."""
SECONDS_BETWEEN = 15.0


def close_when_gone(file: ReadFile) -> None:
    """Let go of a file's rows when its visitor has been away for too long to come back."""
    visit = get_script_run_ctx()
    if visit is None or not runtime.exists():
        return
    is_here = partial(runtime.get_instance().is_active_session, visit.session_id)
    Thread(target=watch, args=(weakref.ref(file.staging), is_here), daemon=True).start()


def watch(
    kept: weakref.ref, is_here: Callable[[], bool], away: float = SECONDS_AWAY, between: float = SECONDS_BETWEEN
) -> None:
    """Ends when the rows are gone, whoever let go of them; holds nothing meanwhile."""
    gone_for = 0.0
    while (staging := kept()) is not None and not staging.is_closed:
        if gone_for > away:
            staging.close()
        del staging
        sleep(between)
        gone_for = 0.0 if is_here() else gone_for + between
