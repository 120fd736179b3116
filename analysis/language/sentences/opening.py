"""Why a data folder cannot be opened, and what to do."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import text
from analysis.model.storage import StoreBusy, StoreDamaged, StoreTooNew


def cannot_open_sentence(found: StoreBusy | StoreDamaged | StoreTooNew, language: Language) -> str:
    if isinstance(found, StoreBusy):
        process = text(language, "store.process", pid=found.pid) if found.pid else ""
        return text(language, "store.busy", folder=found.folder, process=process)
    if isinstance(found, StoreDamaged):
        return text(language, f"store.damaged_{found.damage}", file=found.file)
    return text(language, "store.too_new", found=found.found, known=found.known)
