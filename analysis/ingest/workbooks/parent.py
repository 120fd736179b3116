"""The program's side of opening a workbook: start the child, wait, and take over its sheets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import analysis
from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.dates import EPOCH_1904, EXCEL_EPOCH
from analysis.ingest.layout import Fault
from analysis.ingest.options import ReadOptions
from analysis.ingest.sheets import Cleaned, Sheet
from analysis.ingest.workbooks.guard import check_zip
from analysis.ingest.workbooks.process import ENCRYPTED, MANIFEST, TOO_LARGE
from analysis.model.upload import Doubt

TIMEOUT_SECONDS = 120
ROOT = Path(analysis.__file__).resolve().parent.parent


def clean_workbook(path: Path, kind: str, folder: Path, options: ReadOptions) -> Cleaned | Fault:
    """The visible sheets of the workbook, or why it cannot be opened."""
    refusal = check_zip(path) if kind in ("xlsx", "ods") else None
    if refusal:
        return Fault(refusal)
    command = [
        sys.executable,
        "-m",
        "analysis.ingest.workbooks.process",
        kind,
        str(path.resolve()),
        str(folder.resolve()),
    ]
    try:
        child = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Fault(Refusal.TOO_LARGE)
    if child.returncode:
        known = {TOO_LARGE: Refusal.TOO_LARGE, ENCRYPTED: Refusal.ENCRYPTED}
        return Fault(known.get(child.returncode, Refusal.DAMAGED))
    return _taken_over(json.loads((folder / MANIFEST).read_text(encoding="utf-8")), folder, options)


def _taken_over(manifest: dict[str, Any], folder: Path, options: ReadOptions) -> Cleaned | Fault:
    epoch = EPOCH_1904 if manifest["is_1904"] else EXCEL_EPOCH
    chosen = [notes for notes in manifest["sheets"] if not options.sheets or notes["name"] in options.sheets]
    visible = [notes for notes in chosen if not notes["hidden"] or options.sheets]
    hidden = len(chosen) - len(visible)
    sheets = tuple(
        Sheet(
            folder / notes["file"],
            notes["name"] or None,
            tuple(notes["hidden_rows"]),
            tuple(notes["hidden_columns"]),
            epoch,
        )
        for notes in visible
    )
    if not sheets:
        return Fault(Refusal.NO_HEADER)
    counted = ((Warn.HIDDEN_SHEET, hidden), (Warn.CPR_LIKE, manifest["personal_numbers"]))
    return Cleaned(sheets, tuple(Doubt(code, number) for code, number in counted if number))
