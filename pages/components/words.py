"""The user's own words inside markdown: never a link, an image or a formula."""

from __future__ import annotations

import re

WHITE_SPACE = re.compile(r"[ \t\r\n]+")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|:$~&^@/\"'=])")

DRAWN = re.compile(r"[\\`*_{}\[\]<>#|:$~^&@]|--|->|<-|//|www\.|^\s*(?:[-+]|\d+[.)])\s", re.IGNORECASE)
"""What markdown would make something else of; a point or a bracket inside a name it leaves alone."""


def as_label(words: str) -> str:
    r"""The words as the label of a field: a screen reader reads a label as it is written, so they are escaped only
    where markdown would draw them.

    >>> as_label("Antal (stk.)"), as_label("*antal*")
    ('Antal (stk.)', '\\*antal\\*')
    """
    return plain(words) if DRAWN.search(words) else WHITE_SPACE.sub(" ", words)


def plain(words: str) -> str:
    r"""The words with all that markdown would read as its own escaped.

    >>> plain("![x](http://a.b)")
    '\\!\\[x\\]\\(http\\:\\/\\/a\\.b\\)'
    """
    return MARKDOWN.sub(r"\\\1", WHITE_SPACE.sub(" ", words))
