"""The user's own words inside markdown: never a link, an image or a formula."""

from __future__ import annotations

import re

WHITE_SPACE = re.compile(r"[ \t\r\n]+")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|:$~&^@/\"'=])")


def plain(words: str) -> str:
    r"""The words with all that markdown would read as its own escaped.

    >>> plain("![x](http://a.b)")
    '\\!\\[x\\]\\(http\\:\\/\\/a\\.b\\)'
    """
    return MARKDOWN.sub(r"\\\1", WHITE_SPACE.sub(" ", words))
