"""What reading a file found, in sentences that say what to do: on the page and in the terminal."""

from __future__ import annotations

from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import HERE, long_date
from analysis.language.sentences.measuring import names_listed
from analysis.language.sentences.names import the_round
from analysis.language.sentences.roles import role_word
from analysis.model.kinds import Measurement
from analysis.model.rejects import Rejects
from analysis.model.storing import AlreadyUploaded, StoringFault
from analysis.model.upload import Doubt, Ingested, Refused, Upload

UNITS = {
    "hidden_sheet": "sheets",
    "sheet_left_out": "sheets",
    "employee_from_sheet": "sheets",
    "hidden_column": "columns",
}
"""What a doubt counts where it does not count rows."""
WHOLE_FILE = frozenset({"workflow_from_answer"})
NOTHING = "–"


def refusal_sentence(refused: Refused, measurement: Measurement, language: Language) -> str:
    """Why a file is not read, and what to do about it."""
    missing = [role_word(role, measurement, language) for role in refused.missing]
    known = {"missing": names_listed(missing, language), "found": ", ".join(refused.found) or NOTHING}
    if refused.rejects:
        return mostly_rejected_sentence(refused.rejects, language)
    if refused.reason == "missing_column":
        empty = [column.header for column in refused.columns if column.role in refused.missing]
        key, number = ("refused.empty_column", len(empty)) if empty else ("refused.missing_column", len(missing))
        return counted(language, key, number, **known | ({"found": names_listed(empty, language)} if empty else {}))
    if refused.reason == "no_header" and refused.columns:
        headers = ", ".join(column.header for column in refused.columns)
        return text(language, "refused.unknown_names", found=headers)
    return text(language, f"refused.{refused.reason}", **known)


def mostly_rejected_sentence(rejects: Rejects, language: Language) -> str:
    """How many rows of how many, and what is wrong with most of them."""
    most = rejects.reasons[0]
    return text(
        language,
        "refused.mostly_rejected",
        rejected=counted(language, "count.rows", rejects.rows),
        rows=counted(language, "count.rows", rejects.all_rows),
        most=counted(language, "count.rows", most.rows),
        reason=text(language, f"rejected.{most.reason}"),
    )


def already_uploaded_sentence(found: AlreadyUploaded, number: int, language: Language) -> str:
    """Which file it is, when it came, and to the round of which number."""
    earlier = found.upload
    return text(
        language,
        "refused.already_uploaded",
        name=earlier.source.name,
        day=long_date(language, earlier.uploaded_at.astimezone(HERE).date()),
        round=the_round(number, language),
    )


def doubt_sentence(doubt: Doubt, language: Language) -> str:
    """What was assumed, and of how many rows, sheets or columns; of the whole file where no number is given."""
    is_counted = doubt.rows and doubt.code not in WHOLE_FILE
    number = counted(language, f"count.{UNITS.get(doubt.code, 'rows')}", doubt.rows) + ": " if is_counted else ""
    return number + text(language, f"doubt.{doubt.code}")


def storing_fault_sentence(fault: StoringFault, language: Language) -> str:
    """Why rows cannot be stored as they are."""
    rows, employees = (counted(language, f"count.{unit}", fault.number) for unit in ("rows", "employees"))
    known = {"rows": rows, "employees": employees, "group": fault.target_group or "", "population": fault.population}
    return text(language, f"storing.{fault.kind}", **known)


def stored_sentence(upload: Upload, file: Ingested, language: Language) -> str:
    """How many rows of a file count now, and how many do not."""
    left_out = rows_left_out(upload, file)
    said = [counted(language, "upload.stored", upload.rows, name=upload.source.name)]
    others = (("upload.stored_rejected", upload.rejected), ("upload.stored_left_out", left_out))
    said += [counted(language, key, number) for key, number in others if number]
    return " ".join(said)


def rows_left_out(upload: Upload, file: Ingested) -> int:
    """The rows that neither count nor were rejected, in reading or in storing."""
    return file.summary.rows + len(file.rejected) - upload.rows - upload.rejected
