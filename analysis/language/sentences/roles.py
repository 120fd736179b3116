"""What a column of a measurement file is called."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.kinds import Measurement, Role

OWN = {(Measurement.SERIES, Role.WORKFLOW): "indicator", (Measurement.SHARE, Role.COUNT): "part"}
"""Where a kind of measurement has a word of its own for a role."""


def role_key(role: Role | str, measurement: Measurement) -> str:
    """What the catalogues call the role in a file of this kind."""
    return OWN.get((measurement, Role(role)), role)


def role_word(role: Role | str, measurement: Measurement, language: Language) -> str:
    """
    >>> role_word(Role.WORKFLOW, Measurement.SERIES, Language.DANISH)
    'indikator'
    """
    return text(language, f"role.{role_key(role, measurement)}")
