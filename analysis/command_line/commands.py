"""Each command: what it does with its options, and its exit status."""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import closing
from datetime import date
from pathlib import Path

from analysis import estimate as canonical
from analysis import planning, uploads
from analysis.command_line.opening import NoProject, NoStore, complain, me, open_project
from analysis.command_line.output import as_json, contrast_lines, status_lines
from analysis.command_line.wording import already_line, ingested_lines, refused_line, storing_lines
from analysis.ingest import ReadOptions, check_line, read
from analysis.language.catalogue import text
from analysis.model.status import StatusReport
from analysis.model.storing import AlreadyUploaded
from analysis.model.upload import Ingested, Refused, Upload
from analysis.report.status_document import status_pages, status_pdf
from analysis.status import report
from analysis.store.staging import memory_staging
from analysis.store.store import Store

DONE, REFUSED, UNUSABLE = 0, 1, 2


def check(chosen: Namespace) -> int:
    """Read each file by itself and tell what would count."""
    accepted = [check_one(path, chosen) for path in chosen.files]
    return DONE if all(accepted) else REFUSED


def check_one(path: Path, chosen: Namespace) -> bool:
    with memory_staging() as staging:
        options = ReadOptions(measurement=chosen.measurement, grain=chosen.grain)
        outcome = read(path, path.name, staging, options)
        if chosen.json:
            print(json.dumps(check_line(outcome), ensure_ascii=False), flush=True)
        elif isinstance(outcome, Ingested):
            print("\n".join(ingested_lines(outcome, chosen.language)))
        else:
            complain(refused_line(outcome, chosen.measurement, chosen.language))
        return isinstance(outcome, Ingested)


def load(chosen: Namespace) -> int:
    """Store files in one round; a refused file stops at itself, the others are stored."""
    opened = open_project(chosen)
    if isinstance(opened, (NoStore, NoProject)):
        return complain(opened.sentence)
    with closing(opened.store):
        plan = planning.plan(opened.store, opened.project.project_id)
        if not 0 <= chosen.round < len(plan.rounds):
            return complain(text(chosen.language, "command.no_round", last=len(plan.rounds) - 1, round=chosen.round))
        stored = [load_one(opened.store, plan, path, chosen) for path in chosen.files]
    return DONE if all(stored) else REFUSED


def load_one(store: Store, plan: planning.Plan, path: Path, chosen: Namespace) -> bool:
    if not path.is_file():
        complain(text(chosen.language, "command.no_file", file=path))
        return False
    measured = plan.rounds[chosen.round]
    options = ReadOptions(grain=chosen.grain, measurement=chosen.measurement)
    file = uploads.read(store, plan, measured, path.name, path.read_bytes(), options)
    if isinstance(file, AlreadyUploaded):
        complain(already_line(file, plan.rounds, chosen.language))
        return False
    if isinstance(file, Refused):
        complain(refused_line(file, chosen.measurement, chosen.language))
        return False
    naming = uploads.propose(plan, file)
    if not naming.is_complete:
        unknown = (*naming.unknown_workflows, *naming.unknown_target_groups)
        missing = ", ".join(unknown) or text(chosen.language, "role.target_group")
        complain(text(chosen.language, "command.not_in_plan", file=path.name, missing=missing))
        return False
    outcome = uploads.confirm(store, me(), file, naming)
    print("\n".join(storing_lines(outcome, file.ingested, plan.rounds, chosen.language)))
    return isinstance(outcome, Upload)


def status(chosen: Namespace) -> int:
    found = read_status(chosen)
    if isinstance(found, int):
        return found
    print(as_json(found) if chosen.json else "\n".join(status_lines(found, chosen.language)))
    return DONE


def write_report(chosen: Namespace) -> int:
    """Write the PDF, the PNG pages, or both."""
    if chosen.pdf is None and chosen.png is None:
        return complain(text(chosen.language, "command.no_target"))
    found = read_status(chosen)
    if isinstance(found, int):
        return found
    if chosen.pdf is not None:
        chosen.pdf.parent.mkdir(parents=True, exist_ok=True)
        chosen.pdf.write_bytes(status_pdf(found, chosen.language))
    if chosen.png is not None:
        chosen.png.mkdir(parents=True, exist_ok=True)
        for page in status_pages(found, chosen.language):
            (chosen.png / page.name).write_bytes(page.png)
    return DONE


def read_status(chosen: Namespace) -> StatusReport | int:
    opened = open_project(chosen)
    if isinstance(opened, (NoStore, NoProject)):
        return complain(opened.sentence)
    with closing(opened.store):
        return report(opened.store, opened.project.project_id, chosen.on or date.today())


def estimate(chosen: Namespace) -> int:
    """Estimate a canonical file."""
    outcome = canonical.run(chosen.file, chosen.settings)
    if isinstance(outcome, canonical.Unusable):
        return complain("\n".join(outcome.faults))
    print(outcome.to_json() if chosen.json else "\n".join(contrast_lines(outcome, chosen.language)))
    return DONE
