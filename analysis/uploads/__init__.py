"""Uploads as a use case: read → name → preview → confirm → undo. The only way in for pages and command line."""

from analysis.ingest import ReadOptions
from analysis.uploads.naming import Naming, propose
from analysis.uploads.reading import ReadFile, read
from analysis.uploads.storing import confirm, preview, redo, rejected, undo, uploads

__all__ = [
    "Naming",
    "ReadFile",
    "ReadOptions",
    "confirm",
    "preview",
    "propose",
    "read",
    "redo",
    "rejected",
    "undo",
    "uploads",
]
