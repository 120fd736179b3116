"""Faultless lines are cut as the standard library cuts them; all others are left to the careful way."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.ingest.text.cutting import cut
from analysis.ingest.values.cells import FIELD

TEXTS = st.text('a;å"\n', max_size=60)


def cut_by_csv(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(keepends=True), delimiter=";", strict=True))


@given(TEXTS)
def test_what_is_cut_at_once_is_cut_right(text: str) -> None:
    found = cut(text.encode() + b"\n", ";")
    if found is not None:
        rows = [line.split(FIELD) for line in found.decode().removesuffix("\n").split("\n")]
        assert rows == [row or [""] for row in cut_by_csv(text + "\n")]


@given(st.lists(st.lists(st.text("a;å", max_size=4), min_size=2, max_size=4), min_size=1, max_size=20))
def test_tidily_quoted_lines_are_cut_at_once(rows: list[list[str]]) -> None:
    text = "".join(";".join(f'"{field}"' for field in row) + "\n" for row in rows)
    assert cut(text.encode(), ";") == "".join(FIELD.join(row) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    "line",
    ['a;"b', 'a;b"c"', '"a ""b""";c', '"a;b"', 'a;"b"c;d', '"a\nb";c'],
    ids=["never closed", "in the middle", "doubled", "a whole line", "text behind", "over two lines"],
)
def test_other_quotation_marks_are_left_to_the_careful_way(line: str) -> None:
    assert cut(f'"x";"y"\n{line}\n"x";"y"\n'.encode(), ";") is None
