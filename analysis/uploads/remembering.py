"""What was answered for a file is answered for the next one with the same columns; the analyst is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from analysis.ingest import ClockForm, DateOrder, ReadOptions, RoleAnswer, Unit, signature
from analysis.model.kinds import Role
from analysis.model.storing import LabelMatch
from analysis.model.understood import Remembered
from analysis.model.upload import ColumnMatch, Ingested, Refused
from analysis.store.pseudonyms import blotter

EVIDENCE = "remembered"
Read = Callable[[ReadOptions], Ingested | Refused]


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read at last: with which options, and from which memory."""

    ingested: Ingested
    options: ReadOptions
    memory: Remembered | None = None


def has_answers(options: ReadOptions) -> bool:
    """Whether the analyst has answered anything for this very file."""
    declared = ReadOptions(grain=options.grain, measurement=options.measurement, progress=options.progress)
    return options != declared


def read_as_remembered(
    read: Read, options: ReadOptions, memories: Sequence[Remembered], *, is_answered: bool
) -> Reading | Refused:
    """Read a file; once more where its columns are remembered, or where an answer is what it lacks.

    Where the analyst has answered for this very file, its columns are read by that alone.

    What is remembered must not lose rows that are read without it: then it is about other contents.
    """
    first = read(options)
    if is_answered:
        return first if isinstance(first, Refused) else Reading(first, options, _names_only(first, memories))
    if isinstance(first, Refused):
        can_be_answered = first.needs_answer or bool(first.missing)
        answering = (one for one in memories if can_be_answered and _told(options, one) != options)
        again = (_again(read, options, memory) for memory in answering)
        return next((reading for reading in again if reading is not None), first)
    memory = next((one for one in memories if one.signature == signature(first.columns)), None)
    if memory is None or _told(options, memory) == options:
        return Reading(first, options, memory)
    reading = _again(read, options, memory)
    if reading is not None and len(reading.ingested.rejected) <= len(first.rejected):
        return reading
    # A reading takes the place of the one before.
    unaided = read(options)
    return unaided if isinstance(unaided, Refused) else Reading(unaided, options)


def _names_only(ingested: Ingested, memories: Sequence[Remembered]) -> Remembered | None:
    """What was said of the labels: the columns of this file are answered for by themselves."""
    memory = next((one for one in memories if one.signature == signature(ingested.columns)), None)
    return memory and Remembered(memory.signature, workflows=memory.workflows, target_groups=memory.target_groups)


def to_remember(
    ingested: Ingested, options: ReadOptions, workflows: Sequence[LabelMatch], target_groups: Sequence[LabelMatch]
) -> Remembered | None:
    """What was said of a file in words that hold no employee's name; ``None`` where its headers may hold one."""
    blot = blotter(ingested.summary.employees)
    headers = [column.header for column in ingested.columns]
    if _may_be_named_for_employees(ingested) or not all(_is_nameless(header, blot) for header in headers):
        return None
    return Remembered(
        signature(ingested.columns),
        columns=tuple(
            ColumnMatch(answer.header, answer.role, EVIDENCE, place=answer.place) for answer in options.roles
        ),
        date_order=options.date_order,
        decimal_sign=options.decimal_sign,
        unit=options.unit,
        clock_form=options.clock_form,
        workflows=tuple(match for match in workflows if _is_nameless(match.label, blot)),
        target_groups=tuple(match for match in target_groups if _is_nameless(match.label, blot)),
    )


def _again(read: Read, options: ReadOptions, memory: Remembered) -> Reading | None:
    """The file read with what is remembered, if it turns out to be about these columns."""
    told = _told(options, memory)
    ingested = read(told)
    if isinstance(ingested, Refused) or signature(ingested.columns) != memory.signature:
        return None
    columns = tuple(
        replace(column, evidence=EVIDENCE) if column.evidence == "answer" else column for column in ingested.columns
    )
    return Reading(replace(ingested, columns=columns), told, memory)


def _told(options: ReadOptions, memory: Remembered) -> ReadOptions:
    return replace(
        options,
        roles=tuple(RoleAnswer(column.header, column.role, column.place) for column in memory.columns),
        date_order=DateOrder(memory.date_order) if memory.date_order else None,
        decimal_sign=memory.decimal_sign,
        unit=Unit(memory.unit) if memory.unit else None,
        clock_form=ClockForm(memory.clock_form) if memory.clock_form else None,
    )


def _may_be_named_for_employees(ingested: Ingested) -> bool:
    """Without a column of employees, those it has are what its columns or sheets are named for."""
    has_column = any(column.role is Role.EMPLOYEE for column in ingested.columns)
    return bool(ingested.summary.employees) and not has_column


def _is_nameless(text: str, blot: Callable[[str], str]) -> bool:
    return blot(text) == normalize("NFC", text)
