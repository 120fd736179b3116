"""Text files in many hands' dialects: the same registrations, or a refusal, or the faulty rows by name."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from analysis.ingest import ReadOptions, Refusal, Rejection
from analysis.model.upload import Ingested, Refused, Summary
from tests.ingest.conftest import ReadBytes
from tests.ingest.registration_files import (
    EVERYTHING,
    HEADER,
    PLAIN_ROWS,
    REGISTRATIONS,
    WITHOUT_COUNTS,
    Registration,
    doubt_codes,
    header_without,
    left_after,
    minutes_text,
    rejected_lines,
    summary_of,
    text_file,
    with_column,
    with_days,
    with_times,
    without_columns,
)

TEXT = text_file()
LINES = TEXT.splitlines()
EARLY = [row for row, one in zip(PLAIN_ROWS, REGISTRATIONS, strict=True) if one.day.day <= 12]


def quoted(delimiter: str) -> str:
    """Every field in quotation marks."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows((HEADER, *PLAIN_ROWS))
    return file.getvalue()


def as_if(codec: str) -> bytes:
    """UTF-8 that was read in another alphabet and saved as UTF-8."""
    pieces = (bytes([byte]) for byte in TEXT.encode())
    return "".join(piece.decode(codec) if _fits(piece, codec) else chr(piece[0]) for piece in pieces).encode()


def _fits(piece: bytes, codec: str) -> bool:
    return piece[0] < 128 or piece.decode(codec, "replace") != "\ufffd"


def in_header(old: str, new: str) -> str:
    """The plain file with another name for a column."""
    return text_file(header=[new if name == old else name for name in HEADER])


def beside(name: str, value: str) -> str:
    """The plain file with one more column."""
    return text_file([[*row, value] for row in PLAIN_ROWS], [*HEADER, name])


def first_column(name: str, value: str) -> str:
    """The plain file with one more column before the others."""
    return text_file([[value, *row] for row in PLAIN_ROWS], [name, *HEADER])


def with_workflows(written: dict[int, str]) -> list[list[str]]:
    """The rows with some workflows written in another way."""
    return [[*row[:3], written.get(at, row[3]), *row[4:]] for at, row in enumerate(PLAIN_ROWS)]


def named(workflows: dict[int, str]) -> list[Registration]:
    """The registrations with some workflows under other names."""
    return [replace(one, workflow=workflows.get(at, one.workflow)) for at, one in enumerate(REGISTRATIONS)]


def in_lines(changes: dict[int, str], header: str = LINES[0]) -> bytes:
    """The plain file with other texts in some lines, which count from 1."""
    lines = [changes.get(at, line) for at, line in enumerate(LINES, start=1)]
    return "\n".join([header, *lines[1:]]).encode()


def with_mark_before(line: str, at: int) -> str:
    """The line with a quotation mark before one of its fields."""
    cells = line.split(";")
    return ";".join([*cells[:at], '"' + cells[at], *cells[at + 1 :]])


def with_mark_behind(line: str, at: int) -> str:
    """The line with a quotation mark behind one of its fields."""
    cells = line.split(";")
    return ";".join([*cells[:at], cells[at] + '"', *cells[at + 1 :]])


def ended(*ends: str) -> bytes:
    """The plain file with these line ends by turns."""
    return "".join(line + ends[at % len(ends)] for at, line in enumerate(LINES)).encode()


def minutes_until(line: int) -> str:
    """The sum of all registrations above a line of the plain file."""
    return minutes_text(sum(one.seconds for one in REGISTRATIONS[: line - 1]))


