"""The commands and their options. Exit status: 0 done, 1 a file is refused or needs an answer, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from analysis.command_line import commands
from analysis.language import Language
from analysis.model.kinds import MEASURED, Measurement
from analysis.model.upload import Grain

DATA_HELP = "folder of the data (default: $GEVINST_DATA, else ./data); made, with the example project, if it is new"
PROJECT_HELP = 'name of the project, "organisation · system" (default: the only one of your own, else the example)'


def run(arguments: Sequence[str]) -> int:
    chosen = parser().parse_args(arguments)
    status: int = chosen.command(chosen)
    return status


def parser() -> argparse.ArgumentParser:
    program = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Gevinst: whether a change delivered the benefit it promised.",
        epilog="Exit status: 0 done; 1 a file is refused or needs an answer; 2 wrong usage, or the data are in use.",
    )
    which = program.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_check(which)
    add_load(which)
    add_status(which)
    add_report(which)
    add_estimate(which)
    return program


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_check(which: Commands) -> None:
    check = add(which, "check", commands.check, "read files and tell what would count; nothing is stored")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or workbook")
    check.add_argument("--json", action="store_true", help="one JSON object a line, in the order of the files")
    add_reading(check)


def add_load(which: Commands) -> None:
    load = add(which, "load", commands.load, "store the files of one round, each whole or not at all")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or workbook")
    load.add_argument("--round", type=int, required=True, metavar="N", help="0 is the baseline, 1 the first follow-up")
    add_reading(load)
    add_project(load)


def add_status(which: Commands) -> None:
    status = add(which, "status", commands.status, "print where every goal stands")
    status.add_argument("--json", action="store_true", help="the whole report object as JSON")
    add_day(status)
    add_project(status)


def add_report(which: Commands) -> None:
    report = add(which, "report", commands.write_report, "write the status as PDF and PNG")
    report.add_argument("--pdf", type=Path, metavar="FILE", help="write the PDF here")
    report.add_argument("--png", type=Path, metavar="DIR", help="write one PNG a page into this folder")
    add_day(report)
    add_project(report)


def add_estimate(which: Commands) -> None:
    estimate = add(which, "estimate", commands.estimate, "estimate a file with the canonical columns")
    estimate.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="CSV with the columns wave, employee, group, group_population, date, minutes, items",
    )
    estimate.add_argument("--settings", type=Path, metavar="FILE", help="JSON with waves, mode, fpc, target and more")
    estimate.add_argument("--json", action="store_true", help="every number as JSON")


def add(which: Commands, name: str, command: object, purpose: str) -> argparse.ArgumentParser:
    one: argparse.ArgumentParser = which.add_parser(name, help=purpose, description=purpose)
    default = os.environ.get("GEVINST_LANGUAGE", Language.DANISH)
    one.add_argument(
        "--language", type=Language, choices=list(Language), default=Language(default), help="of the output"
    )
    one.set_defaults(command=command)
    return one


def add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--measurement",
        type=Measurement,
        choices=MEASURED,
        default=Measurement.TIME,
        help="how the numbers were come by, which decides the columns that are needed (default: time)",
    )
    command.add_argument(
        "--grain",
        type=Grain,
        choices=list(Grain),
        default=Grain.EVENT,
        help="what one row is: a piece of work (event), or one employee, day and workflow (day)",
    )


def add_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--on",
        type=date.fromisoformat,
        default=None,
        metavar="YYYY-MM-DD",
        help="what was known of rounds that had ended by that day (default: today)",
    )


def add_project(command: argparse.ArgumentParser) -> None:
    default = Path(os.environ.get("GEVINST_DATA", "data"))
    command.add_argument("--data", type=Path, default=default, metavar="DIR", help=DATA_HELP)
    command.add_argument("--project", metavar="NAME", help=PROJECT_HELP)
