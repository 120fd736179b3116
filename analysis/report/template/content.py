"""What a file to fill in holds before anything is measured: its columns and its prepared rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.kinds import Measurement, Role

ORDER = (
    Role.DATE,
    Role.EMPLOYEE,
    Role.TARGET_GROUP,
    Role.WORKFLOW,
    Role.DURATION,
    Role.COUNT,
    Role.TOTAL,
    Role.VALUE,
)
OF_STAFF = frozenset({Role.EMPLOYEE, Role.TARGET_GROUP})
MEASURED = frozenset({Role.DURATION, Role.COUNT, Role.TOTAL, Role.VALUE})
DATE_PATTERNS = {Language.DANISH: "%d-%m-%Y", Language.ENGLISH: "%Y-%m-%d"}
"""English dates have the year first: no other order of theirs is certain."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """An employee as the analyst names them, with their target group, which may be empty."""

    employee: str
    target_group: str = ""


@dataclass(frozen=True, slots=True)
class TemplateWords:
    """The project's own names, and the day on which the round begins."""

    workflows: tuple[str, ...]
    target_groups: tuple[str, ...]
    staff: tuple[StaffMember, ...]
    first_day: date


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row to fill in."""

    member: StaffMember
    workflow: str

    def name(self, role: Role) -> str:
        """What stands in a column of names, nothing in any other."""
        return {
            Role.EMPLOYEE: self.member.employee,
            Role.TARGET_GROUP: self.member.target_group,
            Role.WORKFLOW: self.workflow,
        }.get(role, "")


def template_roles(words: TemplateWords, measurement: Measurement) -> tuple[Role, ...]:
    """The columns in their order; employees are asked for where they are needed or known."""
    every = {*measurement.needed, *measurement.optional}
    unknown = frozenset() if words.staff or Role.EMPLOYEE in measurement.needed else OF_STAFF
    return tuple(role for role in ORDER if role in every - unknown)


def prepared_rows(words: TemplateWords, measurement: Measurement) -> tuple[Prepared, ...]:
    """One row per employee and workflow, or per workflow where no employees are measured or known."""
    has_staff = Role.EMPLOYEE in template_roles(words, measurement)
    staff = words.staff if has_staff and words.staff else (StaffMember(""),)
    return tuple(Prepared(member, workflow) for member in staff for workflow in words.workflows)


def heading(role: Role, language: Language) -> str:
    """A word that reading knows for the role."""
    return text(language, f"template.heading.{role}")
