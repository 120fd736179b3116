"""Why a file as a whole is not read: the language catalogue has a sentence for each."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is not read. ``NEEDS_ANSWER`` lists those that an answer from the analyst can lift."""

    EMPTY_FILE = "empty_file"
    """The file holds no text at all."""
    HEADER_ONLY = "header_only"
    """The column names are there, but not one row below them."""
    NOT_A_TABLE = "not_a_table"
    """A picture, a PDF, JSON or other bytes that are neither text rows nor a workbook."""
    NO_HEADER = "no_header"
    """No row holds column names that are known."""
    FIXED_WIDTH = "fixed_width"
    """The columns are named, but only spaces stand between them."""
    NOT_FILLED_IN = "not_filled_in"
    """Rows are prepared, as in a template, but nothing measured stands in any of them."""
    MISSING_COLUMN = "missing_column"
    """A needed column is not there, or one is misspelt; ``missing`` names its role, ``found`` the file's columns."""
    DAY_MISSING = "day_missing"
    """There are months or weeks (``found``) where the day of each registration is needed."""
    ZIP_BOMB = "zip_bomb"
    """A small workbook that unpacks to an enormous one."""
    TOO_LARGE = "too_large"
    """More bytes, cells or reading time than one file may take."""
    DAMAGED = "damaged"
    """The workbook is broken and cannot be opened."""
    ENCRYPTED = "encrypted"
    """The workbook is protected by a password."""
    UNSUPPORTED_WORKBOOK = "unsupported_workbook"
    """A kind of workbook that cannot be checked safely: save it as .xlsx."""
    UNCERTAIN_ENCODING = "uncertain_encoding"
    """The bytes could be read as several alphabets: the analyst names the right one."""
    AMBIGUOUS_DATE = "ambiguous_date"
    """Day and month cannot be told apart, or both orders occur."""
    SWAPPED_DATES = "swapped_dates"
    """The workbook took day for month where it could, and left the other dates as text."""
    YEAR_DAY_MONTH = "year_day_month"
    """Dates begin with the year and go on with the day."""
    AMBIGUOUS_NUMBER = "ambiguous_number"
    """Comma or point could be decimal sign or thousands separator."""
    AMBIGUOUS_DURATION = "ambiguous_duration"
    """Values such as 1:30 or 1,30 could be hours and minutes or something else."""
    UNKNOWN_UNIT = "unknown_unit"
    """Bare numbers in a time column whose header names no unit."""
    SEVERAL_UNITS = "several_units"
    """A column of units says that the numbers are not all of one kind; ``found`` names it and its units."""
    SEVERAL_COLUMNS = "several_columns"
    """More than one column could play the same role; ``found`` names them."""
    SEVERAL_DURATION_COLUMNS = "several_duration_columns"
    """Several time columns that neither agree nor add up in a known way."""
    BREAKS_NOT_SUBTRACTED = "breaks_not_subtracted"
    """Time would come from start and end, but the file also has a column of breaks."""
    WIDE_LAYOUT = "wide_layout"
    """A column per day, employee or workflow whose meaning or unit the file does not tell."""
    SEVERAL_SHEETS = "several_sheets"
    """Sheets that repeat, sum up or exemplify each other's rows: counting all of them would count twice."""
    SEVERAL_TABLES = "several_tables"
    """Another table with other columns follows below, or two stand side by side."""
    TOTALS_AMONG_PARTS = "totals_among_parts"
    """A column that plays no role holds both sums and their parts, so that all would count twice."""
    SUMS_AMONG_ROWS = "sums_among_rows"
    """Rows whose amount is each time the sum of other rows, though no word says so; ``found`` tells which."""
    SAME_AS_ABOVE = "same_as_above"
    """Dates or names stand once above several rows that lack them; ``found`` names the columns."""
    UNQUOTED_DECIMAL_COMMA = "unquoted_decimal_comma"
    """Comma is both column separator and decimal sign, so that fields cannot be told apart."""
    MOSTLY_REJECTED = "mostly_rejected"
    """Most rows cannot be read: the file is probably not what it seems; ``found`` holds the most frequent reason."""
    CPR_IN_NEEDED_COLUMN = "cpr_in_needed_column"
    """A column that would be stored holds CPR numbers: replace them by initials or numbers of your own."""


NEEDS_ANSWER = frozenset(
    {
        Refusal.UNCERTAIN_ENCODING,
        Refusal.AMBIGUOUS_DATE,
        Refusal.AMBIGUOUS_NUMBER,
        Refusal.AMBIGUOUS_DURATION,
        Refusal.UNKNOWN_UNIT,
        Refusal.SEVERAL_COLUMNS,
        Refusal.SEVERAL_DURATION_COLUMNS,
        Refusal.BREAKS_NOT_SUBTRACTED,
        Refusal.WIDE_LAYOUT,
        Refusal.SEVERAL_SHEETS,
        Refusal.SUMS_AMONG_ROWS,
        Refusal.SAME_AS_ABOVE,
    }
)
