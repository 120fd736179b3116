"""From an analyst's file to trusted rows: read exactly, read with every doubt named, or refused with the reason."""

from analysis.ingest.check_line import check_line
from analysis.ingest.codes import NEEDS_ANSWER, Refusal, Rejection, Warn
from analysis.ingest.layout.signatures import signature
from analysis.ingest.options import ClockForm, Cursor, DateOrder, ReadOptions, RoleAnswer, Staging, Unit
from analysis.ingest.readable import unreadable_names
from analysis.ingest.reader import read

__all__ = [
    "NEEDS_ANSWER",
    "ClockForm",
    "Cursor",
    "DateOrder",
    "ReadOptions",
    "Refusal",
    "Rejection",
    "RoleAnswer",
    "Staging",
    "Unit",
    "Warn",
    "check_line",
    "read",
    "signature",
    "unreadable_names",
]
