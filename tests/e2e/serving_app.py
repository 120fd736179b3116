"""The real server, as ``make run`` starts it, on a port and a data folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "GEVINST_DATA": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server that is up; only its health was asked for, no page."""
    port = free_port()
    process = start(folder, port)
    try:
        wait_until_up(process, f"http://localhost:{port}")
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_until_up(process: subprocess.Popen[str], address: str) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while not is_up(address):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended at once: {process.communicate()[0]}")
        if time.monotonic() > give_up:
            raise TimeoutError(f"no answer from {address} after {SECONDS_TO_START} seconds")
        time.sleep(0.1)


def is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
