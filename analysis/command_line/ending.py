"""Ending when the system says so: what lies in temporary folders is removed, as after Ctrl-C."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn

ASKED_TO_END = ("SIGTERM", "SIGHUP")
"""The second does not exist on Windows."""


def end_when_told() -> None:
    """Make an exit of these signals, unless whoever started the program wants them ignored."""
    for name in ASKED_TO_END:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
