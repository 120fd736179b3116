"""Names of rounds, requirements and states."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.amounts import change_number
from analysis.language.catalogue import text
from analysis.model.plan import Goal
from analysis.model.status import Requirement, Status


def round_name(number: int, language: Language) -> str:
    return text(language, "round.follow_up", number=number) if number else text(language, "round.baseline")


def the_round(number: int, language: Language) -> str:
    """The round inside a sentence: ``eftermåling 2``."""
    return text(language, "round.the_follow_up", number=number) if number else text(language, "round.the_baseline")


def status_key(status: Status, goal: Goal) -> str:
    """Without milestones no plan was broken: "behind" then reads "not reached yet"."""
    return "behind_without_milestones" if status is Status.BEHIND and not goal.milestones else str(status)


def status_word(status: Status, goal: Goal, language: Language) -> str:
    return text(language, f"status.{status_key(status, goal)}")


def requirement_text(requirement: Requirement, goal: Goal, language: Language) -> str:
    """What is asked of a round: the milestone in force, or the target."""
    if requirement.milestone >= requirement.target:
        return text(language, "requirement.target", change=change_number(goal, requirement.target, language))
    if requirement.milestone <= 0:
        return text(language, "requirement.none_yet")
    return text(language, "requirement.milestone", change=change_number(goal, requirement.milestone, language))
