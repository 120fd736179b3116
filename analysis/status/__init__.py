"""The status as a use case: what was known of a project on a date, as one report object; its early indicators."""

from analysis.status.first_advice import first_advice
from analysis.status.indicators import indicators
from analysis.status.priorities import priorities
from analysis.status.reading import report
from analysis.status.realisation import realisation
from analysis.status.target_points import target_point

__all__ = ["first_advice", "indicators", "priorities", "realisation", "report", "target_point"]