SAME = {
    "utf-8": TEXT.encode(),
    "cp865": TEXT.replace("–", "-").encode("cp865"),
    "cp850": TEXT.replace("–", "-").encode("cp850"),
    "mac, carriage returns": TEXT.replace("\r\n", "\r").encode("mac_roman"),
    "utf-16 with mark": TEXT.encode("utf-16"),
    "utf-16 big end first": TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "unicode text with tabs": TEXT.replace(";", "\t").encode("utf-16"),
    "twice encoded": as_if("cp1252"),
    "twice encoded by way of dos": as_if("cp850"),
    "decomposed letters": unicodedata.normalize("NFD", TEXT).encode(),
    "two files glued": "\n".join(LINES[:40]).encode("cp1252") + b"\n" + "\n".join(LINES[40:]).encode(),
    "a mark in the middle": b"\xef\xbb\xbf" + TEXT.replace(LINES[40], "\ufeff" + LINES[40]).encode(),
    "rows of a Macintosh among others": "\r\n".join([*LINES[:40], "\r".join(LINES[40:]), ""]).encode(),
    "every field in apostrophes": "\r\n".join("'" + line.replace(";", "';'") + "'" for line in LINES).encode(),
    "line ends of three kinds": ended("\r\n", "\n", "\r"),
    "every second line end a return": ended("\n", "\r"),
    "every second line end a return, the header's too": ended("\r", "\r\n"),
    "one return among line ends": TEXT.replace("\r\n", "\r", 40).replace("\r", "\r\n", 39).encode(),
    "returns, then line feeds": TEXT.replace("\r\n", "\r", 40).replace("\r\n", "\n").encode(),
    "returns, then line ends of dos": TEXT.replace("\r\n", "\r", 40).encode(),
    "returns in the first column": first_column("kommentar", "ring\rop").encode(),
    "returns in the column in the middle": text_file(
        [[*row[:3], "ring\rop", *row[3:]] for row in PLAIN_ROWS], [*HEADER[:3], "kommentar", *HEADER[3:]]
    ).encode(),
    "returns in a quoted column": beside("kommentar", '"ring;op\rmed;det;samme;i;dag;ja"').encode(),
    "returns in cells and between rows": "\r".join(
        [LINES[0] + ";kommentar", *(line + ';"ring; op\rsagde ""ja"""' for line in LINES[1:]), "\n"]
    ).encode(),
    "commas and quotes": quoted(",").encode(),
    "spaces before quotes": quoted(",").replace('","', '", "').encode(),
    "excel's sep line": ("sep=,\r\n" + quoted(",")).encode(),
    "every line quoted": "\n".join(f'"{line}"' for line in LINES).encode(),
    "pipes with spaces": TEXT.replace(";", " | ").encode(),
    "no last line end": TEXT.rstrip().encode(),
    "end of file of dos": TEXT.replace("–", "-").encode("cp850") + b"\x1a",
    "end of file of dos on a line of its own": TEXT.encode() + b"\x1a\r\n",
    "double carriage returns": TEXT.replace("\r\n", "\r\r\n").encode(),
    "hard spaces everywhere": text_file([[f" \u00a0{cell}\u00a0 " for cell in row] for row in PLAIN_ROWS]).encode(),
    "texts as formulas": text_file([[f'="{cell}"' for cell in row] for row in PLAIN_ROWS]).encode(),
    "decimal points": text_file(with_column(4, lambda text: text.replace(",", "."))).encode(),
    "comma-separated decimal points": text_file(
        with_column(4, lambda text: text.replace(",", ".")), delimiter=","
    ).encode(),
    "iso dates": text_file(with_days("%Y-%m-%d")).encode(),
    "compact dates": text_file(with_days("%d%m%Y")).encode(),
    "american dates": text_file(with_days("%m/%d/%Y")).encode(),
    "dates with times": text_file(with_days("%d-%m-%Y kl. 08:15")).encode(),
    "dates with zones": text_file(with_days("%Y-%m-%dT08:15:00+01:00")).encode(),
    "english months": text_file(with_days("%b %d, %Y")).encode(),
    "dates after a word": text_file(with_days("d. %d.%m.%y")).encode(),
    "dashes of typography": text_file(with_days("%d‑%m‑%Y")).encode(),
    "weeks": text_file(with_days("%G-W%V-%u")).encode(),
    "seconds": text_file(with_times(str), [*HEADER[:4], "sekunder", "antal"]).encode(),
    "words for units": text_file(
        with_times(lambda seconds: f"{seconds // 3600} t {seconds // 60 % 60} min {seconds % 60} sek"),
        [*HEADER[:4], "Varighed", "antal"],
    ).encode(),
    "pandas": text_file(
        with_times(lambda seconds: f"0 days 0{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"),
        [*HEADER[:4], "duration", "antal"],
    ).encode(),
    "minutes and seconds": text_file(
        with_times(lambda seconds: f"{seconds // 60}:{seconds % 60:02d}"), [*HEADER[:4], "Tid (mm:ss)", "antal"]
    ).encode(),
    "hours beside minutes": text_file(
        [
            [*row[:4], f"{one.seconds / 3600:.2f}".replace(".", ","), *row[4:]]
            for row, one in zip(PLAIN_ROWS, REGISTRATIONS, strict=True)
        ],
        [*HEADER[:4], "timer", "minutter", "antal"],
    ).encode(),
    "start and end": text_file(
        [
            [
                *row[:4],
                "08:00",
                f"{8 + one.seconds // 3600:02d}:{one.seconds // 60 % 60:02d}:{one.seconds % 60:02d}",
                row[5],
            ]
            for row, one in zip(PLAIN_ROWS, REGISTRATIONS, strict=True)
        ],
        [*HEADER[:4], "start", "slut", "antal"],
    ).encode(),
    "canonical english": text_file(header=["date", "employee", "group", "workflow", "minutes", "items"]).encode(),
    "capitals": text_file(header=[name.upper() for name in HEADER]).encode(),
    "the paper's other columns": text_file(
        [["baseline", *row, "12"] for row in PLAIN_ROWS], ["wave", *HEADER, "group_population"]
    ).encode(),
    "repeated header": "\n".join([*LINES[:30], LINES[0], *LINES[30:]]).encode(),
    "comment lines above": ("# udtræk\n# 2026\n" + TEXT).encode(),
    "sentences below": (TEXT + "\nBemærk: tallene er foreløbige; se vejledning\nKilde: X\n").encode(),
    "a day's totals between": "\n".join(
        [LINES[0]]
        + [
            text
            for line, row in zip(LINES[1:], PLAIN_ROWS, strict=True)
            for text in (line, f"{row[0]};{row[1]};;I alt;{row[4]};{row[5]}")
        ]
    ).encode(),
    "pages with sums carried over": "\n".join(
        text
        for at, line in enumerate(LINES)
        for text in (
            [f"Side {at // 20};;;;;", f"Transport;;;;{minutes_until(at)};", LINES[0], line] if at % 20 == 19 else [line]
        )
    ).encode(),
    "sums under the employee alone": "\n".join(
        [*LINES[:41], f";ABJ;;;{minutes_until(41)};", *LINES[41:], f";;Alle opgaver;;{minutes_until(len(LINES))};"]
    ).encode(),
    "an average below": (TEXT + "Gennemsnit;;;;67,5;12\n").encode(),
    "units below the header": TEXT.replace("\r\n", "\r\n;;;;(min);(stk)\r\n", 1).encode(),
    "rows counted below": (TEXT + "\n(80 rows affected)\n----\n").encode(),
    "a header wider than its rows": TEXT.replace("\r\n", ";;;\r\n", 1).rstrip().encode(),
    "an unnamed total": (TEXT + f";;;;{EVERYTHING.milliseconds / 60000};\n".replace(".", ",")).encode(),
    "a total on top": TEXT.replace(
        LINES[1], f"I alt;;;;{EVERYTHING.milliseconds / 60000};\n".replace(".", ",") + LINES[1], 1
    ).encode(),
    "prepared empty rows": (TEXT + "".join(f"{day:02d}-04-2026;;;;;\n" for day in range(1, 29))).encode(),
    "inches in a remark": "\n".join([LINES[0] + ";note", *(line + ';5" skærm' for line in LINES[1:])]).encode(),
    "line feeds in a remark": "\n".join(
        [LINES[0] + ";note", *(line + ';"første\n\n""anden""; linje"' for line in LINES[1:])]
    ).encode(),
    "line feeds in the first column": first_column("kommentar", '"ring op\n\ni ""morgen"""').encode(),
    "line feeds in the first and the last column": "\n".join(
        ["kommentar;" + LINES[0] + ";note", *(f'"ring\nop";{line};"første\nanden"' for line in LINES[1:])]
    ).encode(),
    "a line feed in the first name of the header": TEXT.replace("dato", '"dato\n(dd-mm-åååå)"', 1).encode(),
    "the group twice": beside("gruppe", "x").encode(),
}
SENSITIVE = ("line feed", "line end", " return", "returns", "end of file", "Macintosh")
OF_LINE_ENDS = [name for name in SAME if any(word in name for word in SENSITIVE)]


