"""Why time changed, goal by goal, after the pages of the goals: these have no room for another picture."""

from __future__ import annotations

from analysis.charts.guides import why_guide
from analysis.charts.why import divided, why_alt_text, why_chart
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.sentences import why_sentences
from analysis.model.decomposition import Decomposition
from analysis.model.status import GoalReport, StatusReport
from analysis.report.document import WhyPage, WhyPart, figure
from analysis.report.worth_tables import why_table

WIDTH = 620


def why_page(report: StatusReport, language: Language) -> WhyPage | None:
    """``None`` where no goal's total time can be divided."""
    parts = tuple(why_part(goal, language) for goal in report.goals if isinstance(goal.why, Decomposition))
    return WhyPage(text(language, "goal.why"), parts) if parts else None


def why_part(report: GoalReport, language: Language) -> WhyPart:
    """The factors are in the table; what is said beside it is the total and who is left out of it."""
    why = divided(report)
    total, *rest = why_sentences(why, report.goal, language)
    said = total, *rest[len(why.components) :]
    chart = why_chart(report, language, title=False, width=WIDTH)
    drawn = figure(chart, why_alt_text(report, language), why_guide(report, language))
    return WhyPart(report.goal.name, said, drawn, why_table(report, language))
