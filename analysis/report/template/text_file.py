"""The file to fill in as CSV."""

from __future__ import annotations

from analysis.language import Language
from analysis.model.kinds import Measurement, Role
from analysis.report.csv_file import csv_bytes
from analysis.report.table import Column, Table
from analysis.report.template.content import DATE_PATTERNS, TemplateWords, heading, prepared_rows, template_roles


def template_csv(plan_words: TemplateWords, measurement: Measurement, language: Language) -> bytes:
    """The prepared rows in the language's own dialect; the measured cells are empty."""
    roles = template_roles(plan_words, measurement)
    day = plan_words.first_day.strftime(DATE_PATTERNS[language])
    rows = tuple(
        tuple(day if role is Role.DATE else row.name(role) for role in roles)
        for row in prepared_rows(plan_words, measurement)
    )
    return csv_bytes(Table(tuple(Column(heading(role, language)) for role in roles), rows), language)
