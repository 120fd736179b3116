"""Uploads as a use case: read → name → preview → confirm → undo. The only way in for pages and command line."""

from analysis.ingest import ClockForm, DateOrder, ReadOptions, RoleAnswer, Unit
from analysis.uploads.naming import Answers, Naming, propose
from analysis.uploads.reading import ReadFile, read
from analysis.uploads.storing import confirm, original_file, preview, redo, rejected, undo, uploads

__all__ = [
    "Answers",
    "ClockForm",
    "DateOrder",
    "Naming",
    "ReadFile",
    "ReadOptions",
    "RoleAnswer",
    "Unit",
    "confirm",
    "original_file",
    "preview",
    "propose",
    "read",
    "redo",
    "rejected",
    "undo",
    "uploads",
]
