"""Small plans as values, put together without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from analysis.model.choices import Act, Denominator
from analysis.model.entries import Entry, Signature
from analysis.model.plan import Goal, Milestone, Population, Project, Round, TargetGroup
from analysis.planning import By, Plan

PROJECT = Project(1, "Solby Kommune", "KSD", date(2026, 3, 2))
TEAM = TargetGroup(2, "Team")
GOAL = Goal(10, "Journalisering", "", "dokument", ("Scan",), Denominator.LEADING_COUNT, "Scan", 0.85, 6)
BASELINE = Round(20, 0, date(2026, 1, 12), date(2026, 1, 25))
FOLLOW_UP = Round(21, 1, date(2026, 9, 7), date(2026, 9, 20))

BY = By("anne", datetime(2026, 1, 5, 9, tzinfo=UTC))
NEW_PROJECT = Project(0, "Solby Kommune", "KSD", date(2026, 3, 2))
NEW_GOAL = Goal(
    0,
    "Journalisering",
    "Mindre tid",
    "dokument",
    ("Scan", "Fordel"),
    Denominator.LEADING_COUNT,
    "Scan",
    0.85,
    6,
    (Milestone(2, 0.4), Milestone(4, 0.6)),
)
NEW_BASELINE = Round(0, 0, date(2026, 1, 12), date(2026, 1, 25), (Population("Team", 12),))
NEW_FOLLOW_UP = Round(0, 1, date(2026, 4, 20), date(2026, 5, 3))


def plan_of(*entries: Entry, goals: tuple[Goal, ...] = (), rounds: tuple[Round, ...] = ()) -> Plan:
    return Plan(PROJECT, (TEAM,), (), goals, rounds, (), entries)


def goals_named(*names: str) -> tuple[Goal, ...]:
    return tuple(replace(GOAL, goal_id=10 + number, name=name) for number, name in enumerate(names))


def signed(subject: int, *acts: Act, person: int = 100) -> tuple[Signature, ...]:
    return tuple(Signature(900 + number, subject, act, person, date(2026, 2, 1)) for number, act in enumerate(acts))
