"""What storing an upload asks for and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.rejects import RejectedRow
from analysis.model.upload import Upload


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a label of the file is called in the plan; with ``name`` ``None`` its rows are left out."""

    label: str
    name: str | None


class OverlapAnswer(StrEnum):
    """What becomes of rows that an earlier upload seems to hold already."""

    BOTH = "both"
    """They are other pieces of work: all count."""
    REPLACE = "replace"
    """The new file takes the place of the earlier uploads, which are undone in the same transaction."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the rows of a file belong, as the analyst confirmed it.

    The target group of a row is that of its employee in ``staff``, else ``target_group`` for all, else the match
    of its label. ``workflow`` is for rows without one. ``overlap`` is the analyst's answer where an earlier upload
    has the same employees, dates and workflows: without it such a file is refused.
    """

    round_id: int
    workflows: tuple[LabelMatch, ...] = ()
    workflow: str | None = None
    target_groups: tuple[LabelMatch, ...] = ()
    target_group: str | None = None
    staff: tuple[LabelMatch, ...] = ()
    overlap: OverlapAnswer | None = None


@dataclass(frozen=True, slots=True)
class EmployeeLabels:
    """An employee of a file and the target groups that it has for them, in the file's own words."""

    employee: str
    labels: tuple[str, ...]


class FaultKind(StrEnum):
    """Why rows that were read cannot be stored as they are placed. Each has a sentence that says what to do."""

    NO_EMPLOYEE = "no_employee"
    NO_WORKFLOW = "no_workflow"
    NO_TARGET_GROUP = "no_target_group"
    NO_DURATION = "no_duration"
    NO_COUNT = "no_count"
    NO_DATE = "no_date"
    MORE_THAN_TOTAL = "more_than_total"
    """Rows count more cases of one sort than there are cases."""
    OVERLAP = "overlap"
    """Rows stand in an earlier upload too, and nobody has said whether both count."""
    MIXED_DATES = "mixed_dates"
    """The round would have dates on some of its registrations only."""
    SEVERAL_TARGET_GROUPS = "several_target_groups"
    """Employees would be in more than one target group in the round."""
    MORE_THAN_POPULATION = "more_than_population"
    """More employees would take part than the target group has."""
    PLAN_CHANGED = "plan_changed"
    """The round, or a name that rows are placed under, is no longer in the plan: somebody has changed it meanwhile."""
    KEY_MISSING = "key_missing"
    """The project's key file is gone or another: its employees would not be recognised."""


@dataclass(frozen=True, slots=True)
class StoringFault:
    """One fault: ``number`` is of rows, or of employees where they are what is too many."""

    kind: FaultKind
    number: int
    target_group: str | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class StoringRefused:
    """Nothing was stored, and why."""

    faults: tuple[StoringFault, ...]


@dataclass(frozen=True, slots=True)
class AlreadyUploaded:
    """The same bytes are stored in this project already."""

    upload: Upload


@dataclass(frozen=True, slots=True)
class Participants:
    """One target group in one round: distinct employees, their registrations, and the population where it is known."""

    target_group: str
    employees: int
    registrations: int
    population: int | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Rows whose employee, date and workflow an earlier upload has too.

    ``round_number`` is the earlier upload's, and ``others`` are its rows that the new file does not have: where the
    new file takes its place, they no longer count.
    """

    upload: Upload
    rows: int
    round_number: int
    others: int


@dataclass(frozen=True, slots=True)
class StoringPreview:
    """What the round would be after storing; nothing is stored yet.

    Where rows lack what a registration must have, none would be stored, and the round is shown as it is.
    """

    rows: int
    employees: int
    milliseconds: int
    count: int | None
    left_out: int
    """Rows that the placement leaves out; they are in none of the numbers above."""
    participants: tuple[Participants, ...]
    overlaps: tuple[Overlap, ...]
    faults: tuple[StoringFault, ...]
    rejected: tuple[RejectedRow, ...] = ()
    """Rows without a target group, of employees whose group nothing else tells; in none of the numbers either."""
