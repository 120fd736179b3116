"""The framework workbook: the whole plan as an Excel file, and such a file, edited by hand, as changes of the plan."""

from analysis.workbook.comparing import Difference, Sort, differences
from analysis.workbook.faults import CellFault, NotReadable
from analysis.workbook.reading import WorkbookRead, origin, read_workbook
from analysis.workbook.sentences import fault_sentence, plan_sentence
from analysis.workbook.vocabulary import title_of
from analysis.workbook.writing import plan_workbook

__all__ = [
    "CellFault",
    "Difference",
    "NotReadable",
    "Sort",
    "WorkbookRead",
    "differences",
    "fault_sentence",
    "origin",
    "plan_sentence",
    "plan_workbook",
    "read_workbook",
    "title_of",
]
