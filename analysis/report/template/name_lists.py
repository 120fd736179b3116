"""The sheet with the names to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from analysis.language.catalogue import text
from analysis.model.kinds import Role
from analysis.report.template.content import TemplateWords, heading
from analysis.report.template.looks import Looks

WIDTH = 45


@dataclass(frozen=True, slots=True)
class Choice:
    """Where the names of a column stand, as Excel writes a range."""

    role: Role
    source: str


def write_lists(sheet: Worksheet, looks: Looks, words: TemplateWords, roles: Sequence[Role]) -> tuple[Choice, ...]:
    """The lists below each other in one column: side by side their headings would be those of a table."""
    known = {
        Role.EMPLOYEE: tuple(dict.fromkeys(member.employee for member in words.staff)),
        Role.TARGET_GROUP: words.target_groups,
        Role.WORKFLOW: words.workflows,
    }
    sheet.set_column(0, 0, WIDTH, looks.column(Role.WORKFLOW))
    choices: tuple[Choice, ...] = ()
    row = 0
    for role in (role for role in roles if known.get(role)):
        sheet.write_string(row, 0, heading(role, looks.language), looks.heading)
        for offset, name in enumerate(known[role], start=1):
            sheet.write_string(row + offset, 0, name)
        first, last = row + 2, row + 1 + len(known[role])
        choices += (Choice(role, f"='{text(looks.language, 'template.sheet_lists')}'!$A${first}:$A${last}"),)
        row = last + 1
    return choices
