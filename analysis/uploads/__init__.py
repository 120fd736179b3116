"""Uploads as a use case: read → name → preview → confirm → undo. The only way in for pages and command line."""

from analysis.ingest import ClockForm, DateOrder, ReadOptions, RoleAnswer, Unit, unreadable_names
from analysis.uploads.labels import nearest
from analysis.uploads.naming import Answers, Naming, propose
from analysis.uploads.reading import ReadFile, read
from analysis.uploads.staff import StaffFile, StaffNaming, confirm_staff, name_staff, read_staff
from analysis.uploads.storing import confirm, mapping, original_file, preview, redo, rejected, undo, uploads

__all__ = [
    "Answers",
    "ClockForm",
    "DateOrder",
    "Naming",
    "ReadFile",
    "ReadOptions",
    "RoleAnswer",
    "StaffFile",
    "StaffNaming",
    "Unit",
    "confirm",
    "confirm_staff",
    "mapping",
    "name_staff",
    "nearest",
    "original_file",
    "preview",
    "propose",
    "read",
    "read_staff",
    "redo",
    "rejected",
    "undo",
    "unreadable_names",
    "uploads",
]
