"""What the benefit map shows in each column, in an order in which few lines cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import lacks
from analysis.model.chain import Chain, Link
from analysis.model.choices import BenefitKind


@dataclass(frozen=True, slots=True)
class Part:
    """A box of the map: its name, what it is besides, and what it lacks."""

    identity: int
    name: str
    kind: str = ""
    lacks: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class MapParts:
    """System, changes, benefits and goals, and the links from one column to the next."""

    columns: tuple[Column, ...]
    links: tuple[Link, ...]

    @property
    def broken(self) -> int:
        """How many parts lack something; an empty column is no part."""
        return sum(bool(part.name and part.lacks) for column in self.columns for part in column.parts)


def map_parts(chain: Chain, language: Language) -> MapParts:
    system = (Part(chain.project.project_id, chain.project.system),)
    benefits = in_order(benefit_parts(chain, language), change_parts(chain, language), chain.links)
    back = [Link(link.target, link.source) for link in chain.links]
    changes = in_order(change_parts(chain, language), benefits, back)
    goals = in_order(goal_parts(chain, language), benefits, chain.links)
    every = {"system": system, "change": changes, "benefit": benefits, "goal": goals}
    nothing = text(language, "map.none_yet")
    columns = tuple(
        Column(text(language, f"map.column.{key}"), parts or (Part(-place, "", lacks=nothing),))
        for place, (key, parts) in enumerate(every.items())
    )
    return MapParts(columns, links_between(columns, chain.links))


def change_parts(chain: Chain, language: Language) -> tuple[Part, ...]:
    key = text(language, "map.is_key")
    parts = [
        Part(
            one.entry_id,
            one.name,
            key if one.is_key else "",
            lacks(chain.flags_of(one.entry_id), language),
            one.is_key,
        )
        for one in chain.changes
    ]
    return tuple(parts)


def benefit_parts(chain: Chain, language: Language) -> tuple[Part, ...]:
    drawback = text(language, "map.is_drawback")
    return tuple(
        Part(
            one.entry_id,
            one.name,
            drawback if one.kind is BenefitKind.NEGATIVE else "",
            lacks(chain.flags_of(one.entry_id), language),
        )
        for one in chain.benefits
    )


def goal_parts(chain: Chain, language: Language) -> tuple[Part, ...]:
    return tuple(
        Part(goal.goal_id, goal.name, "", lacks(chain.flags_of(goal.goal_id), language)) for goal in chain.goals
    )


def in_order(parts: tuple[Part, ...], beside: tuple[Part, ...], links: Sequence[Link]) -> tuple[Part, ...]:
    """Each part at the height of those beside it that a link comes from; what stands alone comes last."""
    heights = {part.identity: height for height, part in enumerate(beside)}

    def height(part: Part) -> float:
        linked = [heights[link.source] for link in links if link.target == part.identity and link.source in heights]
        return fmean(linked or [len(beside)])

    return tuple(sorted(parts, key=height))


def links_between(columns: Sequence[Column], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links from each column to the next: the others would cross the boxes between."""
    place = {part.identity: number for number, column in enumerate(columns) for part in column.parts}
    return tuple(
        link
        for link in links
        if link.source in place and link.target in place and place[link.target] == place[link.source] + 1
    )
