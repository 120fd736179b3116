"""The reservations that belong to a goal's numbers, as sentences made from those numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.language import Language
from analysis.language.amounts import amount_words, change_number
from analysis.language.catalogue import counted, text
from analysis.language.formats import percent
from analysis.language.sentences.names import round_name, the_round
from analysis.language.sentences.smart import own_success_sentence
from analysis.model.caveats import Caveat, CaveatKind
from analysis.model.choices import Direction
from analysis.model.levels import Change
from analysis.model.outcome import Interval
from analysis.model.plan import Goal
from analysis.model.status import GoalReport


def caveat_sentences(report: GoalReport, language: Language) -> tuple[str, ...]:
    """All reservations: those of the measurements, the weightiest first, then those of people; each said once."""
    return tuple(dict.fromkeys((*measured_caveats(report, language), *peoples_words(report, language))))


def measured_caveats(report: GoalReport, language: Language) -> tuple[str, ...]:
    """Those that follow from the numbers of the baseline and the latest follow-up."""
    rounds = [result for result in (report.baseline, report.latest) if result is not None]
    found = [caveat for result in rounds for caveat in result.caveats]
    weightiest_first = sorted(found, key=lambda caveat: list(CaveatKind).index(caveat.kind))
    few = [caveat for caveat in found if caveat.kind is CaveatKind.FEW_EMPLOYEES]
    said = (
        few_employees(few, language) if caveat in few else caveat_sentence(caveat, report, language)
        for caveat in weightiest_first
    )
    return tuple(dict.fromkeys(said))


def peoples_words(report: GoalReport, language: Language) -> Iterator[str]:
    """The reservations of people: about a round's result, and about who judges in their own cause."""
    for one in report.verdicts:
        yield text(language, f"caveat.verdict.{one.who}_{one.verdict}", round=the_round(one.round_number, language))
    yield from (own_success_sentence(one, language) for one in report.self_judgements)


def few_employees(caveats: Sequence[Caveat], language: Language) -> str:
    """Every round in which few measured, in one sentence."""
    rounds = [
        text(
            language,
            "report.sample",
            measured=counted(language, "count.employees", caveat.number or 0),
            round=the_round(caveat.round_number, language),
        )
        for caveat in caveats
    ]
    return text(language, "caveat.few_employees", measured=text(language, "portfolio.and").join(rounds))


def caveat_sentence(caveat: Caveat, report: GoalReport, language: Language) -> str:
    if caveat.kind is CaveatKind.DOMINANT_EMPLOYEE:
        return dominant_employee(caveat, report, language)
    number, share = caveat.number or 0, caveat.share or 0.0
    name = doubt_words(caveat, language) if caveat.kind is CaveatKind.DOUBT else caveat.name
    return text(
        language,
        f"caveat.{caveat.kind}",
        employees=counted(language, "count.employees", number),
        rows=counted(language, "count.rows", number),
        round=the_round(caveat.round_number, language),
        round_capital=round_name(caveat.round_number, language),
        name=name,
        share=percent(language, share),
        change=change_number(report.goal, share, language),
    )


def doubt_words(caveat: Caveat, language: Language) -> str:
    """What was assumed, and of how many rows; of whole files where no number is given."""
    rows = f"{counted(language, 'count.rows', caveat.number)}: " if caveat.number else ""
    return rows + text(language, f"doubt.{caveat.name}")


def dominant_employee(caveat: Caveat, report: GoalReport, language: Language) -> str:
    """One employee's share of a round's uncertainty, what it does to the result, and what to do."""
    if caveat.share is None:
        raise ValueError("the share of a dominant employee must be given")
    share, where = percent(language, caveat.share), the_round(caveat.round_number, language)
    parts = [text(language, "caveat.dominant_employee", share=share, round=where)]
    change = report.latest.change if report.latest else None
    if isinstance(change, Change) and isinstance(change.interval_95, Interval) and change.improvement > 0:
        parts.append(range_of_truth(report.goal, change, change.interval_95, language))
    parts.append(text(language, "caveat.dominant_employee_ask"))
    return " ".join(parts)


def range_of_truth(goal: Goal, change: Change, interval: Interval, language: Language) -> str:
    wanted, other = ("_more", "_fall") if goal.direction is Direction.MORE else ("", "_rise")
    unit = goal.target_unit
    return text(
        language,
        f"caveat.dominant_employee_range{wanted}{other if interval.low < 0 else ''}",
        reduction=amount_words(unit, change.improvement, language),
        low=amount_words(unit, interval.low, language),
        high=amount_words(unit, interval.high, language),
    )
