"""The columns of the workbook's tables: the fields of what the plan holds."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import Enum, StrEnum

from analysis.model.choices import Act, Denominator, Direction, Measure, PlanKind, TargetUnit
from analysis.model.fields import TYPES, fields_of


class Holds(StrEnum):
    """What stands in the cells of a column: the sorts of an entry's fields, and a few more."""

    TEXT = "text"
    PROSE = "prose"
    WHOLE = "whole"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    LINK = "link"
    LINKS = "links"
    WORDS = "words"
    """Names apart by semicolons."""
    ROUND = "round"
    """A round's number, written as its name."""
    SUBJECT = "subject"
    """What is signed: any kind of thing."""
    POINT = "point"
    """A point of a checklist."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a kind of thing; its heading is the label of the field."""

    kind: str
    name: str
    holds: Holds
    choices: tuple[Enum, ...] = ()
    target: PlanKind | None = None
    default: object = None
    is_needed: bool = False

    @property
    def label(self) -> str:
        return f"{self.kind}.{self.name}"


def entry_columns(kind: PlanKind, *left_out: str) -> tuple[Column, ...]:
    """The fields of a kind of entry as columns."""
    defaults = {each.name: None if each.default is MISSING else each.default for each in fields(TYPES[kind])}
    return tuple(
        Column(kind, field.name, Holds(field.sort), field.choices, field.target, defaults[field.name], field.is_needed)
        for field in fields_of(kind)
        if field.name not in left_out
    )


def needed(kind: str, name: str, holds: Holds, target: PlanKind | None = None) -> Column:
    return Column(kind, name, holds, target=target, is_needed=True)


PROJECT = (
    needed("project", "organisation", Holds.TEXT),
    needed("project", "system", Holds.TEXT),
    needed("project", "go_live", Holds.DATE),
    Column("project", "minimum_shown", Holds.WHOLE, default=5),
    Column("project", "net_hours_per_fte", Holds.NUMBER),
    Column("project", "kroner_per_hour", Holds.NUMBER),
    Column("project", "keeps_files", Holds.YES_NO, default=False),
)
GOAL = (
    needed("goal", "name", Holds.TEXT),
    Column("goal", "indicator", Holds.PROSE, default=""),
    Column("goal", "measure", Holds.CHOICE, tuple(Measure), default=Measure.TIME),
    needed("goal", "item", Holds.TEXT),
    needed("goal", "workflows", Holds.WORDS),
    Column("goal", "denominator", Holds.CHOICE, tuple(Denominator), default=Denominator.REGISTRATIONS),
    Column("goal", "leading_workflow", Holds.TEXT),
    Column("goal", "direction", Holds.CHOICE, tuple(Direction), default=Direction.LESS),
    needed("goal", "target_improvement", Holds.PERCENT),
    Column("goal", "target_unit", Holds.CHOICE, tuple(TargetUnit), default=TargetUnit.RELATIVE),
    needed("goal", "months_to_deadline", Holds.WHOLE),
    Column("goal", "realisation_share", Holds.PERCENT, default=1.0),
)
MILESTONE = (
    needed("milestone", "goal", Holds.LINK, PlanKind.GOAL),
    needed("milestone", "months_after_go_live", Holds.WHOLE),
    needed("milestone", "improvement", Holds.PERCENT),
    Column("milestone", "early_indicator", Holds.PROSE, default=""),
    Column("milestone", "activity", Holds.LINK, target=PlanKind.ACTIVITY),
)
VOLUME = (
    needed("volume", "goal", Holds.LINK, PlanKind.GOAL),
    needed("volume", "target_group", Holds.LINK, PlanKind.TARGET_GROUP),
    Column("volume", "items_per_year", Holds.NUMBER),
)
ROUND = (
    needed("round", "number", Holds.ROUND),
    needed("round", "starts_on", Holds.DATE),
    needed("round", "ends_on", Holds.DATE),
)
POPULATION = (
    needed("population", "round", Holds.LINK, PlanKind.ROUND),
    needed("population", "target_group", Holds.LINK, PlanKind.TARGET_GROUP),
    Column("population", "employees", Holds.WHOLE),
)
SYSTEM_COUNT = (
    needed("system_count", "goal", Holds.LINK, PlanKind.GOAL),
    needed("system_count", "round", Holds.LINK, PlanKind.ROUND),
    Column("system_count", "cases", Holds.WHOLE),
)
TICK = (
    needed("tick", "subject", Holds.LINK, PlanKind.ROUND),
    needed("tick", "item", Holds.POINT),
    needed("tick", "person", Holds.LINK, PlanKind.PERSON),
    needed("tick", "on", Holds.DATE),
    Column("tick", "note", Holds.PROSE, default=""),
)
SIGNATURE = (
    needed("signature", "subject", Holds.SUBJECT),
    Column("signature", "act", Holds.CHOICE, tuple(act for act in Act if act is not Act.TICKED), is_needed=True),
    *(column for column in entry_columns(PlanKind.SIGNATURE) if column.name not in ("subject", "act")),
)
GROUP = (needed("target_group", "name", Holds.TEXT),)
SMART, PROTOCOL = entry_columns(PlanKind.SMART, "goal"), entry_columns(PlanKind.PROTOCOL, "goal")
CONDUCT = entry_columns(PlanKind.CONDUCT, "round")
