"""The status as a use case: what was known of a project on a date, as one report object; its early indicators."""

from analysis.status.indicators import indicators
from analysis.status.reading import report

__all__ = ["indicators", "report"]
