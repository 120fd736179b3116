"""Labels of a file and names of the plan: which is which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.model.storing import LabelMatch
from analysis.store.pseudonyms import folded


@dataclass(frozen=True, slots=True)
class Matched:
    """The labels that have a name in the plan, and those that nobody has decided on."""

    matches: tuple[LabelMatch, ...]
    unknown: tuple[str, ...]


def matched(
    labels: Iterable[str], names: Sequence[str], decided: Sequence[LabelMatch], before: Sequence[LabelMatch] = ()
) -> Matched:
    """What was decided holds; then what was said before, of names that the plan still has; then likeness."""
    by_likeness = {folded(name): LabelMatch("", name) for name in names}
    remembered = {match.label: match for match in before if match.name is None or match.name in names}
    answers = remembered | {match.label: match for match in decided}
    matches, unknown = [], []
    for label in labels:
        answer = answers.get(label) or by_likeness.get(folded(label))
        if answer is None:
            unknown.append(label)
        else:
            matches.append(LabelMatch(label, answer.name))
    return Matched(tuple(matches), tuple(unknown))


def added(matches: Iterable[LabelMatch], names: Iterable[str]) -> tuple[str, ...]:
    """Names that the analyst gave and the plan lacks."""
    known = set(names)
    return tuple(dict.fromkeys(match.name for match in matches if match.name is not None and match.name not in known))
