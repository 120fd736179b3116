"""The plan as a use case: the only way in for pages and command line to projects, goals, rounds and target groups."""

from analysis.planning.entries import remove_entry, save_entry
from analysis.planning.history import changes, plan_as_of
from analysis.planning.reading import Plan, plan, projects
from analysis.planning.signing import sign, signatures_on_older_words
from analysis.planning.writing import (
    By,
    remove_goal,
    remove_project,
    remove_round,
    save_goal,
    save_project,
    save_round,
    save_target_groups,
    start_project,
)

__all__ = [
    "By",
    "Plan",
    "changes",
    "plan",
    "plan_as_of",
    "projects",
    "remove_entry",
    "remove_goal",
    "remove_project",
    "remove_round",
    "save_entry",
    "save_goal",
    "save_project",
    "save_round",
    "save_target_groups",
    "sign",
    "signatures_on_older_words",
    "start_project",
]
