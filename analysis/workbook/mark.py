"""Where a workbook comes from: written on its hidden sheet, so that its numbers are known to be ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from analysis.planning import Plan


@dataclass(frozen=True, slots=True)
class Mark:
    """The project and the moment of an export."""

    project: str
    at: datetime

    @property
    def name(self) -> str:
        """What the project was called."""
        return self.project.partition(" ")[2]

    @property
    def lines(self) -> tuple[str, str]:
        return self.project, self.at.astimezone(UTC).isoformat()


def mark_of(plan: Plan, at: datetime) -> Mark:
    project = plan.project
    return Mark(f"{project.project_id} {project.name}", at)


def read_mark(lines: tuple[str, ...]) -> Mark | None:
    """``None`` where a workbook has lost its hidden sheet, or never had one."""
    if len(lines) < 2:
        return None
    try:
        return Mark(lines[0], datetime.fromisoformat(lines[1]))
    except ValueError:
        return None
