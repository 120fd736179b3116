"""Employees' names become pseudonyms on the way in: HMAC-SHA256 with a key per project that lies in no database."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from analysis.store.connection import one_value
from analysis.store.folder import fsync_directory
from analysis.store.store import Writing

_KEY_BYTES = 32
_PSEUDONYM_LETTERS = 32
_WORD = re.compile(r"[^\W_]+")


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


def blotter(employees: Iterable[str]) -> Callable[[str], str]:
    """What makes a file's, sheet's or column's name storable: employees' names are blotted out, the rest is NFC.

    A number or a single letter is nobody's name, and stays.

    >>> blotter(("anna berg", "2"))("Anna Berg uge 2.csv")
    '… uge 2.csv'
    """
    names = {_words(name) for name in employees if sum(letter.isalpha() for letter in name) > 1}
    lengths = sorted({len(name) for name in names}, reverse=True)

    @cache
    def blot(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        found, parts, at, place = list(_WORD.finditer(composed)), [], 0, 0
        words = [folded(match[0]) for match in found]
        while place < len(found):
            length = next((one for one in lengths if tuple(words[place : place + one]) in names), 0)
            if length:
                parts += [composed[at : found[place].start()], "…"]
                at = found[place + length - 1].end()
            place += length or 1
        return "".join((*parts, composed[at:]))

    return blot


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(name)))


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
