"""The program's side of opening a workbook: start the child, wait, and take over its sheets."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import analysis
from analysis.ingest.codes import Refusal, Warn
from analysis.ingest.layout.layout import Fault
from analysis.ingest.layout.sheets import Cleaned, Sheet
from analysis.ingest.options import ReadOptions
from analysis.ingest.steps import CLEANING_FROM, LINES_FROM
from analysis.ingest.values.cpr import is_cpr_like, masked
from analysis.ingest.values.dates import EPOCH_1904, EXCEL_EPOCH
from analysis.ingest.watched import BEAT_SECONDS
from analysis.ingest.workbooks.guard import check_zip
from analysis.ingest.workbooks.process import ENCRYPTED, MANIFEST, MAX_SECONDS, TOO_LARGE
from analysis.model.upload import Doubt

COMMAND = [sys.executable, "-m", "analysis.ingest.workbooks.process"]
REASONS = {TOO_LARGE: Refusal.TOO_LARGE, ENCRYPTED: Refusal.ENCRYPTED}
LONGEST_NAME = 200
"""Excel allows 31 letters; the name stands in every row."""
MOST_MERGED = 100_000
"""So many merged rows tell enough; a hostile file has more than there is room for."""
ROOT = Path(analysis.__file__).resolve().parent.parent


def clean_workbook(path: Path, kind: str, folder: Path, options: ReadOptions) -> Cleaned | Fault:
    """The visible sheets of the workbook, or why it cannot be opened."""
    refusal = check_zip(path) if kind in ("xlsx", "ods") else None
    if refusal:
        return Fault(refusal)
    arguments = [kind, str(path.resolve()), str(folder.resolve())]
    try:
        status = _status_of_child(arguments, options)
    except subprocess.TimeoutExpired:
        return Fault(Refusal.TOO_LARGE)
    if status:
        return Fault(REASONS.get(status, Refusal.DAMAGED))
    return _taken_over(json.loads((folder / MANIFEST).read_text(encoding="utf-8")), folder, options)


def _status_of_child(arguments: list[str], options: ReadOptions) -> int:
    """How the child ended; it does not outlive a reading that is cancelled or takes too long."""
    quiet, beats = subprocess.DEVNULL, int(MAX_SECONDS / BEAT_SECONDS)
    with subprocess.Popen(COMMAND + arguments, cwd=ROOT, stdin=quiet, stdout=quiet, stderr=quiet) as child:
        try:
            for beat in range(beats):
                options.progress(CLEANING_FROM + (LINES_FROM - CLEANING_FROM) * beat / beats, "bytes")
                with suppress(subprocess.TimeoutExpired):
                    return child.wait(BEAT_SECONDS)
            raise subprocess.TimeoutExpired(COMMAND, MAX_SECONDS)
        finally:
            child.kill()


def _taken_over(manifest: dict[str, Any], folder: Path, options: ReadOptions) -> Cleaned | Fault:
    """The sheets that are seen, or those that were asked for."""
    epoch = EPOCH_1904 if manifest["is_1904"] else EXCEL_EPOCH
    for notes in manifest["sheets"]:
        notes["name"] = notes["name"][:LONGEST_NAME]
    chosen = [notes for notes in manifest["sheets"] if not options.sheets or masked(notes["name"]) in options.sheets]
    visible = [notes for notes in chosen if not notes["hidden"] or options.sheets]
    if not visible:
        return Fault(Refusal.NO_HEADER)
    numbers = manifest["personal_numbers"] + sum(is_cpr_like(notes["name"]) for notes in manifest["sheets"])
    hidden = len(chosen) - len(visible)
    told = ((Warn.HIDDEN_SHEET, hidden, bool(hidden)), (Warn.CPR_LIKE, numbers, numbers or manifest["is_personal"]))
    doubts = tuple(Doubt(code, number) for code, number, is_so in told if is_so)
    doubts += (Doubt(Warn.TRUNCATED_FILE, 0),) if manifest["is_cut_off"] else ()
    return Cleaned(tuple(_sheet(notes, folder, epoch) for notes in visible), doubts)


def _sheet(notes: dict[str, Any], folder: Path, epoch: date) -> Sheet:
    """One sheet with what its file does not tell."""
    below = (row for area in notes["merged"] for row in range(area["top"] + 1, area["bottom"] + 1))
    merged = sorted(set(islice(below, MOST_MERGED)))
    return Sheet(
        path=folder / notes["file"],
        name=masked(notes["name"]) or None,
        hidden_rows=tuple(notes["hidden_rows"]),
        hidden_columns=tuple(notes["hidden_columns"]),
        merged_rows=tuple(merged),
        epoch=epoch,
    )
