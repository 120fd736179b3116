"""What Excel lets someone type in a column of the workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.kinds import Role

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2035, 12, 31)
"""Reading knows no other days."""
WHOLE = frozenset({Role.COUNT, Role.TOTAL})


def entry_rule(role: Role, source: str | None, language: Language) -> dict[str, Any] | None:
    """The rule as XlsxWriter takes it; none for a column of names without a list."""
    if role is Role.DATE:
        rule: dict[str, Any] = {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        return {**rule, **_error("date", language)}
    if source:
        # a list may be behind the times: a new name is asked about, not forbidden
        return {"validate": "list", "source": source, "error_type": "warning", **_error("name", language)}
    if role in WHOLE:
        return {"validate": "integer", "criteria": ">=", "value": 0, **_error("whole", language)}
    if role in (Role.DURATION, Role.VALUE):
        return {"validate": "decimal", "criteria": ">=", "value": 0, **_error("number", language)}
    return None


def _error(kind: str, language: Language) -> dict[str, str]:
    title = text(language, "template.error.title")
    return {"error_title": title, "error_message": text(language, f"template.error.{kind}")}
