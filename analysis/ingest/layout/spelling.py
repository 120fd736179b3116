"""Column headers without what only their spelling tells apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.ingest.layout.words import DANISH
from analysis.ingest.values.cells import caption, squeeze

_MARKUP = re.compile(r"</?[a-z]{1,6} ?/?>", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,2}[.)] ?(?=[^\W\d])")
_HEADER = re.compile(r"([^()\[\],]+?) ?(?:[(\[](.*)[)\]]|,(.*))? ?:?")


def normal(header: str) -> str:
    """The header without case, accents of spelling, dots and underscores: ``Arb.gang`` and ``arb gang`` are one."""
    text = _MARKUP.sub(" ", caption(header)).casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return " ".join(re.sub(r"[._\-/:*#\"']", " ", text).split())


@dataclass(frozen=True, slots=True)
class Parts:
    """A header's name, and what stands in brackets or behind a comma."""

    name: str
    hint: str


def parts_of(header: str) -> Parts:
    """The name without its number in a list (``1. dato``), and what stands in brackets or behind a comma."""
    match = _HEADER.fullmatch(_NUMBERED.sub("", squeeze(header)))
    return Parts(match[1], (match[2] or match[3] or "").strip(" .").casefold()) if match else Parts(header, "")


def is_danish(headers: tuple[str, ...]) -> bool:
    """Whether any header is a Danish word for a role."""
    return any(word in DANISH for header in headers for word in normal(header).split())
