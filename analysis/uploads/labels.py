"""Labels of a file and names of the plan: which is which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from analysis.model.storing import LabelMatch
from analysis.store.pseudonyms import folded

ALIKE = 0.85
"""How alike two names must be for the one to be a misspelling of the other."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The labels that have a name in the plan, and those that nobody has decided on.

    ``remembered`` are those whose name, or leaving out, was said of an earlier file.
    """

    matches: tuple[LabelMatch, ...]
    unknown: tuple[str, ...]
    remembered: tuple[LabelMatch, ...] = ()


def matched(
    labels: Sequence[str], names: Sequence[str], decided: Sequence[LabelMatch], before: Sequence[LabelMatch] = ()
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
    told = (remembered[label] for label in labels if label in remembered)
    alike = {label: match.name for label in labels if (match := by_likeness.get(folded(label)))}
    return Matched(
        tuple(matches),
        tuple(unknown),
        tuple(one for one in told if one.name is None or alike.get(one.label) != one.name),
    )


def added(matches: Iterable[LabelMatch], names: Iterable[str]) -> tuple[str, ...]:
    """Names that the analyst gave and the plan lacks."""
    known = set(names)
    return tuple(dict.fromkeys(match.name for match in matches if match.name is not None and match.name not in known))


def nearest(label: str, names: Iterable[str]) -> str | None:
    """The only name of which the label may be a misspelling: a proposal.

    >>> nearest("Partshøringer", ["Partshøring", "Visitation"]), nearest("Trin 2", ["Trin 1"])
    ('Partshøring', None)
    """
    marked_alike = {folded(name): name for name in names if _marks(name) == _marks(label)}
    alike = get_close_matches(folded(label), marked_alike, n=2, cutoff=ALIKE)
    return marked_alike[alike[0]] if len(alike) == 1 else None


def _marks(name: str) -> list[str]:
    """The numbers and short words that tell ``Team A`` from ``Team B``."""
    return re.findall(r"\d+|\b\w{1,2}\b", folded(name))
