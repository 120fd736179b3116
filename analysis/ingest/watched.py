"""A cursor that keeps asking whether to go on while the database works."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Self

from analysis.ingest.options import Cursor, Progress
from analysis.ingest.steps import end_of_step

BEAT_SECONDS = 0.2
MOST = 0.8
"""A statement takes so much of what is left of its step: others follow."""


class Watched:
    """The cursor of one reading: a long statement reports how far it is, and stops where that raises.

    The statement runs beside the caller's thread, which does nothing meanwhile but wait and report.
    """

    def __init__(self, cursor: Cursor, progress: Progress) -> None:
        self.cursor = cursor
        self._report = progress
        self._fraction, self._step = 0.0, ""

    def progress(self, fraction: float, step: str) -> None:
        """Never backwards."""
        self._fraction, self._step = max(fraction, self._fraction), step
        self._report(self._fraction, step)

    def execute(self, query: str, parameters: Sequence[Any] = (), /) -> Self:
        with ThreadPoolExecutor(1) as beside:
            running = beside.submit(self.cursor.execute, query, parameters)
            start, room = self._fraction, MOST * (end_of_step(self._fraction) - self._fraction)
            try:
                while wait([running], BEAT_SECONDS).not_done:
                    self.progress(start + room * max(self.cursor.query_progress(), 0) / 100, self._step)
            finally:
                self._stop(running)
        running.result()
        return self

    def _stop(self, running: Future[Cursor]) -> None:
        """Whoever cancels must not wait for the end of the statement."""
        while not running.done():
            self.cursor.interrupt()
            wait([running], BEAT_SECONDS)

    def fetchall(self) -> list[Any]:
        return self.cursor.fetchall()

    def query_progress(self) -> float:
        return self.cursor.query_progress()

    def interrupt(self) -> None:
        self.cursor.interrupt()
