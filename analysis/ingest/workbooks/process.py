"""The child process that opens a workbook: ``python -m analysis.ingest.workbooks.process KIND FILE FOLDER``."""

from __future__ import annotations

import json
import re
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from zipfile import ZipFile

from analysis.ingest.values.cpr import is_cpr_like
from analysis.ingest.workbooks.everything import holds_personal_numbers
from analysis.ingest.workbooks.html_tables import read_html
from analysis.ingest.workbooks.ods import read_ods
from analysis.ingest.workbooks.sheet_file import TooLargeError, Workbook
from analysis.ingest.workbooks.xls import EncryptedError, read_xls
from analysis.ingest.workbooks.xlsx_book import read_xlsx

COMMENTS = re.compile(r"(?i)comments?/?[^/]*\.xml$")
MANIFEST = "workbook.json"
MAX_MEMORY_BYTES = 2 << 30
MAX_SECONDS = 120
PR_SET_PDEATHSIG = 1
"""From ``linux/prctl.h``: the signal that this process gets when the one that started it ends."""
TOO_LARGE, ENCRYPTED = 3, 4
"""How the process ends where the reason is known; any other end means a damaged file."""


def limit_itself() -> None:
    """Let the system end this process: for too much memory, too much time, or because its parent was killed.

    Elsewhere than on Linux only the parent watches over time and size.
    """
    if sys.platform == "linux":
        import ctypes
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def opened(kind: str, path: Path, folder: Path) -> Workbook:
    """The workbook's sheets, written to the folder."""
    if kind in ("xls", "html"):
        return read_xls(path, folder) if kind == "xls" else read_html(path, folder)
    with ZipFile(path) as archive:
        return read_xlsx(archive, folder) if kind == "xlsx" else read_ods(archive, folder)


def unseen_numbers(kind: str, path: Path, folder: Path, book: Workbook) -> int:
    """How many comments and hidden rows hold what looks like a CPR number."""
    texts: list[str] = []
    for notes in book.sheets:
        if notes.hidden:
            texts += (folder / notes.file).read_text(encoding="utf-8").split("\n")
    if kind == "xlsx":
        with ZipFile(path) as archive:
            members = [name for name in archive.namelist() if COMMENTS.search(name)]
            texts += [text for name in members for text in archive.read(name).decode("utf-8", "replace").split("<text")]
    return sum(is_cpr_like(text) for text in texts)


def main(kind: str, path: Path, folder: Path) -> int:
    """Write a text file per sheet, and a manifest that tells what is in them."""
    limit_itself()
    try:
        book = opened(kind, path, folder)
        book.personal_numbers = unseen_numbers(kind, path, folder, book)
        book.is_personal = holds_personal_numbers(kind, path, [folder / notes.file for notes in book.sheets])
    except (TooLargeError, MemoryError):
        return TOO_LARGE
    except EncryptedError:
        return ENCRYPTED
    (folder / MANIFEST).write_text(json.dumps(asdict(book)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
