"""Reading registrations from a canonical CSV file, with every fault named at once."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path

from analysis.estimate.faults import Unusable, unusable
from analysis.estimate.registrations import Registration
from analysis.estimate.settings import Settings
from analysis.statistics import Mode

COLUMNS = ("wave", "employee", "group", "group_population", "date", "minutes", "items")
FIRST_ROW = 2
"""The row of the first registration, counted as Excel does."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """The rows of the two waves that are compared, and the names of the waves that are not."""

    registrations: tuple[Registration, ...]
    other_waves: tuple[str, ...]


def read_registrations(path: Path, settings: Settings) -> DataFile | Unusable:
    """The rows of the file, or what is wrong with it."""
    lines = _lines(path)
    if isinstance(lines, Unusable):
        return lines
    header = [name.strip() for name in lines[0]]
    wrong = [name for name in COLUMNS if header.count(name) != 1]
    if wrong:
        return Unusable((_wrong_columns(wrong, header),))
    reader = _Reader(header, settings)
    rows = [reader.registration(row, cells) for row, cells in enumerate(lines[1:], FIRST_ROW) if any(cells)]
    if reader.faults:
        return unusable(reader.faults)
    return DataFile(tuple(one for one in rows if one is not None), tuple(sorted(reader.other_waves)))


def _lines(path: Path) -> list[list[str]] | Unusable:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except OSError as error:
        return Unusable((f"{path} cannot be read: {error.strerror}. Check the path.",))
    except UnicodeDecodeError:
        return Unusable((f"{path} is not UTF-8 text. Save it as CSV in UTF-8.",))
    except csv.Error as error:
        return Unusable((f"{path} is not CSV: {error}. Save it as CSV again.",))
    return lines or Unusable((f"{path} is empty. Write the columns {', '.join(COLUMNS)} in its first row.",))


def _wrong_columns(wrong: list[str], header: list[str]) -> str:
    return (
        f"The file must have the column {', '.join(wrong)} once; its first row holds {', '.join(header)}. "
        "Separate the columns by commas; one that is not used may be empty."
    )


class _Reader:
    """Turns the cells of a row into a registration and keeps the faults it finds on the way."""

    def __init__(self, header: list[str], settings: Settings) -> None:
        self.header = header
        self.settings = settings
        self.faults: list[str] = []
        self.other_waves: set[str] = set()

    def registration(self, row: int, cells: list[str]) -> Registration | None:
        """The registration; ``None`` where it belongs to another wave or is at fault."""
        if len(cells) != len(self.header):
            self._fault(row, f"has {len(cells)} cells and the first row {len(self.header)}. Quote cells with a comma.")
            return None
        cell = {name: text.strip() for name, text in zip(self.header, cells, strict=True)}
        if not self._is_compared(row, cell["wave"]):
            return None
        if not cell["employee"]:
            self._fault(row, "names no employee. Write a pseudonym that stays the same.")
        minutes, items = self._number(row, "minutes", cell["minutes"]), self._items(row, cell["items"])
        if self.settings.share and minutes > items:
            self._fault(row, f"has {minutes:g} unwanted cases (minutes) of {items:g} (items). Correct one of them.")
        population = self._population(row, cell["group_population"]) if self.settings.use_population else None
        return Registration(
            row, cell["wave"], cell["employee"], cell["group"], population, cell["date"], minutes, items
        )

    def _fault(self, row: int, sentence: str) -> None:
        self.faults.append(f"Row {row} {sentence}")

    def _is_compared(self, row: int, wave: str) -> bool:
        if wave in self.settings.waves:
            return True
        if wave and self.settings.waves_chosen:
            self.other_waves.add(wave)
        else:
            found, known = (f"the wave {wave!r}" if wave else "no wave"), " nor ".join(self.settings.waves)
            self._fault(row, f"has {found}, neither {known}. Correct it, or name the two waves in the settings.")
        return False

    def _number(self, row: int, column: str, text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not 0 <= number < math.inf:
            self._fault(row, f"has {text!r} in {column}. Write a number from 0, with a point for decimals.")
        return number

    def _items(self, row: int, text: str) -> float:
        return 0.0 if self.settings.mode is Mode.EXPANSION else self._number(row, "items", text)

    def _population(self, row: int, text: str) -> int | None:
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not number >= 1 or not number.is_integer():
            self._fault(row, f"has {text!r} in group_population. Write a whole number of employees, or nothing.")
            return None
        return int(number)
