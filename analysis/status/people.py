"""What people have said of a goal and its rounds, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.model.choices import Verdict
from analysis.model.plan import Round
from analysis.model.smart import Judge, RoundVerdict
from analysis.model.status import GoalReport
from analysis.planning import Plan
from analysis.planning.goals.smart import self_judgements
from analysis.planning.rounds.round_states import conduct_of


def with_peoples_words(plan: Plan, report: GoalReport) -> GoalReport:
    """The report with who judges in their own cause, and who has reservations about its rounds."""
    rounds = [result.round for result in (report.baseline, report.latest) if result is not None]
    return replace(
        report,
        self_judgements=tuple(self_judgements(plan, report.goal.goal_id)),
        verdicts=tuple(verdict for one in rounds for verdict in verdicts(plan, one)),
    )


def verdicts(plan: Plan, one: Round) -> Iterator[RoundVerdict]:
    conduct = conduct_of(plan, one.round_id)
    for who, said in ((Judge.PARTICIPANTS, conduct.participants), (Judge.MUNICIPALITY, conduct.municipality)):
        if said not in (None, Verdict.ACCEPTED):
            yield RoundVerdict(one.number, who, said)
