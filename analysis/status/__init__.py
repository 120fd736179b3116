"""The status as a use case: what was known of a project on a date, as one report object."""

from analysis.status.reading import report

__all__ = ["report"]
