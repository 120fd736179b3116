"""The report object as JSON and as lines of text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from analysis.estimate import Estimate
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import percent
from analysis.language.sentences import (
    caveat_sentences,
    headline,
    interval_sentence,
    not_computable_sentence,
    not_covered_sentence,
    portfolio_headline,
    status_word,
)
from analysis.model.levels import Change
from analysis.model.outcome import NotComputable
from analysis.model.status import GoalReport, StatusReport


def as_json(value: StatusReport) -> str:
    """Every value under its name; what is not known is an object with its reason."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1, allow_nan=False)


def plain(value: object) -> object:
    if isinstance(value, NotComputable):
        return {"not_computable": str(value.reason)}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def status_lines(report: StatusReport, language: Language) -> list[str]:
    project = report.project
    mark = [text(language, "app.synthetic")] if project.is_example else []
    goals = [line for goal in report.goals for line in goal_lines(goal, language)]
    return [project.name, *mark, portfolio_headline(report, language), *goals]


def goal_lines(goal: GoalReport, language: Language) -> list[str]:
    said = list(headline(goal, language))
    change = goal.latest.change if goal.latest else None
    if isinstance(change, Change):
        said.append(interval_sentence(change.interval_95, language, goal.goal.target_improvement, goal.goal))
    reservations = [f"  {sentence}" for sentence in caveat_sentences(goal, language)]
    return ["", f"{goal.goal.name}: {status_word(goal.status, goal.goal, language)}", *said, *reservations]


def contrast_lines(outcome: Estimate, language: Language) -> list[str]:
    """The reduction, its interval and what it does not cover."""
    known = outcome.contrast
    if isinstance(known, NotComputable):
        return [not_computable_sentence(known, language)]
    lines = [
        text(language, "command.reduction", reduction=percent(language, known.reduction)),
        interval_sentence(outcome.interval, language, outcome.settings.target),
    ]
    if outcome.status is not None:
        lines.append(text(language, f"status.{outcome.status}"))
    return [*lines, not_covered_sentence(language)]
