"""The values of an indicator: any number, with a decimal sign of the column's own and perhaps a percent sign."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.ingest.columns.staging import Names
from analysis.ingest.columns.typed import MAX_KEPT, Distinct, Parsed, Typed, common_reason, doubt
from analysis.ingest.layout.layout import Fault
from analysis.ingest.options import Cursor
from analysis.ingest.values.cells import plain
from analysis.ingest.values.numerals import Signs, infer_signs, number_body, parse_number
from analysis.model.kinds import Role

PERCENT = "%"
OTHER_SCALE = "other_scale"
"""The table of values in the rarer scale of their indicator."""


def type_values(texts: Sequence[Distinct], header: str, decimal_sign: str | None) -> Typed:
    """The numbers of a column, which may be those of several indicators."""
    known = [text for text in texts if common_reason(text.text) is None]
    signs = infer_signs((number_body(_bare(text.text)) for text in known), answer=decimal_sign)
    if signs.undecided:
        return Typed(fault=Fault(Refusal.AMBIGUOUS_NUMBER, (header,)))
    parsed = [_parsed(text.text, signs) for text in texts]
    good = [text for text, outcome in zip(texts, parsed, strict=True) if outcome.value]
    points = [text for text in good if signs.mixed and "." in number_body(_bare(text.text))]
    return Typed(tuple(parsed), doubt(Warn.MIXED_DECIMAL_SEPARATORS, points))


def create_other_scale(cursor: Cursor, names: Names, texts: Sequence[Distinct]) -> None:
    """The values that stand in another scale than most of their indicator: of 41 % and 0.43 the rarer is a guess.

    Zero is zero in both.
    """
    percent = [text.text for text in texts if _is_percent(text.text)]
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE {names.of(OTHER_SCALE)} AS WITH scaled AS"
        " (SELECT name.value::VARCHAR AS workflow, t_value AS text, t_value IN (SELECT unnest(?::VARCHAR[])) AS scale,"
        f" row FROM {names.of('fields')} JOIN {names.of(Role.WORKFLOW)} AS name ON name.text = t_workflow"
        f" JOIN {names.of(Role.VALUE)} AS number ON number.text = t_value WHERE number.value <> 0),"
        " usual AS (SELECT workflow, scale FROM scaled GROUP BY workflow, scale"
        " QUALIFY row_number() OVER (PARTITION BY workflow ORDER BY count(*) DESC, min(row)) = 1)"
        " SELECT DISTINCT workflow, text FROM scaled JOIN usual USING (workflow) WHERE scaled.scale <> usual.scale",
        [percent],
    )


def _is_percent(text: str) -> bool:
    return plain(text).endswith(PERCENT)


def _bare(text: str) -> str:
    """The number without its percent sign: 12,5 % is 12,5."""
    return plain(text).removesuffix(PERCENT).rstrip()


def _parsed(text: str, signs: Signs) -> Parsed:
    reason = common_reason(text)
    if reason:
        return Parsed(text, reason=reason)
    value = parse_number(_bare(text), signs)
    if isinstance(value, Rejection):
        return Parsed(text, reason=value)
    return Parsed(text, float(value), Rejection.IMPLAUSIBLE_VALUE if abs(value) > MAX_KEPT else None)
