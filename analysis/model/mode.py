"""How several target groups become one number."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How the target groups of a round become one ratio (statistics, section 2)."""

    COMBINED = "combined"
    """Design-weighted minutes over design-weighted items."""
    STANDARDISED = "standardised"
    """Each group's own ratio, weighted by fixed yearly volumes: a shift in case mix is no benefit."""
    EXPANSION = "expansion"
    """Minutes expanded to the populations over the cases that a system counted."""
