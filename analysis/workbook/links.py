"""Names in cells, resolved: to the rows of the workbook, new ones included, or to what they were called before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.language import Language
from analysis.language.sentences import round_name
from analysis.model.choices import PlanKind
from analysis.workbook.cells import Content
from analysis.workbook.chosen import as_round_number
from analysis.workbook.columns import Column, Holds
from analysis.workbook.faults import CellRule, Wrong
from analysis.workbook.names import NUMBERED, kind_word, tidy
from analysis.workbook.typed import as_text

PIECES = re.compile(r"([;\n])")


@dataclass(slots=True)
class Index:
    """The ids of a kind by name: those that the workbook's rows have now first, then those that were exported."""

    now: dict[str, list[int]] = field(default_factory=dict)
    before: dict[str, list[int]] = field(default_factory=dict)
    ids: set[int] = field(default_factory=set)

    def add(self, name: str, identity: int) -> None:
        self.now.setdefault(tidy(name), []).append(identity)
        self.ids.add(identity)

    def add_before(self, names: Mapping[int, str]) -> None:
        for identity, name in names.items():
            if identity in self.ids:
                self.before.setdefault(tidy(name), []).append(identity)

    def find(self, name: str) -> int | Wrong:
        """The one thing of this name, or with this number behind it."""
        typed = " ".join(name.split())
        found = self.now.get(tidy(typed)) or self.before.get(tidy(typed), [])
        numbered = NUMBERED.search(typed)
        if not found and numbered and int(numbered[1]) in self.ids:
            return int(numbered[1])
        if len(found) == 1:
            return found[0]
        return Wrong(CellRule.SEVERAL_OF_NAME if found else CellRule.NO_SUCH_NAME, typed)


@dataclass(frozen=True, slots=True)
class Links:
    """Everything that can be pointed at, by kind."""

    kinds: Mapping[PlanKind, Index]

    def read(self, column: Column, cell: Content) -> object:
        """The id or the ids that a cell names."""
        if column.holds is Holds.SUBJECT:
            return self.subject(as_text(cell))
        index = self.kinds.get(column.target, Index()) if column.target else Index()
        if column.holds is Holds.LINK:
            return index.find(as_text(cell))
        return several(index, as_text(cell))

    def subject(self, typed: str) -> int | Wrong:
        """The word of a kind and a name, or a name that only one thing has."""
        kinds = self.kinds
        for kind in self.kinds:
            for language in Language:
                start = f"{kind_word(kind, language)}:".casefold()
                if typed.casefold().startswith(start):
                    inside = self.kinds[kind].find(typed[len(start) :])
                    if isinstance(inside, int):
                        return inside
                    kinds = {kind: self.kinds[kind]}
        found = {each for index in kinds.values() if isinstance(each := index.find(typed), int)}
        if len(found) == 1:
            return found.pop()
        return Wrong(CellRule.SEVERAL_OF_NAME if found else CellRule.NO_SUCH_NAME, typed)


def several(index: Index, typed: str) -> tuple[int, ...] | Wrong:
    """Names apart by semicolons or lines; a name may hold them itself, so the longest that is known counts."""
    pieces = PIECES.split(typed)
    found: list[int] = []
    place = 0
    while place < len(pieces):
        taken, outcome = longest(index, pieces[place:])
        if isinstance(outcome, Wrong):
            return outcome
        if outcome:
            found.append(outcome)
        place += taken
    return tuple(dict.fromkeys(found))


def longest(index: Index, pieces: Sequence[str]) -> tuple[int, int | Wrong]:
    """How many pieces make the first name, separators counted, and whose it is; 0 where there is no name."""
    for end in range(len(pieces), 0, -2):
        found = index.find("".join(pieces[:end]))
        if isinstance(found, int):
            return end + 1, found
    return 2, index.find(pieces[0]) if pieces[0].strip() else 0


def round_labels(cells: Iterable[Content]) -> Iterator[str]:
    """A round is called the same in both languages' names."""
    for cell in cells:
        number = as_round_number(cell)
        yield from [as_text(cell)] if isinstance(number, Wrong) else [round_name(number, each) for each in Language]
