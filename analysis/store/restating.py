"""Before version 3 the change log kept what Python prints of a value; now it keeps JSON."""

from __future__ import annotations

import ast
from typing import Any

from analysis.store.connection import Cursor
from analysis.store.content import encoded

_WORDS = {"name", "indicator", "item", "organisation", "system", "leading_workflow"}


def restate_changes(cursor: Cursor) -> None:
    """Write the values of every line of the change log anew, as JSON."""
    rows = cursor.execute("SELECT change_id, field, from_value, to_value FROM change_log").fetchall()
    for change_id, field, before, after in rows:
        cursor.execute(
            "UPDATE change_log SET from_value = ?, to_value = ? WHERE change_id = ?",
            [restated(field, before), restated(field, after), change_id],
        )


def restated(field: str, printed: str | None) -> str | None:
    """What was printed as JSON; what is no number, truth, row or dataclass is a text.

    >>> restated("milestones", "(Milestone(months_after_go_live=2, improvement=0.4),)")
    '[{"improvement": 0.4, "months_after_go_live": 2}]'
    >>> restated("name", "1984"), restated("starts_on", "2026-03-02"), restated("measure", "time")
    ('"1984"', '"2026-03-02"', '"time"')
    """
    if printed is None or field in _WORDS:
        return encoded(printed)
    try:
        return encoded(_value(ast.parse(printed, mode="eval").body))
    except (SyntaxError, ValueError):
        return encoded(printed)


def _value(node: ast.expr) -> Any:
    if isinstance(node, ast.Tuple):
        return [_value(each) for each in node.elts]
    if isinstance(node, ast.Call):
        return {str(each.arg): _value(each.value) for each in node.keywords}
    return ast.literal_eval(node)
