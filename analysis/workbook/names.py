"""What the things of a plan are called in the workbook: a link is written as a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import round_name
from analysis.model.choices import PlanKind
from analysis.model.fields import TYPES
from analysis.planning import Plan

NUMBERED = re.compile(r"(?:^|\s)\(Nr\. (-?\d+)\)$")
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Names:
    """The label of everything that can be pointed at, by its kind and id, in one language."""

    labels: Mapping[PlanKind, Mapping[int, str]]
    language: Language

    def label(self, kind: PlanKind, identity: int) -> str:
        """What is no more is called by its number."""
        return self.labels.get(kind, {}).get(identity) or f"(Nr. {identity})"

    def subject(self, identity: int) -> str:
        """Any kind of thing, with the word of its kind: a goal and a benefit may be called the same."""
        for kind, labels in self.labels.items():
            if identity in labels:
                return f"{kind_word(kind, self.language)}: {labels[identity]}"
        return f"(Nr. {identity})"


def kind_word(kind: PlanKind, language: Language) -> str:
    return text(language, f"kind.{kind}")


def tidy(words: str) -> str:
    """As two words are compared: no white space to spare, no capitals."""
    return " ".join(words.split()).casefold()


def names_of(plan: Plan, language: Language) -> Names:
    """Where two of a kind have one name, their numbers tell them apart."""
    labels = {kind: dict(_labels(_named(plan, kind, language))) for kind in PlanKind}
    return Names({kind: found for kind, found in labels.items() if found}, language)


def _labels(named: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    often = Counter(tidy(name) for name in named.values())
    for identity, name in named.items():
        is_plain = tidy(name) and often[tidy(name)] == 1 and not NUMBERED.search(name)
        yield identity, name if is_plain else f"{name} (Nr. {identity})".strip()


def _named(plan: Plan, kind: PlanKind, language: Language) -> Mapping[int, str]:
    if kind is PlanKind.GOAL:
        return {goal.goal_id: goal.name for goal in plan.goals}
    if kind is PlanKind.ROUND:
        return {one.round_id: round_name(one.number, language) for one in plan.rounds}
    if kind is PlanKind.TARGET_GROUP:
        return {group.target_group_id: group.name for group in plan.target_groups}
    if kind in (PlanKind.PROJECT, PlanKind.SIGNATURE):
        return {}
    return {entry.entry_id: getattr(entry, "name", "") for entry in plan.of(TYPES[kind])}
