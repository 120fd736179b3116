"""A file to fill in: the columns that Gevinst reads, with the project's own target groups and workflows."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.report.csv_file import csv_bytes
from analysis.report.tables import Column, Table

ROLES = ("date", "employee", "target_group", "workflow", "minutes", "count")


def template_csv(target_groups: Sequence[str], workflows: Sequence[str], language: Language) -> bytes:
    """One row per target group and workflow, to be copied down and filled in; rows left blank do not count."""
    columns = tuple(Column(text(language, f"role.{role}").capitalize()) for role in ROLES)
    rows = tuple(("", "", group, workflow, "", "") for group in target_groups for workflow in workflows)
    return csv_bytes(Table(columns, rows), language)
