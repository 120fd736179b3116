"""A goal in one sentence, and the five letters of it in words: made from the fields, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.language import Language
from analysis.language.amounts import amount_words, change_number, level_text, subject
from analysis.language.catalogue import catalogue, counted, text
from analysis.language.formats import long_date
from analysis.language.sentences.explanations import not_computable_sentence
from analysis.language.sentences.measuring import names_listed
from analysis.language.sentences.plan_words import choice_word, field_label
from analysis.model.choices import PlanKind
from analysis.model.outcome import NotComputable, Reason
from analysis.model.plan import Goal, add_months
from analysis.model.smart import Lack, Lacking, Letter, SelfJudgement, SmartCheck, TargetPoint


def goal_sentence(goal: Goal, go_live: date, language: Language) -> str:
    """The goal as its fields tell it: what, where, how much and by when."""
    return text(
        language,
        f"smart.sentence.{goal.measure}_{goal.direction}",
        item=goal.item,
        workflows=names_listed(goal.workflows, language),
        amount=amount_words(goal.target_unit, goal.target_improvement, language),
        when=after_go_live(goal.months_to_deadline, language),
        day=long_date(language, add_months(go_live, goal.months_to_deadline)),
    )


def after_go_live(months: int, language: Language) -> str:
    """Months after go-live as one says them: ``et halvt år efter idriftsættelse``."""
    key = f"smart.after.{months}"
    return text(language, key) if key in catalogue(language) else counted(language, "smart.after_months", months)


def letter_sentence(check: SmartCheck, letter: Letter, language: Language) -> str:
    """What a letter says of this goal; empty where nothing has been written."""
    says = {
        Letter.SPECIFIC: says_what,
        Letter.MEASURABLE: says_how,
        Letter.ACCEPTED: says_who,
        Letter.REALISTIC: says_why,
        Letter.TIMEBOUND: says_when,
    }
    return " ".join(says[letter](check, language))


def says_what(check: SmartCheck, language: Language) -> Iterator[str]:
    goal = check.goal
    scope = names_listed(goal.workflows, language)
    yield text(language, "smart.says.scope", subject=subject(goal, language), workflows=scope)
    if check.benefit:
        yield text(language, "smart.says.benefit", benefit=check.benefit)
    if check.changes:
        quoted = [text(language, "smart.says.change", name=name) for name in check.changes]
        yield text(language, "smart.says.changes", changes=names_listed(quoted, language))


def says_how(check: SmartCheck, language: Language) -> Iterator[str]:
    goal = check.goal
    amount = amount_words(goal.target_unit, goal.target_improvement, language)
    yield text(language, f"smart.says.{goal.direction}", amount=amount)
    if check.method is not None:
        yield text(language, "smart.says.method", method=choice_word(check.method, language))
    if check.days:
        yield counted(language, "smart.says.days", check.days)
    for key, names in (("measured_by", check.measured_by), ("target_groups", check.target_groups)):
        if names:
            yield text(language, f"smart.says.{key}", names=names_listed(names, language))
    if check.source:
        yield text(language, "smart.says.source", source=check.source)


def says_who(check: SmartCheck, language: Language) -> Iterator[str]:
    for one in check.signed:
        day = long_date(language, one.on)
        yield text(language, "signing.signed", act=choice_word(one.act, language), person=one.person, day=day) + "."


def says_why(check: SmartCheck, language: Language) -> Iterator[str]:
    if check.reason:
        yield check.reason if check.reason[-1] in ".!?" else f"{check.reason}."
    if check.goal.milestones:
        yield counted(language, "smart.says.milestones", len(check.goal.milestones))
    if check.data_ease is not None:
        yield text(language, "smart.says.data_ease", ease=choice_word(check.data_ease, language).lower())
    if check.follow_up_ease is not None:
        yield text(language, "smart.says.follow_up_ease", ease=choice_word(check.follow_up_ease, language).lower())


def says_when(check: SmartCheck, language: Language) -> Iterator[str]:
    when = after_go_live(check.goal.months_to_deadline, language)
    yield text(language, "smart.says.met", day=long_date(language, check.met_on), when=when)
    if check.realised_on is not None:
        yield text(language, "smart.says.realised", day=long_date(language, check.realised_on))


def lack_sentence(lack: Lack, language: Language) -> str:
    """What a letter lacks, and so what to do."""
    names = lack.names
    if lack.what is Lacking.PROTOCOL:
        names = tuple(field_label(PlanKind.PROTOCOL, name, language) for name in names)
    return text(language, f"smart.lacks.{lack.what}", names=", ".join(names))


def own_success_sentence(judged: SelfJudgement, language: Language) -> str:
    """Somebody is judge in their own cause: allowed, and told."""
    return text(language, f"smart.own_success.{judged.what}", person=judged.person)


def target_point_sentence(goal: Goal, point: TargetPoint, language: Language) -> str:
    """The derived target point, or why there is none yet."""
    if isinstance(point.baseline, NotComputable):
        if point.baseline.reason is Reason.NO_BASELINE:
            return text(language, "smart.no_target_point")
        return not_computable_sentence(point.baseline, language, goal)
    if isinstance(point.target, NotComputable):
        return not_computable_sentence(point.target, language, goal)
    return text(
        language,
        "smart.target_point",
        target=level_text(goal, point.target, language),
        baseline=level_text(goal, point.baseline, language),
        change=change_number(goal, goal.target_improvement, language),
    )


def milestone_sentence(goal: Goal, place: int, go_live: date, language: Language) -> str:
    """When a milestone is due and how much better it is to be by then."""
    step = goal.milestones[place]
    due = long_date(language, add_months(go_live, step.months_after_go_live))
    change = change_number(goal, step.improvement, language)
    return text(language, "smart.milestone.due", number=place + 1, day=due, change=change)
