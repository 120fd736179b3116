"""What the interval means, what it leaves out, how the number was made, and how much more must be measured."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.amounts import amount_words, between_words
from analysis.language.catalogue import catalogue, counted, text
from analysis.language.formats import whole
from analysis.model.choices import Denominator, Direction, Measure, TargetUnit
from analysis.model.mode import Mode
from analysis.model.outcome import Interval, NotComputable
from analysis.model.plan import Goal
from analysis.model.status import Advice, Basis


def interval_sentence(
    interval: Interval | NotComputable, language: Language, against: float | None = None, goal: Goal | None = None
) -> str:
    """The interval of an improvement in words: a fall, a rise, or anything between; without a goal it is of time."""
    if isinstance(interval, NotComputable):
        return not_computable_sentence(interval, language, goal)
    unit = goal.target_unit if goal else TargetUnit.RELATIVE
    if interval.low < 0 <= interval.high:
        return text(language, "interval.either", between=either_words(interval, language, against, goal))
    between = between_words(unit, interval.low, interval.high, language, against if interval.low >= 0 else None)
    return text(language, f"interval.{change_key(interval, goal)}", between=between)


def change_key(interval: Interval, goal: Goal | None) -> str:
    """Whether the measure has fallen or risen; for time a rise has its own words."""
    is_better = interval.low >= 0
    if is_better == wants_less(goal):
        return "fall"
    return "rise_of_time" if goal is None or goal.measure is Measure.TIME else "rise"


def either_words(interval: Interval, language: Language, against: float | None, goal: Goal | None) -> str:
    """From what is worse to what is better, where the interval holds both."""
    unit = goal.target_unit if goal else TargetUnit.RELATIVE
    worse, better = amount_words(unit, interval.low, language), amount_words(unit, interval.high, language, against)
    key = "amount.rise_or_fall" if wants_less(goal) else "amount.fall_or_rise"
    return text(language, key, worse=worse, better=better)


def wants_less(goal: Goal | None) -> bool:
    return goal is None or goal.direction is Direction.LESS


def not_covered_sentence(language: Language, basis: Basis = Basis.EMPLOYEES) -> str:
    """Where sampling uncertainty ends: printed wherever an interval is."""
    key = "not_covered" if basis is Basis.EMPLOYEES else "not_covered_by_cases"
    return text(language, f"interval.{key}")


def method_sentences(
    goal: Goal,
    population_known: bool,
    language: Language,
    basis: Basis = Basis.EMPLOYEES,
    mode: Mode | None = None,
) -> tuple[str, ...]:
    """How the number and its uncertainty were made, and how several target groups became one number."""
    said = text(language, f"method.{level_key(goal)}", workflow=goal.leading_workflow, item=goal.item)
    together = (text(language, f"method.mode.{mode}"),) if mode else ()
    known = (text(language, "method.population"),) if population_known and basis is Basis.EMPLOYEES else ()
    shares = (text(language, "method.interval_of_share"),) if goal.measure is Measure.SHARE else ()
    return (said, *together, text(language, f"method.{certainty_key(goal, basis)}"), *shares, *known)


def certainty_key(goal: Goal, basis: Basis) -> str:
    if basis is Basis.EMPLOYEES:
        return "interval"
    if basis is Basis.TOTALS and goal.measure is Measure.SHARE:
        return "interval_of_share_totals"
    return f"interval_of_{basis}"


def level_key(goal: Goal) -> str:
    if goal.measure is not Measure.TIME:
        return str(goal.measure)
    return {
        Denominator.REGISTRATIONS: "registrations",
        Denominator.LEADING_COUNT: "leading_count",
        Denominator.SYSTEM_COUNT: "system_count",
    }[goal.denominator]


def not_computable_sentence(unknown: NotComputable, language: Language, goal: Goal | None = None) -> str:
    """Why there is no number; what concerns time only has other words for a count or a share."""
    of_cases = f"reason_of_cases.{unknown.reason}"
    if goal and goal.measure is not Measure.TIME and of_cases in catalogue(language):
        return text(language, of_cases)
    return text(language, f"reason.{unknown.reason}")


def advice_sentence(advice: Advice | NotComputable, language: Language, goal: Goal | None = None) -> str:
    """How many must measure next time to settle it, or why no number can."""
    if isinstance(advice, NotComputable):
        return not_computable_sentence(advice, language, goal)
    said = if_so_many_measure(advice, language, goal)
    if advice.population is None:
        return said
    return f"{said} {text(language, 'advice.of_population', population=whole(language, advice.population))}"


def if_so_many_measure(advice: Advice, language: Language, goal: Goal | None) -> str:
    """What the next measurement can do; the first after a baseline has no measured change to go on."""
    employees = counted(language, "count.employees", advice.employees)
    wanted = f"wanted.{goal.direction if goal else Direction.LESS}"
    if advice.to_show is None or goal is None:
        key = "advice.same" if advice.same_employees else "advice.new"
        return text(language, key, employees=employees, stays=text(language, f"{wanted}.stays"))
    milestone = amount_words(goal.target_unit, advice.to_show, language)
    shown = text(language, "advice.milestone" if advice.to_show > 0 else f"{wanted}.is_there", milestone=milestone)
    target = amount_words(goal.target_unit, goal.target_improvement, language)
    return text(language, "advice.first", employees=employees, shown=shown, target=target)
