"""The plan as a use case: the only way in for pages and command line to projects, goals, rounds and target groups."""

from analysis.planning.reading import Plan, plan, projects
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
    "plan",
    "projects",
    "remove_goal",
    "remove_project",
    "remove_round",
    "save_goal",
    "save_project",
    "save_round",
    "save_target_groups",
    "start_project",
]
