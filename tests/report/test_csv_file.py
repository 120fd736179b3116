"""CSV that Excel opens in the reader's language, and that cannot run what someone typed."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import Language
from analysis.report.csv_file import csv_bytes
from analysis.report.table import Column, Table
from analysis.report.tables import rounds_table
from tests import reports

SEPARATORS = {Language.DANISH: ";", Language.ENGLISH: ","}


def read(written: bytes, language: Language) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=SEPARATORS[language]))


def test_danish_has_semicolons_decimal_commas_and_a_byte_order_mark() -> None:
    written = csv_bytes(rounds_table(reports.undecided_goal(), Language.DANISH), Language.DANISH)
    assert written.startswith(b"\xef\xbb\xbf")
    last = read(written, Language.DANISH)[-1]
    assert last[2:5] == ["36", "2.400", "1,7"]
    assert last[6] == "-79%"


def test_english_has_commas_and_decimal_points() -> None:
    written = csv_bytes(rounds_table(reports.undecided_goal(), Language.ENGLISH), Language.ENGLISH)
    last = read(written, Language.ENGLISH)[-1]
    assert last[2:5] == ["36", "2,400", "1.7"]


@pytest.mark.parametrize("typed", ["=1+1", "+45 12 34", "-en streg", "@navn", "\tfane", "\rretur"])
def test_a_text_that_could_be_a_formula_is_disarmed(typed: str) -> None:
    table = Table((Column("Mål"), Column("Ændring", is_number=True)), ((typed, "\u221212,5"),))
    assert read(csv_bytes(table, Language.DANISH), Language.DANISH)[1] == [f"'{typed}", "-12,5"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(Language))
def test_no_text_cell_starts_a_formula_and_every_other_text_comes_back(typed: str, language: Language) -> None:
    table = Table((Column("Mål"), Column("Status")), ((typed, "Nået"),))
    back = read(csv_bytes(table, language), language)[1]
    assert not back[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert back[0].removeprefix("'") == typed.removeprefix("'")
    assert back[1] == "Nået"
