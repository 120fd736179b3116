"""The staff list as a file: read, name its target groups, put it in place of the list before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.ingest import ReadOptions
from analysis.ingest import read as read_file
from analysis.model.kinds import Measurement
from analysis.model.plan import Population
from analysis.model.storing import FaultKind, LabelMatch, StoringFault, StoringRefused
from analysis.model.upload import Grain, Ingested, Refused
from analysis.planning import By, Plan
from analysis.store import projects
from analysis.store import staff as stored
from analysis.store.pseudonyms import folded
from analysis.store.store import Store
from analysis.uploads.labels import added, matched


@dataclass(frozen=True, slots=True)
class StaffFile:
    """A staff list that was read; ``members`` are its employees with the file's own words for their target groups."""

    ingested: Ingested
    members: tuple[LabelMatch, ...]


@dataclass(frozen=True, slots=True)
class StaffNaming:
    """Who would be on the list.

    ``new_target_groups`` are added to the plan on purpose, ``unknown_target_groups`` are labels that nobody has
    decided on, and ``several_groups`` are employees whom the file puts into more than one.
    """

    members: tuple[LabelMatch, ...]
    numbers: tuple[Population, ...]
    new_target_groups: tuple[str, ...] = ()
    unknown_target_groups: tuple[str, ...] = ()
    several_groups: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return bool(self.members) and not (self.unknown_target_groups or self.several_groups)


def read_staff(store: Store, name: str, content: bytes, options: ReadOptions) -> StaffFile | Refused:
    """Read the bytes of a staff list; nothing is stored, and nothing of the file stays."""
    as_list = replace(options, measurement=Measurement.STAFF, grain=Grain.DAY)
    with store.staging() as staging:
        received = staging.folder / "received"
        received.write_bytes(content)
        ingested = read_file(received, name, staging, as_list)
        return ingested if isinstance(ingested, Refused) else StaffFile(ingested, stored.members(staging, ingested))


def name_staff(plan: Plan, file: StaffFile, decided: Sequence[LabelMatch] = ()) -> StaffNaming:
    """Match the file's target groups to the plan's by what was decided, else where they are alike."""
    names = tuple(group.name for group in plan.target_groups)
    groups = matched(file.ingested.summary.target_groups, names, decided)
    name_of = {match.label: match.name for match in groups.matches}
    named = (LabelMatch(one.label, name_of.get(one.name or "")) for one in file.members)
    members = [one for one in named if one.name is not None]
    every = dict.fromkeys(one.name for one in members if one.name is not None)
    return StaffNaming(
        tuple(members),
        tuple(Population(name, len({folded(one.label) for one in members if one.name == name})) for name in every),
        added(groups.matches, names),
        groups.unknown,
        _in_several(members),
    )


def _in_several(members: Sequence[LabelMatch]) -> tuple[str, ...]:
    """However their names are spaced or capitalised."""
    spelt = {folded(one.label): one.label for one in reversed(members)}
    groups = {(folded(one.label), one.name) for one in members}
    employees = [employee for employee, _ in groups]
    return tuple(name for employee, name in sorted(spelt.items()) if employees.count(employee) > 1)


def confirm_staff(store: Store, by: By, project_id: int, naming: StaffNaming) -> StoringRefused | None:
    """The list takes the place of the one before, in one transaction with the target groups added on purpose."""
    with store.write(by.who, by.at) as writing:
        projects.add_lacking_groups(writing, project_id, naming.new_target_groups)
        known = {group.name for group in projects.target_groups(writing.cursor, project_id)}
        is_known = all(one.name in known for one in naming.members)
        if is_known and stored.replace_staff(writing, project_id, naming.members):
            return None
        writing.cancel()
    return StoringRefused((StoringFault(FaultKind.KEY_MISSING if is_known else FaultKind.PLAN_CHANGED, 0),))
