"""The plan as a use case: the only way in for pages and command line to projects, goals, rounds and target groups."""

from analysis.planning.course.calendar import agenda
from analysis.planning.course.chain import chain
from analysis.planning.course.go_live import first_deadline, go_live_history
from analysis.planning.course.lateness import lateness
from analysis.planning.course.process import process
from analysis.planning.goals.fitting import differing, fitted
from analysis.planning.goals.milestones import proposed_milestone
from analysis.planning.goals.participation import considered
from analysis.planning.goals.protocol_hints import protocol_hints
from analysis.planning.goals.smart import smart_check, smart_of
from analysis.planning.goals.staff import staff_numbers, with_staff_numbers
from analysis.planning.reading import Plan, plan, projects, removed_projects
from analysis.planning.rounds.sights import look_at_round
from analysis.planning.storing.entries import remove_entry, save_entry
from analysis.planning.storing.history import changes, plan_as_of
from analysis.planning.storing.rounds import next_round, remove_round, save_round, save_system_count
from analysis.planning.storing.signing import sign, signatures_on_older_words
from analysis.planning.storing.writing import (
    By,
    remove_goal,
    remove_project,
    restore_project,
    save_goal,
    save_project,
    save_target_groups,
    start_project,
)
from analysis.planning.whole.applying import apply, start_plan
from analysis.planning.whole.whole_plan import PartFault, plan_faults

__all__ = [
    "By",
    "PartFault",
    "Plan",
    "agenda",
    "apply",
    "chain",
    "changes",
    "considered",
    "differing",
    "first_deadline",
    "fitted",
    "go_live_history",
    "lateness",
    "look_at_round",
    "next_round",
    "plan",
    "plan_as_of",
    "process",
    "protocol_hints",
    "plan_faults",
    "projects",
    "proposed_milestone",
    "remove_entry",
    "remove_goal",
    "remove_project",
    "remove_round",
    "removed_projects",
    "restore_project",
    "save_entry",
    "save_goal",
    "save_project",
    "save_round",
    "save_system_count",
    "save_target_groups",
    "sign",
    "signatures_on_older_words",
    "smart_check",
    "smart_of",
    "staff_numbers",
    "start_plan",
    "start_project",
    "with_staff_numbers",
]
