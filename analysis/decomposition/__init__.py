"""Why total time changed: volume, mix of target groups and workflows, minutes per item. Arithmetic only."""

from analysis.decomposition.decompose import decompose
from analysis.decomposition.measured_time import MeasuredTime

__all__ = ["MeasuredTime", "decompose"]
