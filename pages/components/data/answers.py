"""What the analyst has answered for a file: kept as long as the file is on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.model.kinds import Measurement, Role
from analysis.model.upload import ColumnMatch, Grain
from analysis.uploads import ReadFile, ReadOptions, RoleAnswer
from pages.components.session import say

FORGOTTEN = "answers-forgotten"
AFRESH = "afresh"
"""The answer that nothing of what was said of earlier files holds."""
DECLARED = ("measurement", "grain", "progress", "default_workflow")
"""What is not said of a file's columns."""


def answers(file: UploadedFile) -> dict[str, object]:
    kept: dict[str, dict[str, object]] = st.session_state.setdefault("answers", {})
    return kept.setdefault(file.file_id, {})


def options(file: UploadedFile, grain: Grain, measurement: Measurement) -> ReadOptions:
    """How to read the file, with all that was answered so far."""
    told = {name: value for name, value in answers(file).items() if name != AFRESH}
    return replace(ReadOptions(grain=grain, measurement=measurement), **told)


def key_of(file: UploadedFile, question: str) -> str:
    """The key of a question's field: another after the answers are forgotten, or the field would answer once more."""
    return f"{question}-{file.file_id}-{st.session_state.get(FORGOTTEN, 0)}"


def choose(file: UploadedFile, question: str, choices: Iterable[str], key: str) -> str | None:
    """The field of one question: nothing is chosen beforehand."""
    return st.selectbox(question, list(choices), None, placeholder=say("upload.choose"), key=key_of(file, key))


def forget_answers(file: UploadedFile) -> None:
    answers(file).clear()
    st.session_state[FORGOTTEN] = st.session_state.get(FORGOTTEN, 0) + 1


def is_afresh(file: UploadedFile) -> bool:
    return bool(answers(file).get(AFRESH))


def read_afresh(file: UploadedFile) -> None:
    forget_answers(file)
    answers(file)[AFRESH] = True


def begin_with(file: UploadedFile, read: ReadFile) -> None:
    """One answer changes what was remembered and leaves the rest of it."""
    if read.remembered and not answers(file):
        told = {field.name: getattr(read.options, field.name) for field in fields(ReadOptions)}
        unaided = ReadOptions()
        kept = {name: value for name, value in told.items() if value != getattr(unaided, name)}
        answers(file).update({name: value for name, value in kept.items() if name not in DECLARED})


def give_roles(file: UploadedFile, told: Sequence[RoleAnswer]) -> None:
    """Roles add up; what is said again of a column takes the place of what was said."""
    before: Sequence[RoleAnswer] = answers(file).get("roles", ())
    changed = {(answer.header, answer.place) for answer in told}
    kept = (answer for answer in before if (answer.header, answer.place) not in changed)
    answers(file)["roles"] = (*kept, *told)


def role_answers(columns: Sequence[ColumnMatch], column: ColumnMatch, role: Role | None) -> tuple[RoleAnswer, ...]:
    """A column gets a role, and whichever column had it gets that column's in return: two can be swapped."""
    holders = [other for other in columns if role is not None and other.role is role and other is not column]
    returned = column.role if len(holders) == 1 else None
    return (told(columns, column, role), *(told(columns, other, returned) for other in holders))


def told(columns: Sequence[ColumnMatch], column: ColumnMatch, role: Role | None) -> RoleAnswer:
    """An answer for the heading; for the place where several columns have the same."""
    twins = sum(other.header.casefold() == column.header.casefold() for other in columns)
    return RoleAnswer(column.header, role, column.place if twins > 1 else None)
