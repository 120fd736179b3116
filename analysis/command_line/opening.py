"""Opening the data folder and choosing the project, with a sentence where that cannot be done."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime

from analysis import example, planning
from analysis.language.catalogue import text
from analysis.language.sentences import cannot_open_sentence
from analysis.model.plan import Project
from analysis.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenProject:
    store: Store
    project: Project


@dataclass(frozen=True, slots=True)
class NoStore:
    """The data folder is in use or cannot be read."""

    sentence: str


@dataclass(frozen=True, slots=True)
class NoProject:
    """No project has the name, or several could be meant."""

    sentence: str


def open_project(chosen: Namespace) -> OpenProject | NoStore | NoProject:
    opened = example.open_data(chosen.data, me())
    if not isinstance(opened, Store):
        return NoStore(cannot_open_sentence(opened, chosen.language))
    projects = planning.projects(opened)
    own = [one for one in projects if not one.is_example] or list(projects)
    meant = [one for one in projects if one.name == chosen.project] if chosen.project else own
    if len(meant) == 1:
        return OpenProject(opened, meant[0])
    opened.close()
    names = "; ".join(one.name for one in projects)
    return NoProject(text(chosen.language, "command.which_project", names=names or "–"))


def me() -> planning.By:
    """The computer's user, now."""
    return planning.By(getpass.getuser(), datetime.now().astimezone())


def complain(sentence: str) -> int:
    """Say it on stderr; the exit status of a command that cannot do its work."""
    print(sentence, file=sys.stderr)
    return 2
