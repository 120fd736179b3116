"""Fifty-six files with exact truth: every one is read exactly, read with every doubtful row named, or refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pytest

from analysis.ingest import check_line, read
from tests.ingest.registration_files import FILES
from tests.ingest.staging import MemoryStaging

VARIANTS = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))["variants"]
DANISH = {"arbejdsgang": "workflow", "medarbejder": "employee", "målgruppe": "target_group"}


def truth_in(line: Mapping[str, Any]) -> dict[str, object]:
    """What the file's truth block says, computed from the line that ``check`` prints."""
    labels = {danish: sorted(line["labels"][name]) for danish, name in DANISH.items()}
    text = json.dumps(labels, ensure_ascii=False, sort_keys=True)
    return {
        "rows": line["rows"],
        "sum_seconds": line["seconds"],
        "sum_count": line["count"],
        "count_missing": line["count_missing"],
        "date_min": line["first_date"],
        "date_max": line["last_date"],
        "employees": line["employees"],
        "labels_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }


def is_right(line: Mapping[str, Any], option: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """Whether the line is this outcome, to the last number and rejected row."""
    if not option["status"].startswith("accepted"):
        return bool(line["status"] == option["status"] and line["reason"] == option.get("reason", line["reason"]))
    if not line["status"].startswith("accepted"):
        return False
    truth = option.get("truth", "same")
    truth = expected["truth"] if truth == "same" else truth
    found = truth_in(line)
    if any(found[name] != truth[name] for name in found):
        return False
    rejected = {row["row"]: row["reason"] for row in line["rejected"]}
    named = set(option.get("warnings", ())) <= set(line["warnings"])
    return named and (
        option is not expected or rejected == {row["line"]: row["reason"] for row in option.get("rejected", ())}
    )


@pytest.mark.parametrize("expected", VARIANTS, ids=lambda variant: variant["id"])
def test_the_file_reads_as_it_should(expected: dict[str, Any], staging: MemoryStaging) -> None:
    result = read(FILES / expected["file"], expected["upload_name"], staging)
    line = json.loads(json.dumps(check_line(result)))
    assert any(is_right(line, option, expected) for option in (expected, *expected.get("alternatives", ()))), line
    assert not list(staging.folder.iterdir())
