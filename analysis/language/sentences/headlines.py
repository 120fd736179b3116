"""What is known of a goal and of all goals, in one or two sentences. The goal's name stands above them."""

from __future__ import annotations

from collections import Counter

from analysis.language import Language
from analysis.language.amounts import amount_words, level_words
from analysis.language.catalogue import text
from analysis.language.formats import period
from analysis.language.sentences.changes import what_happened
from analysis.language.sentences.explanations import not_computable_sentence
from analysis.language.sentences.names import status_key
from analysis.model.choices import Measure
from analysis.model.levels import Change
from analysis.model.outcome import Interval, NotComputable
from analysis.model.status import GoalReport, Requirement, RoundResult, Status, StatusReport


def headline(report: GoalReport, language: Language) -> tuple[str, ...]:
    """What happened, and what it means for the target: one or two sentences."""
    latest = report.latest
    if latest is None or latest.change is None:
        return before_any_follow_up(report, language)
    if isinstance(latest.change, NotComputable):
        return (not_computable_sentence(latest.change, language, report.goal),)
    return what_happened(report, latest.change, language), verdict(report, latest, language)


def before_any_follow_up(report: GoalReport, language: Language) -> tuple[str, ...]:
    if report.baseline is None:
        return text(language, "headline.nothing"), next_step(report, language)
    level = report.baseline.level
    if isinstance(level, NotComputable):
        return not_computable_sentence(level, language, report.goal), next_step(report, language)
    known = text(language, "headline.baseline_only", level=level_words(report.goal, level.value, language))
    return known, next_step(report, language)


def next_step(report: GoalReport, language: Language) -> str:
    if not report.planned:
        return text(language, "headline.no_round_planned")
    coming = report.planned[0]
    return text(language, "headline.next_round", period=period(language, coming.starts_on, coming.ends_on))


def verdict(report: GoalReport, latest: RoundResult, language: Language) -> str:
    """What the change means for the milestone and the target."""
    if latest.requirement is None:
        raise ValueError("a follow-up must have a requirement")
    goal = report.goal
    return text(
        language,
        f"headline.{verdict_key(report.status, report, latest)}",
        target=amount_words(goal.target_unit, latest.requirement.target, language),
        milestone=amount_words(goal.target_unit, latest.requirement.milestone, language),
        is_real=text(language, f"wanted.{goal.direction}.is_real"),
        whether_real=text(language, f"wanted.{goal.direction}.whether_real"),
    )


def verdict_key(status: Status, report: GoalReport, latest: RoundResult) -> str:
    """The sentence that fits the status, the interval and what was asked."""
    change, requirement = latest.change, latest.requirement
    if not isinstance(change, Change) or requirement is None:
        raise ValueError("a verdict needs a measured change and its requirement")
    if status is Status.ON_TRACK:
        return on_track_key(change, requirement)
    if status is Status.UNDECIDED:
        return undecided_key(change, requirement)
    if status is Status.TOO_FEW:
        return "too_few_shown"
    if status is Status.REGRESSED and report.goal.measure is not Measure.TIME:
        return "regressed_of_cases"
    return status_key(status, report.goal)


def on_track_key(change: Change, requirement: Requirement) -> str:
    first = "on_track" if requirement.milestone > 0 else "on_track_before_first"
    return first + ("_open" if may_be_reached(change, requirement) else "")


def undecided_key(change: Change, requirement: Requirement) -> str:
    if isinstance(change.interval_95, NotComputable):
        return "undecided_no_interval"
    if requirement.milestone >= requirement.target:
        return "undecided_target"
    if requirement.milestone <= 0:
        return "undecided_before_first" + ("_open" if may_be_reached(change, requirement) else "")
    return "undecided_both" if may_be_reached(change, requirement) else "undecided_milestone"


def may_be_reached(change: Change, requirement: Requirement) -> bool:
    return isinstance(change.interval_95, Interval) and change.interval_95.high >= requirement.target


def portfolio_headline(report: StatusReport, language: Language) -> str:
    """How many goals stand where, in one sentence."""
    if not report.goals:
        return text(language, "portfolio.none")
    keys = [status_key(goal.status, goal.goal) for goal in report.goals]
    if len(keys) == 1:
        return text(language, "portfolio.single", state=text(language, f"portfolio.one.{keys[0]}"))
    order = [status_key(status, goal.goal) for status in Status for goal in report.goals]
    tally = sorted(Counter(keys).items(), key=lambda state: order.index(state[0]))
    states = [f"{number} {state_words(key, number, language)}" for key, number in tally]
    listed = text(language, "portfolio.and").join(filter(None, [", ".join(states[:-1]), states[-1]]))
    return text(language, "portfolio.many", total=len(keys), states=listed)


def state_words(key: str, number: int, language: Language) -> str:
    form = "one" if number == 1 else "other"
    return text(language, f"portfolio.{form}.{key}")
