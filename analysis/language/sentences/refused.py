"""What was found in a file that cannot be read."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.upload import Refused

MOSTLY_REJECTED = "mostly_rejected"
"""The refusal that names the most frequent fault of the rows."""


def found_words(refused: Refused, language: Language) -> tuple[str, ...]:
    """The columns or sheets by name; a fault of the rows in its own words, which say what to do about it."""
    if refused.reason != MOSTLY_REJECTED:
        return refused.found
    return tuple(text(language, f"rejected.{reason}") for reason in refused.found)
