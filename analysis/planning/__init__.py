"""The plan as a use case: the only way in for pages and command line to projects, goals, rounds and target groups."""

from analysis.planning.applying import apply, start_plan
from analysis.planning.calendar import agenda
from analysis.planning.chain import chain
from analysis.planning.entries import remove_entry, save_entry
from analysis.planning.fitting import differing, fitted
from analysis.planning.go_live import first_deadline, go_live_history
from analysis.planning.history import changes, plan_as_of
from analysis.planning.lateness import lateness
from analysis.planning.milestones import proposed_milestone
from analysis.planning.participation import considered
from analysis.planning.process import process
from analysis.planning.protocol_hints import protocol_hints
from analysis.planning.reading import Plan, plan, projects, removed_projects
from analysis.planning.rounds import next_round, remove_round, save_round, save_system_count
from analysis.planning.sights import look_at_round
from analysis.planning.signing import sign, signatures_on_older_words
from analysis.planning.smart import smart_check, smart_of
from analysis.planning.staff import staff_numbers, with_staff_numbers
from analysis.planning.whole_plan import PartFault, plan_faults
from analysis.planning.writing import (
    By,
    remove_goal,
    remove_project,
    restore_project,
    save_goal,
    save_project,
    save_target_groups,
    start_project,
)

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
