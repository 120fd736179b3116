"""What a zip file says of itself, before anything in it is unpacked."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from analysis.ingest.codes import Refusal

MAX_UNPACKED = 512 << 20
MAX_MEMBERS = 5000
MAX_RATIO = 100
SMALL = 16 << 20
"""Members that unpack to less are harmless whatever their ratio."""


def check_zip(path: Path) -> Refusal | None:
    """The reason not to open the archive, if there is one."""
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return Refusal.DAMAGED
    if len({member.filename.casefold() for member in members}) < len(members):
        # which of them counts is for every program to choose
        return Refusal.DAMAGED
    if any(
        member.file_size > SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1) for member in members
    ):
        return Refusal.ZIP_BOMB
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        return Refusal.TOO_LARGE
    if sum(member.compress_size for member in members) > path.stat().st_size:
        return Refusal.ZIP_BOMB
    return Refusal.ENCRYPTED if any(member.flag_bits & 1 for member in members) else None
