"""Every word on screen in Danish and English: catalogues, formats, and sentences generated from the numbers shown."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    DANISH = "da"
    ENGLISH = "en"
