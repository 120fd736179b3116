"""A project's plan, and files as ingest stages them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from analysis.model.choices import Denominator
from analysis.model.kinds import Measurement, Role
from analysis.model.plan import Goal, Milestone, Population, Project, Round, TargetGroup
from analysis.model.rejects import RejectedRow
from analysis.model.storing import LabelMatch, OverlapAnswer, Placement
from analysis.model.upload import ColumnMatch, Doubt, Grain, Ingested, SourceFile, Summary
from analysis.store.goals import add_goal
from analysis.store.projects import add_project, add_target_group
from analysis.store.rounds import add_round
from analysis.store.staging import Staging
from analysis.store.store import Store

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """One staged row."""

    employee: str | None = "Anna Berg"
    work_date: date | None = date(2026, 1, 5)
    duration_ms: int | None = 60_000
    workflow: str | None = "Scan"
    target_group: str | None = None
    count: int | None = None
    total: int | None = None
    value: float | None = None


@dataclass(frozen=True)
class Plan:
    """Ids as the store gave them."""

    project: Project
    group: TargetGroup
    other_group: TargetGroup
    goal: Goal
    baseline: Round
    follow_up: Round

    @property
    def placement(self) -> Placement:
        """All in one group; what an earlier upload has too counts beside it."""
        both = OverlapAnswer.BOTH
        return Placement(self.baseline.round_id, WORKFLOWS, target_group="Sagsbehandlere", overlap=both)


WORKFLOWS = (LabelMatch("Scan", "Scan"), LabelMatch("Fordel", "Fordel"), LabelMatch("Frokost", None))


def stage_rows(
    staging: Staging,
    rows: list[Row],
    sha256: str = "0" * 64,
    name: str = "maaling.csv",
    rejected: tuple[RejectedRow, ...] = (),
    columns: tuple[ColumnMatch, ...] = (ColumnMatch("Medarbejder", Role.EMPLOYEE, "synonym"),),
    measurement: Measurement = Measurement.TIME,
) -> Ingested:
    """What ingest leaves behind: a staging table and what it says of it."""
    staging.cursor.execute(
        "CREATE OR REPLACE TEMP TABLE staged (source_row BIGINT, sheet VARCHAR, work_date DATE, employee VARCHAR, "
        "target_group VARCHAR, workflow VARCHAR, duration_ms BIGINT, count BIGINT, total BIGINT, value DOUBLE)"
    )
    fields = ("work_date", "employee", "target_group", "workflow", "duration_ms", "count", "total", "value")
    staging.cursor.execute(
        "INSERT INTO staged SELECT unnest($row::BIGINT[]), NULL, unnest($work_date::DATE[]), "
        "unnest($employee::VARCHAR[]), unnest($target_group::VARCHAR[]), unnest($workflow::VARCHAR[]), "
        "unnest($duration_ms::BIGINT[]), unnest($count::BIGINT[]), unnest($total::BIGINT[]), unnest($value::DOUBLE[])",
        {"row": list(range(2, len(rows) + 2)), **{field: [getattr(row, field) for row in rows] for field in fields}},
    )
    employees = tuple(sorted({row.employee for row in rows if row.employee is not None}))
    summary = Summary(len(rows), 0, None, 0, None, None, None, employees, (), ())
    return Ingested(
        SourceFile(name, sha256, 99, "csv"),
        "staged",
        summary,
        columns,
        rejected,
        (Doubt("duplicate", 2, (3, 5)),),
        Grain.EVENT,
        measurement,
    )


def make_plan(store: Store) -> Plan:
    with store.write("Mette", NOW) as writing:
        project = add_project(writing, Project(0, "Odense", "KSD", date(2026, 2, 1)))
        group = add_target_group(writing, project.project_id, "Sagsbehandlere")
        other = add_target_group(writing, project.project_id, "Superbrugere")
        goal = Goal(
            0,
            "Journalisering",
            "Arbejdstid",
            "dokument",
            ("Scan", "Fordel"),
            Denominator.REGISTRATIONS,
            None,
            0.85,
            6,
            (Milestone(2, 0.4), Milestone(4, 0.6)),
        )
        baseline = Round(0, 0, date(2026, 1, 5), date(2026, 1, 18), (Population("Sagsbehandlere", 8),))
        return Plan(
            project,
            group,
            other,
            add_goal(writing, project.project_id, goal),
            add_round(writing, project.project_id, baseline),
            add_round(writing, project.project_id, Round(0, 1, date(2026, 4, 6), date(2026, 4, 19))),
        )
