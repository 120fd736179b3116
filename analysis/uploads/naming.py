"""What the labels of a file are called in the plan: proposed where they agree, asked about where they do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.model.plan import Round
from analysis.model.storing import LabelMatch, Placement
from analysis.model.upload import Summary
from analysis.planning import Plan


@dataclass(frozen=True, slots=True)
class Naming:
    """The analyst's word on every label. A match without a name leaves its rows out.

    ``new_workflows`` and ``new_target_groups`` are added to the plan on purpose when the file is stored;
    ``unknown_…`` are labels that nobody has decided on; ``target_group`` is for a file without that column.
    """

    workflows: tuple[LabelMatch, ...]
    target_groups: tuple[LabelMatch, ...]
    target_group: str | None
    new_workflows: tuple[str, ...] = ()
    new_target_groups: tuple[str, ...] = ()
    unknown_workflows: tuple[str, ...] = ()
    unknown_target_groups: tuple[str, ...] = ()
    group_is_missing: bool = False

    @property
    def is_complete(self) -> bool:
        return not (self.unknown_workflows or self.unknown_target_groups or self.group_is_missing)

    def placement(self, measured: Round) -> Placement:
        return Placement(
            measured.round_id,
            workflows=self.workflows,
            target_groups=self.target_groups,
            target_group=self.target_group,
        )


def propose(
    plan: Plan, summary: Summary, decided: Sequence[LabelMatch] = (), target_group: str | None = None
) -> Naming:
    """Match labels to the plan's names by what was decided, else where they are alike but for case and spaces."""
    groups = [group.name for group in plan.target_groups]
    workflows, unknown_workflows = matched(summary.workflows, plan.workflows, decided)
    target_groups, unknown_groups = matched(summary.target_groups, groups, decided)
    only = groups[0] if len(groups) == 1 else None
    for_all = None if summary.target_groups else target_group or only
    return Naming(
        workflows,
        target_groups,
        for_all,
        new_workflows=added(workflows, plan.workflows),
        new_target_groups=added(target_groups, groups),
        unknown_workflows=unknown_workflows,
        unknown_target_groups=unknown_groups,
        group_is_missing=not summary.target_groups and for_all is None,
    )


def matched(
    labels: Iterable[str], names: Iterable[str], decided: Sequence[LabelMatch]
) -> tuple[tuple[LabelMatch, ...], tuple[str, ...]]:
    by_likeness = {alike(name): name for name in names}
    answers = {match.label: match for match in decided}
    matches, unknown = [], []
    for label in labels:
        if label in answers:
            matches.append(answers[label])
        elif alike(label) in by_likeness:
            matches.append(LabelMatch(label, by_likeness[alike(label)]))
        else:
            unknown.append(label)
    return tuple(matches), tuple(unknown)


def added(matches: Iterable[LabelMatch], names: Iterable[str]) -> tuple[str, ...]:
    """Names that the analyst gave and the plan lacks."""
    known = set(names)
    return tuple(dict.fromkeys(match.name for match in matches if match.name is not None and match.name not in known))


def alike(label: str) -> str:
    """
    >>> alike("  Opret  SAG ")
    'opret sag'
    """
    return " ".join(unicodedata.normalize("NFKC", label).casefold().split())
