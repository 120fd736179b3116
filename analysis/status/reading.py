"""From the store to the report: all of a project's goals from one moment of the data."""

from __future__ import annotations

from datetime import date

from analysis.model.plan import Goal, Round
from analysis.model.status import StatusReport
from analysis.model.upload import Upload
from analysis.planning import Plan
from analysis.planning.reading import plan_at
from analysis.status.evidence import Evidence
from analysis.status.goals import goal_report
from analysis.status.holdings import Holding, measured_round
from analysis.status.people import with_peoples_words
from analysis.store import upload_list
from analysis.store.connection import Cursor
from analysis.store.fingerprint import fingerprint
from analysis.store.store import Store


def report(store: Store, project_id: int, on: date) -> StatusReport:
    """What was known on a date of the rounds that had ended by then."""
    with store.read() as cursor:
        current = plan_at(cursor, project_id)
        ended = tuple(one for one in current.rounds if one.ends_on <= on)
        uploads = known_uploads(cursor, project_id, ended)
        measured = (goal_report(evidence(cursor, current, goal, uploads, on)) for goal in current.goals)
        goals = tuple(with_peoples_words(current, goal) for goal in measured)
        rests_on = fingerprint(cursor, project_id, ended)
    last_dates = [one.last_date for one in uploads if one.last_date is not None]
    return StatusReport(current.project, on, max(last_dates, default=None), goals, rests_on)


def known_uploads(cursor: Cursor, project_id: int, ended: tuple[Round, ...]) -> tuple[Upload, ...]:
    """What counts: the uploads of these rounds that are not undone."""
    ids = {one.round_id for one in ended}
    found = upload_list.uploads(cursor, project_id)
    return tuple(one for one in found if one.undone_at is None and one.round_id in ids)


def evidence(cursor: Cursor, current: Plan, goal: Goal, uploads: tuple[Upload, ...], on: date) -> Evidence:
    ended = [one for one in current.rounds if one.ends_on <= on]
    held = (measured_round(cursor, Holding(current, goal, one, uploads)) for one in ended)
    return Evidence(
        current.project,
        goal,
        tuple(one for one in held if one is not None),
        tuple(one for one in current.rounds if one.ends_on > on),
        follow_ups_planned=sum(not one.is_baseline for one in current.rounds),
        on=on,
    )
