"""The one way in: a file becomes trusted rows in a staging table, or a refusal that says why."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from analysis.ingest.codes import NEEDS_ANSWER, Refusal, Warn
from analysis.ingest.layout.layout import Fault
from analysis.ingest.layout.sheets import Cleaned
from analysis.ingest.options import ReadOptions, Staging
from analysis.ingest.source import fingerprint, kind_of_file
from analysis.ingest.tables import read_tables
from analysis.ingest.text.plain_text import clean_text
from analysis.ingest.values.cells import caption
from analysis.ingest.values.cpr import is_cpr_like, masked
from analysis.ingest.workbooks.parent import clean_workbook
from analysis.model.upload import Doubt, Ingested, Refused, SourceFile

MAX_BYTES = 1 << 30
UNREADABLE = {
    "other": Refusal.NOT_A_TABLE,
    "damaged": Refusal.DAMAGED,
    "encrypted": Refusal.ENCRYPTED,
    "unsupported": Refusal.UNSUPPORTED_WORKBOOK,
}
DEFAULT_OPTIONS = ReadOptions()


def read(path: Path, name: str, staging: Staging, options: ReadOptions = DEFAULT_OPTIONS) -> Ingested | Refused:
    """Read a file's registrations into a temporary view of the staging cursor. Never raises for the file's bytes."""
    size, kind = path.stat().st_size, kind_of_file(path)
    folder = Path(tempfile.mkdtemp(prefix="ingest-", dir=staging.folder))
    try:
        with ThreadPoolExecutor(1) as beside:
            sha256 = beside.submit(fingerprint, path)
            cleaned = _cleaned(path, size, kind, folder, options)
        source = SourceFile(masked(normalize("NFC", name)), sha256.result(), size, kind)
        if isinstance(cleaned, Cleaned) and is_cpr_like(name):
            cleaned = replace(cleaned, doubts=(*cleaned.doubts, Doubt(Warn.CPR_LIKE, 0)))
        result = cleaned if isinstance(cleaned, Fault) else read_tables(cleaned, source, staging.cursor, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _refused(source, result) if isinstance(result, Fault) else result


def _cleaned(path: Path, size: int, kind: str, folder: Path, options: ReadOptions) -> Cleaned | Fault:
    """The file's sheets as clean text, by the kind of file."""
    if size == 0:
        return Fault(Refusal.EMPTY_FILE)
    if size > MAX_BYTES:
        return Fault(Refusal.TOO_LARGE)
    if kind in UNREADABLE:
        return Fault(UNREADABLE[kind])
    if kind == "csv":
        return clean_text(path, folder, options)
    return clean_workbook(path, kind, folder, options)


def _refused(source: SourceFile, fault: Fault) -> Refused:
    found = tuple(masked(caption(text)) for text in fault.found)
    needs_answer = fault.reason in NEEDS_ANSWER
    sheets = tuple(masked(name) for name in fault.sheets)
    return Refused(
        source, fault.reason, found, fault.missing, needs_answer, fault.columns, fault.rejects, fault.fits, sheets
    )
