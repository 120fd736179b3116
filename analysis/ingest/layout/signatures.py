"""Exports of known tools, told by the set of their column names."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.ingest.layout.spelling import normal
from analysis.ingest.options import DateOrder
from analysis.model.kinds import Role
from analysis.model.upload import ColumnMatch


@dataclass(frozen=True, slots=True)
class Signature:
    """A tool: the headers that tell it, what they mean, and the order of its dates where they leave it open."""

    tool: str
    needed: frozenset[str]
    roles: tuple[tuple[str, Role], ...]
    date_order: DateOrder | None = None


TOOLS = (
    Signature(
        "toggl",
        frozenset({"user", "email", "project", "task", "start date", "start time", "duration"}),
        (
            ("start date", Role.DATE),
            ("user", Role.EMPLOYEE),
            ("project", Role.TARGET_GROUP),
            ("task", Role.WORKFLOW),
            ("duration", Role.DURATION),
            ("start time", Role.START),
            ("end date", Role.END_DATE),
            ("end time", Role.END),
        ),
    ),
    Signature(
        "clockify",
        frozenset({"project", "task", "user", "start date", "duration (h)"}),
        (
            ("start date", Role.DATE),
            ("user", Role.EMPLOYEE),
            ("project", Role.TARGET_GROUP),
            ("task", Role.WORKFLOW),
            ("duration (h)", Role.DURATION),
            ("start time", Role.START),
            ("end date", Role.END_DATE),
            ("end time", Role.END),
        ),
        DateOrder.MDY,
    ),
    Signature(
        "harvest",
        frozenset({"date", "client", "project", "task", "hours", "first name", "last name"}),
        (
            ("date", Role.DATE),
            ("first name", Role.EMPLOYEE),
            ("last name", Role.EMPLOYEE),
            ("project", Role.TARGET_GROUP),
            ("task", Role.WORKFLOW),
            ("hours", Role.DURATION),
        ),
    ),
)


def signature(columns: Sequence[ColumnMatch]) -> str:
    """What tells files of one layout: a fingerprint of their column names in order, which shows none of them."""
    return hashlib.sha256("\n".join(normal(column.header) for column in columns).encode()).hexdigest()


def signature_of(headers: tuple[str, ...]) -> Signature | None:
    """The tool whose export has these columns."""
    names = {normal(header) for header in headers}
    return next((tool for tool in TOOLS if tool.needed <= names), None)
