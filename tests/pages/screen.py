"""The app as one visitor sees it: opens a page, reads its words, types into fields by their labels, clicks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Dataframe, Error, Widget

APP = str(Path(__file__).parents[2] / "app.py")
ADDRESSED_OTHERWISE = {"help/guide"}
"""Until the app has run once, AppTest knows a page by the name of its file only."""
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(words: object) -> str:
    """Markdown as it looks on screen: escapes resolved, hard spaces as spaces."""
    return ESCAPED.sub(r"\1", str(words)).replace("\u00a0", " ")


def markdown_of(element: Any) -> Iterator[object]:
    """What the browser draws as markdown: labels, choices of radio buttons, cells, and all that is no field."""
    if element.type == "pagination":
        return
    yield element.label if hasattr(element, "label") else ""
    if element.type == "table":
        yield from cells(element)
    elif element.type == "radio":
        yield from element.options
    elif not isinstance(element, (Block, Dataframe, Widget)):
        yield element.value


def typed_in(element: Any) -> Iterator[object]:
    """What stands in a field, and its choices: always text as it is."""
    if isinstance(element, (Dataframe, Widget)):
        yield from getattr(element, "options", ())
        yield element.value


def cells(table: Any) -> Iterator[object]:
    """The headings and the cells of a table as they are shown: a styled one shows other words than it holds."""
    styled = table.proto.arrow_data.styler.display_values
    shown = convert_arrow_bytes_to_pandas_df(styled) if styled else table.value
    yield from (*table.value.columns, *shown.to_numpy().ravel())


def is_field(element: Any) -> bool:
    """Pages of a long table have numbers in place of a label."""
    return isinstance(element, Widget) and element.type != "pagination"


class Screen:
    def __init__(self, page: str, language: str = "da", **address: str) -> None:
        self.app = AppTest.from_file(APP, default_timeout=60)
        for name, value in {"lang": language, **address}.items():
            self.app.query_params[name] = value
        if page in ADDRESSED_OTHERWISE:
            self.open("plan/project")
        self.open(page)

    def open(self, page: str) -> None:
        self.app.switch_page(f"pages/{page}.py")
        self.run()

    def run(self) -> None:
        self.app.run()
        assert not self.app.exception, self.app.exception

    @property
    def elements(self) -> list[Any]:
        return [*self.app.main, *self.app.sidebar]

    @property
    def words(self) -> str:
        """Everything that can be read, line by line."""
        found = [[*map(read, markdown_of(element)), *map(str, typed_in(element))] for element in self.elements]
        return "\n".join(word for words in found for word in words).replace("\u00a0", " ")

    @property
    def markdown(self) -> str:
        """The same before the browser makes it into pictures and links."""
        return "\n".join(str(word) for element in self.elements for word in markdown_of(element))

    @property
    def title(self) -> str:
        return read(self.app.title[0].value)

    def field(self, label: str) -> Any:
        """The one field or button with this label."""
        found = [one for one in self.elements if is_field(one) and read(one.label) == label]
        assert len(found) == 1, f"{len(found)} fields are called {label!r}"
        return found[0]

    def fill(self, label: str, value: object) -> None:
        self.field(label).set_value(value)
        self.run()

    def click(self, label: str) -> None:
        self.field(label).click()
        self.run()

    def upload(self, name: str, content: bytes) -> None:
        self.app.file_uploader[0].upload(name, content, "application/octet-stream")
        self.run()

    def errors_below(self, label: str) -> list[str]:
        """The faults that stand between this field, or this heading, and the next field."""
        after = iter(self.elements)
        next(one for one in after if read(getattr(one, "label", None) or getattr(one, "value", "")).strip("*") == label)
        below = takewhile(lambda one: not isinstance(one, Widget), after)
        return [read(one.value) for one in below if isinstance(one, Error)]

    @property
    def errors(self) -> list[str]:
        return [read(error.value) for error in self.app.error]

    @property
    def warnings(self) -> list[str]:
        return [read(warning.value) for warning in self.app.warning]

    def offers(self, label: str) -> bool:
        """Whether there is a field or a button with this label."""
        return any(is_field(one) and read(one.label) == label for one in self.elements)
