"""Why total time changed: volume, mix of target groups and workflows, minutes per item. Arithmetic only."""

from analysis.decomposition.decompose import Component, Decomposition, Effect, decompose
from analysis.decomposition.measured_time import Factor, MeasuredTime, WorkflowTotals

__all__ = ["Component", "Decomposition", "Effect", "Factor", "MeasuredTime", "WorkflowTotals", "decompose"]
