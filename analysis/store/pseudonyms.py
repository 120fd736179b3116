"""Employees' names become pseudonyms on the way in: HMAC-SHA256 with a key per project that lies in no database."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import unicodedata
from pathlib import Path

from analysis.store.connection import one_value
from analysis.store.folder import fsync_directory
from analysis.store.store import Writing

_KEY_BYTES = 32
_PSEUDONYM_LETTERS = 32


def project_key(writing: Writing, project_id: int) -> bytes | None:
    """The project's key, made on first use; ``None`` where the file is gone or another's.

    A new key in place of a lost one would make every employee a stranger to the rounds before, without a word.
    """
    check = one_value(writing.cursor, "SELECT key_check FROM project WHERE project_id = ?", [project_id])
    path = key_file(writing.keys, project_id)
    if check is None and not path.exists():
        _write_key(path)
    key = path.read_bytes() if path.exists() else b""
    if check is None:
        writing.cursor.execute("UPDATE project SET key_check = ? WHERE project_id = ?", [_check(key), project_id])
    return key if check in (None, _check(key)) else None


def key_file(keys: Path, project_id: int) -> Path:
    """Where a project's key lies."""
    return keys / f"project-{project_id}.key"


def pseudonym(key: bytes, name: str) -> str:
    """What stands for an employee: the same for the same name, however it is spaced or capitalised."""
    return hmac.digest(key, folded(name).encode(), "sha256").hex()[:_PSEUDONYM_LETTERS]


def folded(name: str) -> str:
    """A name as it is compared.

    >>> folded("  Anna  BERG ")
    'anna berg'
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def without_names(text: str, employees: tuple[str, ...]) -> str:
    """A file's, sheet's or column's name as it may be stored: with employees' names blotted out.

    A number or a single letter is nobody's name, and stays.

    >>> without_names("Anna Berg uge 2.csv", ("anna berg", "2"))
    '… uge 2.csv'
    """
    for name in sorted(employees, key=len, reverse=True):
        if sum(letter.isalpha() for letter in name) > 1:
            parts = r"[\W_]+".join(re.escape(part) for part in name.split())
            text = re.sub(rf"(?<![^\W_]){parts}(?![^\W_])", "…", text, flags=re.IGNORECASE)
    return text


def _write_key(path: Path) -> None:
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    fsync_directory(path.parent)


def _check(key: bytes) -> str:
    return hashlib.sha256(b"key check" + key).hexdigest()
