"""What a visit works on: the one store of the process, the language, the project, today's date. The only caches."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

import streamlit as st

from analysis import example, planning
from analysis.example import Store
from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import HERE
from analysis.language.sentences import cannot_open_sentence
from analysis.model.plan import Project
from analysis.model.status import GoalReport, StatusReport
from analysis.report.status_document import PageImage, status_pages, status_pdf
from analysis.status import report as status_report


@dataclass(frozen=True, slots=True)
class Printed:
    pdf: bytes
    pages: tuple[PageImage, ...]


def data_folder() -> Path:
    return Path(os.environ.get("GEVINST_DATA", "data"))


def default_language() -> Language:
    return Language(os.environ.get("GEVINST_LANGUAGE", Language.DANISH))


def store() -> Store:
    return open_store(data_folder().resolve())


@cache
def open_store(folder: Path) -> Store:
    """The store of a data folder, with the worked example where the folder is new.

    A folder that another process holds, or that cannot be read, ends the program with a sentence and status 2.
    """
    opened = example.open_data(folder, planning.By("gevinst", datetime.now().astimezone()))
    if not isinstance(opened, Store):
        print(cannot_open_sentence(opened, default_language()), file=sys.stderr)
        sys.exit(2)
    return opened


def today() -> date:
    return datetime.now(HERE).date()


def language() -> Language:
    return Language(st.session_state.get("lang") or default_language())


def project_id() -> int:
    """The project chosen in the frame."""
    chosen: int = st.session_state["project_id"]
    return chosen


def project() -> Project | None:
    chosen = st.session_state["project_id"]
    return next((one for one in planning.projects(store()) if one.project_id == chosen), None)


@lru_cache(maxsize=16)
def printed(status: StatusReport, in_language: Language) -> Printed:
    """The report as PDF and pictures, made once for the same numbers."""
    return Printed(status_pdf(status, in_language), status_pages(status, in_language))


def report(on: date | None = None) -> StatusReport:
    """The status of the chosen project, as of today where no day is given."""
    return status_report(store(), project_id(), on or today())


def chosen_goal(goals: tuple[GoalReport, ...]) -> GoalReport:
    """The goal to look at; a link can name it."""
    by_name = {goal.goal.name: goal for goal in goals}
    return by_name[st.selectbox(say("goal.choose"), list(by_name), key="goal", bind="query-params")]


def say(key: str, **values: object) -> str:
    """The text of ``key`` in the reader's language."""
    return text(language(), key, **values)


def say_count(key: str, number: int, **values: object) -> str:
    return counted(language(), key, number, **values)
