"""Why total time changed: volume, mix of target groups and workflows, minutes per item. Arithmetic only."""

from analysis.decomposition.decompose import decompose
from analysis.decomposition.measured_time import MeasuredTime, WorkflowTotals
from analysis.decomposition.result import Amount, Component, Decomposition, Effect, Factor

__all__ = ["Amount", "Component", "Decomposition", "Effect", "Factor", "MeasuredTime", "WorkflowTotals", "decompose"]