@pytest.mark.parametrize("name", SAME)
def test_the_same_registrations_are_read(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(SAME[name])
    assert isinstance(result, Ingested), result
    assert not result.rejected
    assert "total_differs" not in doubt_codes(result)
    expected = EVERYTHING
    if "–" not in SAME[name].decode("utf-8", "ignore") and name in ("cp865", "cp850", "end of file of dos"):
        expected = replace(expected, workflows=tuple(sorted(label.replace("–", "-") for label in expected.workflows)))
    assert result.summary == expected


@pytest.mark.parametrize("name", OF_LINE_ENDS)
def test_line_ends_are_the_same_where_the_file_is_read_in_pieces(
    name: str, read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.ingest.text.encoding.CHUNK_BYTES", 997)
    monkeypatch.setattr("analysis.ingest.text.whole_lines.LONGEST", 1500)
    test_the_same_registrations_are_read(name, read_bytes)


PARTS: dict[str, tuple[bytes, Summary]] = {
    "no counts": (text_file(without_columns(5), header_without(5)).encode(), WITHOUT_COUNTS),
    "no groups": (
        text_file(without_columns(2), header_without(2)).encode(),
        summary_of([replace(one, target_group="") for one in REGISTRATIONS]),
    ),
    "heads are no counts": (in_header("antal", "antal medarbejdere").encode(), WITHOUT_COUNTS),
    "a form with its employee above": (
        (
            "Medarbejder: ABJ\nUge: 3\n\n"
            + text_file([[row[0], *row[2:]] for row in PLAIN_ROWS if row[1] == "ABJ"], header_without(1))
        ).encode(),
        summary_of([one for one in REGISTRATIONS if one.employee == "ABJ"]),
    ),
    "days ambiguous, danish dashes": (
        text_file(EARLY).encode(),
        summary_of([one for one in REGISTRATIONS if one.day.day <= 12]),
    ),
    "inches, words in quotation marks, and a mark written twice": (
        text_file(with_workflows({0: 'Skærm 24"', 1: 'Projekt "Haste"', 2: '"Sag ""A"""', 3: '"Sag B"""'})).encode(),
        summary_of(named({0: 'Skærm 24"', 1: 'Projekt "Haste"', 2: 'Sag "A"', 3: 'Sag B"'})),
    ),
    "apostrophes in apostrophes": (
        text_file(
            [[f"'{cell}'" for cell in row] for row in with_workflows({0: "Jens' sag", 1: "Jens'", 2: "Jens'' sag"})],
            [f"'{name}'" for name in HEADER],
        ).encode(),
        summary_of(named({0: "Jens' sag", 1: "Jens'", 2: "Jens' sag"})),
    ),
    "capitals are kept apart": (
        text_file(
            [[*row[:3], row[3].upper() if at == 0 else row[3], *row[4:]] for at, row in enumerate(PLAIN_ROWS)]
        ).encode(),
        summary_of(
            [
                replace(one, workflow=one.workflow.upper() if at == 0 else one.workflow)
                for at, one in enumerate(REGISTRATIONS)
            ]
        ),
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_what_the_file_lacks_is_left_open(name: str, read_bytes: ReadBytes) -> None:
    content, expected = PARTS[name]
    result = read_bytes(content)
    assert isinstance(result, Ingested), result
    assert (result.summary, result.rejected) == (expected, ())


FAULTY: dict[str, tuple[bytes, dict[int, Rejection]]] = {
    "minus of typography": (
        (LINES[0] + "\n" + LINES[1].replace("176,5", "−15") + "\n" + "\n".join(LINES[2:])).encode(),
        {2: Rejection.NEGATIVE},
    ),
    "per cent": (TEXT.replace(";176,5;", ";15%;", 1).encode(), {2: Rejection.INVALID_NUMBER}),
    "dashes for minutes": (TEXT.replace(";176,5;", ";--;", 1).encode(), {2: Rejection.INVALID_NUMBER}),
    "a field left out": (TEXT.replace(";Journalisering;", ";", 1).encode(), {2: Rejection.INVALID_NAME}),
    "everybody": (TEXT.replace(";HNI;", ";Alle;", 1).encode(), {2: Rejection.TOTAL_LIKE}),
    "danish excel error": (TEXT.replace(";176,5;", ";#VÆRDI!;", 1).encode(), {2: Rejection.EXCEL_ERROR}),
    "clock among minutes": (TEXT.replace(";176,5;", ";2:56;", 1).encode(), {2: Rejection.AMBIGUOUS_DURATION}),
    "cpr number": (TEXT.replace(";HNI;", ";251248-9996;", 1).encode(), {2: Rejection.CPR_LIKE}),
    "stray quotation mark": (TEXT.replace(";HNI;", ';"HNI;', 1).encode(), {2: Rejection.UNBALANCED_QUOTE}),
    "stray mark that closes": (
        TEXT.replace(";Journalisering;", ';Journalisering";', 1).encode(),
        {2: Rejection.UNBALANCED_QUOTE},
    ),
    "stray marks in one column of two rows": (
        in_lines({2: with_mark_before(LINES[1], 3), 3: with_mark_behind(LINES[2], 3)}),
        {2: Rejection.UNBALANCED_QUOTE, 3: Rejection.UNBALANCED_QUOTE},
    ),
    "stray marks around a whole row": (
        in_lines({2: with_mark_before(LINES[1], 3), 4: with_mark_behind(LINES[3], 3)}),
        {2: Rejection.UNBALANCED_QUOTE, 4: Rejection.UNBALANCED_QUOTE},
    ),
    "stray mark at the end of one row and the start of the next": (
        in_lines({2: with_mark_before(LINES[1], 5), 3: with_mark_before(LINES[2], 0)}),
        {2: Rejection.UNBALANCED_QUOTE, 3: Rejection.UNBALANCED_QUOTE},
    ),
    "stray marks in the first fields of two rows": (
        in_lines({2: with_mark_before(LINES[1], 0), 3: with_mark_behind(LINES[2], 0)}),
        {2: Rejection.UNBALANCED_QUOTE, 3: Rejection.INVALID_DATE},
    ),
    "stray mark at the end of one row, closed in the next": (
        in_lines({2: with_mark_before(LINES[1], 5), 3: with_mark_behind(LINES[2], 0)}),
        {2: Rejection.UNBALANCED_QUOTE, 3: Rejection.INVALID_DATE},
    ),
    "stray mark among quoted fields": (
        quoted(";").replace('"HNI"', '"HNI', 1).encode(),
        {2: Rejection.UNBALANCED_QUOTE},
    ),
    "stray mark in the first of quoted fields": (
        quoted(";").replace('"05-01-2026"', '"05-01-2026', 1).encode(),
        {2: Rejection.UNBALANCED_QUOTE},
    ),
    "stray mark among rows of a Macintosh": (
        (TEXT.replace("\r\n", "\r").replace("HNI", '"HNI', 1) + "\n").encode(),
        {2: Rejection.UNBALANCED_QUOTE},
    ),
    "separator between apostrophes": (
        "\n".join("'" + line.replace(";", "';'") + "'" for line in LINES).replace("'HNI'", "'H;N;I'", 1).encode(),
        {2: Rejection.TOO_MANY_FIELDS},
    ),
    "megabyte line": (TEXT.replace("HNI", "x" * 2_000_000, 1).encode(), {2: Rejection.LINE_TOO_LONG}),
    "form feed": (TEXT.replace("HNI", "H\x0cNI", 1).encode(), {2: Rejection.INVALID_CHARACTERS}),
    "lost letter": (TEXT.replace("HNI", "H\ufffdNI", 1).encode(), {2: Rejection.INVALID_CHARACTERS}),
    "row further right": (TEXT.replace(LINES[1], ";;;;;;" + LINES[1], 1).encode(), {2: Rejection.TOO_MANY_FIELDS}),
    "total that is none": (
        TEXT.replace("Journalisering", "Journalisering i alt", 1).encode(),
        {2: Rejection.TOTAL_LIKE},
    ),
    "year of two thousand sixteen": (TEXT.replace("05-01-2026", "05-01-1916", 1).encode(), {2: Rejection.INVALID_DATE}),
    "undecided among mixed signs": (
        TEXT.replace(";180,75;", ";180.75;").replace(";13,75;", ";1.375;", 1).encode(),
        {4: Rejection.AMBIGUOUS_NUMBER},
    ),
    "quote over a whole row": (
        "\n".join(
            [
                LINES[0] + ";note",
                LINES[1] + ';"aaa',
                *(line + ";" for line in LINES[2:6]),
                LINES[6] + ';bbb"',
                *(line + ";" for line in LINES[7:]),
            ]
        ).encode(),
        {2: Rejection.UNBALANCED_QUOTE, 7: Rejection.UNBALANCED_QUOTE},
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_only_the_faulty_row_is_rejected(name: str, read_bytes: ReadBytes) -> None:
    content, expected = FAULTY[name]
    result = read_bytes(content)
    assert isinstance(result, Ingested), result
    assert rejected_lines(result) == expected
    assert result.summary == left_after(*expected)


NAMED_LAST = text_file([[*row[:3], *row[4:], row[3]] for row in PLAIN_ROWS], [*HEADER[:3], *HEADER[4:], HEADER[3]])
CUT_OFF = {
    "within a letter": NAMED_LAST.rstrip()[:-1].encode() + b"\xc3",
    "within a digit of utf-16": TEXT.rstrip().encode("utf-16")[:-1],
}


@pytest.mark.parametrize("name", CUT_OFF)
def test_a_file_that_stops_within_a_character_loses_its_last_row(name: str, read_bytes: ReadBytes) -> None:
    result = read_bytes(CUT_OFF[name])
    assert isinstance(result, Ingested), result
    assert (list(rejected_lines(result)), result.summary) == ([len(LINES)], left_after(len(LINES)))
    assert "truncated_file" in doubt_codes(result)


REFUSED: dict[str, tuple[bytes, Refusal]] = {
    "only spaces": (b"  \r\n \r\n", Refusal.EMPTY_FILE),
    "only a mark": (b"\xef\xbb\xbf", Refusal.EMPTY_FILE),
    "only NUL": (b"\0" * 3000, Refusal.NOT_A_TABLE),
    "pdf": (b"%PDF-1.7\n" + b"x" * 300, Refusal.NOT_A_TABLE),
    "json list": (
        json.dumps([dict(zip(HEADER, row, strict=True)) for row in PLAIN_ROWS]).encode(),
        Refusal.NOT_A_TABLE,
    ),
    "xml": (b"<?xml version='1.0'?><rows><row/></rows>", Refusal.NOT_A_TABLE),
    "prose": (b"Dette er et brev.\nMed venlig hilsen\n", Refusal.NO_HEADER),
    "fixed width": (
        "\n".join("".join(cell.ljust(36) for cell in row) for row in (HEADER, *PLAIN_ROWS)).encode(),
        Refusal.FIXED_WIDTH,
    ),
    "columns apart by spaces, below a title": (
        ("Kørsel: 01-04-2026   Side 1\n\n" + TEXT.replace(";", "   ")).encode("cp865", "replace"),
        Refusal.FIXED_WIDTH,
    ),
    "stray mark in the header, and its partner among the rows": (
        in_lines({40: with_mark_behind(LINES[39], 0)}, header=with_mark_before(LINES[0], 5)),
        Refusal.NO_HEADER,
    ),
    "prose with wide spaces": (b"Ugens dato  medarbejder  Hansen\nVi ses\n", Refusal.NO_HEADER),
    "no date": (text_file(without_columns(0), header_without(0)).encode(), Refusal.MISSING_COLUMN),
    "no workflow": (text_file(without_columns(3), header_without(3)).encode(), Refusal.MISSING_COLUMN),
    "empty workflow": (text_file(with_column(3, lambda text: "")).encode(), Refusal.MISSING_COLUMN),
    "misspelt count": (in_header("antal", "antl").encode(), Refusal.MISSING_COLUMN),
    "minutes per case": (in_header("minutter", "minutter (pr. sag)").encode(), Refusal.MISSING_COLUMN),
    "broken header": (TEXT.encode("ascii", "replace").replace(b"?", "\ufffd".encode()), Refusal.UNCERTAIN_ENCODING),
    "two old alphabets": (
        "\n".join(LINES[:40]).encode("cp1252") + "\n".join(LINES[40:]).replace("–", "-").encode("cp865"),
        Refusal.UNCERTAIN_ENCODING,
    ),
    "commas for everything": (TEXT.replace(";", ",").encode(), Refusal.UNQUOTED_DECIMAL_COMMA),
    "commas, no counts": (
        text_file(without_columns(5), header_without(5), ",").encode(),
        Refusal.UNQUOTED_DECIMAL_COMMA,
    ),
    "hours and minutes with a point": (
        text_file(
            with_times(lambda seconds: f"{seconds // 3600}.{seconds // 60 % 60:02d} t"),
            [*HEADER[:4], "Varighed", "antal"],
        ).encode(),
        Refusal.AMBIGUOUS_DURATION,
    ),
    "a sum under another name beside the columns": (
        (
            ";;Visitation;Høring;Møde;Hele ugen\ndato;medarbejder;min;min;min;min\n"
            + "".join(f"0{day}-01-2026;ABJ;{day};5;7;{day + 12}\n" for day in range(1, 8))
        ).encode(),
        Refusal.SUMS_AMONG_ROWS,
    ),
    "another table below": (
        "\n".join([*LINES[:40], "dato;medarbejder;målgruppe;arbejdsgang;antal;minutter", *LINES[40:]]).encode(),
        Refusal.SEVERAL_TABLES,
    ),
    "sorted with its header": ("\n".join([*LINES[1:40], LINES[0], *LINES[40:]]).encode(), Refusal.SEVERAL_TABLES),
    "two tables, the second wider": (
        "\n".join([*(";".join(line.split(";")[:5]) for line in LINES[:20]), "", LINES[0], *LINES[20:]]).encode(),
        Refusal.SEVERAL_TABLES,
    ),
    "dates without years": (text_file(with_days("%d/%m")).encode(), Refusal.MOSTLY_REJECTED),
    "cpr numbers for names": (
        text_file(with_column(1, lambda text: f"0101{50 + ord(text[0]) % 40}{1000 + ord(text[1])}")).encode(),
        Refusal.CPR_IN_NEEDED_COLUMN,
    ),
    "names only where they change": (
        text_file([row if at % 3 == 0 else [row[0], "", *row[2:]] for at, row in enumerate(PLAIN_ROWS)]).encode(),
        Refusal.SAME_AS_ABOVE,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_file_is_refused_for_its_reason(name: str, read_bytes: ReadBytes) -> None:
    content, reason = REFUSED[name]
    result = read_bytes(content)
    assert isinstance(result, Refused), result.summary
    assert result.reason == reason


def test_a_missing_column_is_named_with_the_columns_that_are_there(read_bytes: ReadBytes) -> None:
    result = read_bytes(text_file(without_columns(4), header_without(4)).encode())
    assert isinstance(result, Refused)
    assert (result.missing, result.found) == (
        ("duration",),
        ("dato", "medarbejder", "målgruppe", "arbejdsgang", "antal"),
    )


def test_rows_that_stay_uncounted_are_named(read_bytes: ReadBytes) -> None:
    result = read_bytes((TEXT + "01-04-2026;ABJ;;;;\nI alt;;;;1;\nKilde: X\n").encode())
    assert isinstance(result, Ingested)
    assert {"unfilled_rows", "total_rows", "total_differs", "note_rows"} <= doubt_codes(result)


@pytest.mark.parametrize(("clock", "order"), [("08:00:00 AM", "mdy"), ("08:00:00", None)])
def test_the_tool_tells_the_order_of_days_where_its_clock_has_twelve_hours(
    clock: str, order: str | None, read_bytes: ReadBytes
) -> None:
    header = (
        "Project,Client,Description,Task,User,Group,Email,Tags,Billable"
        ",Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)"
    )
    rows = [
        f"P,C,D,T,ABJ,,a@x,,No,03/04/2024,{clock},03/04/2024,{clock.replace('08:0', '09:3')},01:30:00,1.50",
        "Total,,,,,,,,,,,,,01:30:00,1.50",
    ]
    result = read_bytes("\n".join([header, *rows]).encode())
    if order is None:
        assert isinstance(result, Refused)
        assert result.reason == Refusal.AMBIGUOUS_DATE
        return
    assert isinstance(result, Ingested)
    assert (result.summary.first_date, result.summary.milliseconds) == (date(2024, 3, 4), 5_400_000)
    assert doubt_codes(result) >= {"date_order_assumed", "total_rows"}


def test_work_that_ends_before_it_starts_is_rejected(read_bytes: ReadBytes) -> None:
    header = "dato;medarbejder;arbejdsgang;start;slut\n"
    result = read_bytes((header + "05-01-2026;ABJ;A;08:00;08:30\n05-01-2026;ABJ;A;23:00;01:00\n").encode())
    assert isinstance(result, Ingested)
    assert (result.summary.milliseconds, rejected_lines(result)) == (1_800_000, {3: Rejection.END_BEFORE_START})


def test_work_may_end_on_another_date(read_bytes: ReadBytes) -> None:
    header = "dato;medarbejder;arbejdsgang;start;slut;slutdato\n"
    result = read_bytes((header + "05-01-2026;ABJ;A;kl. 23.00;kl. 01.00;06-01-2026\n").encode())
    assert isinstance(result, Ingested)
    assert (result.summary.milliseconds, result.rejected) == (7_200_000, ())


def test_a_duration_that_the_clock_contradicts_is_named(read_bytes: ReadBytes) -> None:
    header = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration"
    row = "ABJ,a@x,,P,T,,No,2026-01-05,23:30:00,2026-01-06,00:30:00,"
    result = read_bytes(f"{header}\n{row}01:00:00\n{row}03:00:00\n".encode())
    assert isinstance(result, Ingested)
    assert [(doubt.rows, doubt.examples) for doubt in result.doubts if doubt.code == "duration_differs"] == [(1, (3,))]


def test_milliseconds_are_exact(read_bytes: ReadBytes) -> None:
    result = read_bytes(b"date;employee;workflow;minutes\n2026-01-05;ABJ;A;4.1853\n2026-01-05;KN;A;0.5\n")
    assert isinstance(result, Ingested)
    assert result.summary.milliseconds == 251_118 + 30_000


def test_a_workflow_can_be_given(read_bytes: ReadBytes) -> None:
    content = text_file(without_columns(3), header_without(3)).encode()
    result = read_bytes(content, ReadOptions(default_workflow="Journalisering"))
    assert isinstance(result, Ingested)
    assert result.summary == replace(EVERYTHING, workflows=("Journalisering",))
