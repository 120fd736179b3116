"""The status as PDF and as pictures, both set from one template."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import typst

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.status import StatusReport
from analysis.report.content import document

FOLDER = Path(__file__).parent
PIXELS_PER_INCH = 180
"""A4 across at 2104 pixels: more than a projector shows."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as PNG, with a file name."""

    name: str
    png: bytes


def status_pdf(report: StatusReport, language: Language) -> bytes:
    """An accessible PDF for the archive (PDF/A-2a and PDF/UA-1); the same report gives the same bytes."""
    (pdf,) = compiled(report, language, "pdf")
    return pdf


def status_pages(report: StatusReport, language: Language) -> tuple[PageImage, ...]:
    """The same pages for the wall."""
    return tuple(
        PageImage(text(language, "report.page_name", number=number), png)
        for number, png in enumerate(compiled(report, language, "png"), start=1)
    )


def compiled(report: StatusReport, language: Language, format: Literal["pdf", "png"]) -> list[bytes]:
    """The template with the document as data: texts handed in as JSON cannot become code."""
    result = typst.compile(
        FOLDER / "status.typ",
        root=FOLDER,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format=format,
        ppi=PIXELS_PER_INCH,
        sys_inputs={"document": content(report, language)},
        pdf_standards=["a-2a", "ua-1"] if format == "pdf" else [],
    )
    return result if isinstance(result, list) else [result]


@lru_cache(maxsize=4)
def content(report: StatusReport, language: Language) -> str:
    """Kept, because drawing the charts takes most of the time and PDF and pictures show the same."""
    return json.dumps(asdict(document(report, language)))


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")])
