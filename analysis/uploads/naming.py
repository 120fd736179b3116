"""What the labels of a file are called in the plan: proposed where they agree, asked about where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model.kinds import Measurement
from analysis.model.plan import Round
from analysis.model.storing import LabelMatch, OverlapAnswer, Placement
from analysis.planning import Plan
from analysis.store.pseudonyms import folded
from analysis.uploads.labels import added, matched
from analysis.uploads.reading import ReadFile


@dataclass(frozen=True, slots=True)
class Answers:
    """What the analyst has said of a file's labels.

    ``target_group`` is for all rows. Where employees stand in several groups, either the groups are kinds of case
    and no groups of staff, or ``staff`` says which group each of those employees belongs to.
    """

    labels: tuple[LabelMatch, ...] = ()
    target_group: str | None = None
    groups_are_case_kinds: bool = False
    staff: tuple[LabelMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """The analyst's word on every label. A match without a name leaves its rows out.

    ``new_…`` are added to the plan on purpose when the file is stored; ``unknown_…`` are labels that nobody has
    decided on; ``target_group`` is for all rows; ``several_groups`` are employees in more than one group of whom
    nobody has said which is right. ``known_workflows`` are the names that a label can stand for: the plan's workflows,
    or the indicators known before. ``remembered_…`` are the answers that were given for an earlier file.
    """

    workflows: tuple[LabelMatch, ...]
    target_groups: tuple[LabelMatch, ...]
    target_group: str | None
    staff: tuple[LabelMatch, ...] = ()
    new_workflows: tuple[str, ...] = ()
    new_target_groups: tuple[str, ...] = ()
    unknown_workflows: tuple[str, ...] = ()
    unknown_target_groups: tuple[str, ...] = ()
    group_is_missing: bool = False
    several_groups: tuple[str, ...] = ()
    known_workflows: tuple[str, ...] = ()
    remembered_workflows: tuple[LabelMatch, ...] = ()
    remembered_target_groups: tuple[LabelMatch, ...] = ()

    @property
    def is_complete(self) -> bool:
        unknown = self.unknown_workflows or self.unknown_target_groups
        return not (unknown or self.group_is_missing or self.several_groups)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The labels whose rows do not count."""
        return tuple(match.label for match in (*self.workflows, *self.target_groups) if match.name is None)

    def placement(self, measured: Round, overlap: OverlapAnswer | None = None) -> Placement:
        return Placement(
            measured.round_id,
            workflows=self.workflows,
            target_groups=self.target_groups,
            target_group=self.target_group,
            staff=self.staff,
            overlap=overlap,
        )


@dataclass(frozen=True, slots=True)
class _Groups:
    """The part of a naming that is about target groups."""

    matches: tuple[LabelMatch, ...] = ()
    for_all: str | None = None
    unknown: tuple[str, ...] = ()
    is_missing: bool = False
    several: tuple[str, ...] = ()
    remembered: tuple[LabelMatch, ...] = ()


NO_ANSWERS = Answers()


def propose(plan: Plan, file: ReadFile, answers: Answers = NO_ANSWERS) -> Naming:
    """Match labels to the plan's names by what was decided now or before, else where they are alike.

    The target group of an employee on the staff list is the list's, whatever the file says.
    """
    is_series = file.ingested.measurement is Measurement.SERIES
    known = file.indicators if is_series else plan.workflows
    before = file.memory.workflows if file.memory else ()
    workflows = matched(file.ingested.summary.workflows, known, answers.labels, before)
    names = tuple(group.name for group in plan.target_groups)
    groups = _groups(names, file, answers)
    return Naming(
        workflows.matches,
        groups.matches,
        groups.for_all,
        staff=(*file.staff, *answers.staff),
        new_workflows=added(workflows.matches, known),
        new_target_groups=added(groups.matches, names),
        unknown_workflows=workflows.unknown,
        unknown_target_groups=groups.unknown,
        group_is_missing=groups.is_missing,
        several_groups=groups.several,
        known_workflows=known,
        remembered_workflows=workflows.remembered,
        remembered_target_groups=groups.remembered,
    )


def _groups(names: tuple[str, ...], file: ReadFile, answers: Answers) -> _Groups:
    if not file.has_staff or file.is_of_listed_staff:
        return _Groups()
    labels = () if answers.groups_are_case_kinds else file.ingested.summary.target_groups
    if not labels:
        only = names[0] if len(names) == 1 else None
        for_all = answers.target_group or only
        return _Groups(for_all=for_all, is_missing=for_all is None)
    before = file.memory.target_groups if file.memory else ()
    found = matched(labels, names, answers.labels, before)
    settled = (*file.staff, *answers.staff)
    several = _several(file, found.matches, settled)
    return _Groups(found.matches, unknown=found.unknown, several=several, remembered=found.remembered)


def _several(file: ReadFile, matches: tuple[LabelMatch, ...], staff: tuple[LabelMatch, ...]) -> tuple[str, ...]:
    """Employees whose labels are more than one group of the plan, or may yet be."""
    named = {match.label: match.name for match in matches}
    settled = {folded(match.label) for match in staff}
    return tuple(
        one.employee
        for one in file.in_several_groups
        if folded(one.employee) not in settled
        and len({named.get(label, label) for label in one.labels if named.get(label, label) is not None}) > 1
    )
