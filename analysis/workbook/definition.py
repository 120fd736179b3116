"""What stands where in the workbook: its sheets, the tables on them and their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from analysis.model.choices import PlanKind
from analysis.workbook.columns import (
    CONDUCT,
    GOAL,
    GROUP,
    MILESTONE,
    POPULATION,
    PROJECT,
    PROTOCOL,
    ROUND,
    SIGNATURE,
    SMART,
    SYSTEM_COUNT,
    TICK,
    VOLUME,
    Column,
    entry_columns,
)


class Sheet(StrEnum):
    """The sheets in their order, after the guide: those that the inspiration paper names, and those the rest needs."""

    PREREQUISITES = "prerequisites"
    BENEFITS = "benefits"
    GOALS = "goals"
    STEPS = "steps"
    GROUPS = "groups"
    ROUNDS = "rounds"
    BASELINE = "baseline"
    FOLLOW_UP = "follow_up"
    ACTION_PLAN = "action_plan"
    CONVERSION = "conversion"
    MEETINGS = "meetings"
    SIGNATURES = "signatures"


class Part(StrEnum):
    """The tables; where a table holds one kind of thing it is called as the kind."""

    PROJECT = "project"
    TARGET_GROUP = "target_group"
    PERSON = "person"
    PREREQUISITE = "prerequisite"
    SUCCESS_CRITERION = "success_criterion"
    BENEFIT = "benefit"
    CHANGE = "change"
    GOAL = "goal"
    MILESTONE = "milestone"
    VOLUME = "volume"
    PARTICIPATION = "participation"
    ROUND = "round"
    POPULATION = "population"
    SYSTEM_COUNT = "system_count"
    BASELINE_TICK = "baseline_tick"
    FOLLOW_UP_TICK = "follow_up_tick"
    ACTIVITY = "activity"
    CONVERSION = "conversion"
    MEETING = "meeting"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Table:
    """``key`` are the columns that tell one row from another where there is no number.

    The rows of a grid are prepared: as long as nothing stands beside the key, they say nothing.
    """

    part: Part
    sheet: Sheet
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("name",)
    is_numbered: bool = True
    is_grid: bool = False
    spare_rows: int = 5

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def entry_table(part: Part, sheet: Sheet, key: tuple[str, ...] = ("name",), spare_rows: int = 5) -> Table:
    return Table(part, sheet, entry_columns(PlanKind(part)), key, spare_rows=spare_rows)


TABLES = (
    Table(Part.PROJECT, Sheet.PREREQUISITES, PROJECT, ("organisation", "system"), spare_rows=0),
    Table(Part.TARGET_GROUP, Sheet.PREREQUISITES, GROUP),
    entry_table(Part.PERSON, Sheet.PREREQUISITES),
    entry_table(Part.PREREQUISITE, Sheet.PREREQUISITES),
    entry_table(Part.SUCCESS_CRITERION, Sheet.PREREQUISITES),
    entry_table(Part.BENEFIT, Sheet.BENEFITS),
    entry_table(Part.CHANGE, Sheet.BENEFITS),
    Table(Part.GOAL, Sheet.GOALS, (*GOAL, *SMART, *PROTOCOL), spare_rows=10),
    Table(Part.MILESTONE, Sheet.STEPS, MILESTONE, ("goal", "months_after_go_live"), is_numbered=False),
    Table(Part.VOLUME, Sheet.STEPS, VOLUME, ("goal", "target_group"), is_numbered=False, is_grid=True),
    Table(
        Part.PARTICIPATION,
        Sheet.GROUPS,
        entry_columns(PlanKind.PARTICIPATION),
        ("goal", "target_group"),
        is_grid=True,
        spare_rows=20,
    ),
    Table(Part.ROUND, Sheet.ROUNDS, (*ROUND, *CONDUCT), ("number",)),
    Table(Part.POPULATION, Sheet.ROUNDS, POPULATION, ("round", "target_group"), is_numbered=False, is_grid=True),
    Table(Part.SYSTEM_COUNT, Sheet.ROUNDS, SYSTEM_COUNT, ("goal", "round"), is_numbered=False, is_grid=True),
    Table(Part.BASELINE_TICK, Sheet.BASELINE, TICK, ("subject", "item"), is_grid=True, spare_rows=0),
    Table(Part.FOLLOW_UP_TICK, Sheet.FOLLOW_UP, TICK, ("subject", "item"), is_grid=True, spare_rows=0),
    entry_table(Part.ACTIVITY, Sheet.ACTION_PLAN, spare_rows=30),
    entry_table(Part.CONVERSION, Sheet.CONVERSION, ("goal", "where", "on"), spare_rows=20),
    entry_table(Part.MEETING, Sheet.MEETINGS, spare_rows=20),
    Table(Part.SIGNATURE, Sheet.SIGNATURES, SIGNATURE, ("subject", "act", "person", "on"), spare_rows=20),
)
TABLE: Mapping[Part, Table] = {table.part: table for table in TABLES}


def part_of(kind: PlanKind) -> Part | None:
    """The table of a kind; some kinds share a row with another."""
    return next((part for part in Part if part.value == kind.value), None)
