"""What has happened to a goal's measure since the baseline."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.amounts import amount_words, change_of, level_number, subject
from analysis.language.catalogue import text
from analysis.language.formats import hundredths
from analysis.model.choices import Measure, TargetUnit
from analysis.model.levels import Change, Level, OtherUnit
from analysis.model.plan import Goal
from analysis.model.status import GoalReport

POINTS_FIRST = (TargetUnit.POINTS, TargetUnit.RELATIVE)


def what_happened(report: GoalReport, change: Change, language: Language) -> str:
    """The change since the baseline; a count and a share with their levels, a share in points before per cent."""
    goal, said = report.goal, subject(report.goal, language)
    if hundredths(language, change.improvement) == "0":
        return text(language, "headline.unchanged", subject=said)
    key = "fallen" if change_of(goal, change.improvement) < 0 else "risen"
    before = report.baseline.level if report.baseline else None
    if goal.measure is Measure.TIME or not isinstance(before, Level):
        amount = amount_words(goal.target_unit, change.improvement, language)
        return text(language, f"headline.{key}", subject=said, amount=amount)
    after = goal.improved(before.value, change.improvement)
    return text(
        language,
        f"headline.{key}_from",
        subject=said,
        before=level_number(goal, before.value, language),
        after=level_number(goal, after, language),
        amount=amounts_in_both_units(goal, change, language),
    )


def amounts_in_both_units(goal: Goal, change: Change, language: Language) -> str:
    """``12 procentpoint færre (67 % færre)``: points first, whichever of the two the target is told in."""
    amounts = {goal.target_unit: change.improvement}
    if isinstance(change.in_the_other_unit, OtherUnit):
        amounts[other_unit(goal.target_unit)] = change.in_the_other_unit.improvement
    said = [amount_said(goal, unit, amounts[unit], language) for unit in POINTS_FIRST if unit in amounts]
    return said[0] + "".join(f" ({second})" for second in said[1:])


def other_unit(unit: TargetUnit) -> TargetUnit:
    return TargetUnit.POINTS if unit is TargetUnit.RELATIVE else TargetUnit.RELATIVE


def amount_said(goal: Goal, unit: TargetUnit, improvement: float, language: Language) -> str:
    """Things are more or fewer; a share is higher or lower by so many points."""
    up, down = ("more", "fewer") if unit is TargetUnit.RELATIVE else ("higher", "lower")
    key = up if change_of(goal, improvement) > 0 else down
    return text(language, f"headline.{key}", amount=amount_words(unit, improvement, language))
