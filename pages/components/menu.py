"""The pages and their addresses: what the menu shows and what the web server answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its title is the text ``menu.<name>``, its address ``/<address>``."""

    section: str
    name: str
    file: str
    address: str


ENTRIES = (
    Entry("meeting", "overview", "pages/meeting/overview.py", ""),
    Entry("meeting", "goal", "pages/meeting/goal.py", "goal"),
    Entry("meeting", "indicators", "pages/meeting/indicators.py", "indicators"),
    Entry("meeting", "realisation", "pages/meeting/realisation.py", "realisation"),
    Entry("plan", "project", "pages/plan/project.py", "project"),
    Entry("plan", "roles", "pages/plan/roles.py", "roles"),
    Entry("plan", "benefits", "pages/plan/benefits.py", "benefits"),
    Entry("plan", "changes", "pages/plan/changes.py", "changes"),
    Entry("plan", "map", "pages/plan/map.py", "map"),
    Entry("plan", "goals", "pages/plan/goals.py", "goals"),
    Entry("plan", "measuring", "pages/plan/measuring.py", "measuring"),
    Entry("plan", "priorities", "pages/plan/priorities.py", "priorities"),
    Entry("data", "staff", "pages/data/staff.py", "staff"),
    Entry("data", "rounds", "pages/data/rounds.py", "rounds"),
    Entry("data", "checklist", "pages/data/checklist.py", "checklist"),
    Entry("data", "upload", "pages/data/upload.py", "upload"),
    Entry("data", "uploads", "pages/data/uploads.py", "uploads"),
    Entry("share", "report", "pages/share/report.py", "report"),
    Entry("share", "calendar", "pages/share/calendar.py", "calendar"),
    Entry("share", "workbook", "pages/share/workbook.py", "workbook"),
    Entry("share", "history", "pages/share/history.py", "history"),
    Entry("help", "guide", "pages/help/guide.py", "help"),
    Entry("help", "trust", "pages/help/trust.py", "trust"),
)
