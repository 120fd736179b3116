"""What a reader sees on a page, as words; and a visitor who opens pages, types and clicks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "app.py")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(words: object) -> str:
    """Text as it looks on screen: escapes resolved, hard spaces as spaces."""
    return ESCAPED.sub(r"\1", str(words)).replace("\u00a0", " ")


def words_of(element: Any) -> Iterator[str]:
    """The label, the value and the choices of one element."""
    if element.type == "table":
        frame = element.value
        yield " ".join(map(str, (*frame.columns, *frame.to_numpy().ravel())))
        return
    for name in ("label", "title", "value", "options", "format"):
        found = element.__dict__.get(name) if name == "label" else getattr(element, name, None)
        yield from [found] if isinstance(found, str) else map(str, found or ()) if name == "options" else ()


class Screen:
    """The app as one visitor sees it."""

    def __init__(self, language: str = "da", **addressed: str) -> None:
        self.app = AppTest.from_file(APP, default_timeout=60)
        self.app.query_params["lang"] = language
        for name, value in addressed.items():
            self.app.query_params[name] = value

    def open(self, page: str) -> Screen:
        self.app.switch_page(f"pages/{page}.py")
        return self.run()

    def run(self) -> Screen:
        self.app.run()
        assert not self.app.exception, self.app.exception
        return self
