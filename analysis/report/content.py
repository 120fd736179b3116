"""From the report object to the status document, in one language."""

from __future__ import annotations

from analysis.charts.guides import portfolio_guide
from analysis.charts.portfolio import portfolio_pieces
from analysis.language import Language
from analysis.language.catalogue import text
from analysis.language.formats import long_date
from analysis.language.sentences import (
    caveat_sentences,
    headline,
    measured_caveats,
    not_covered_sentence,
    portfolio_headline,
)
from analysis.model.status import StatusReport
from analysis.report.document import Document, Note, Overview, figure
from analysis.report.goal_content import goal_page
from analysis.report.tables import goals_table
from analysis.report.why_content import why_page

CHART_WIDTH, CHART_HEIGHT = 1000, 470
MOST_CAVEATS = 4


def document(report: StatusReport, language: Language) -> Document:
    project = report.project
    on = long_date(language, report.on)
    names = {"organisation": project.organisation, "system": project.system}
    data_until = (
        text(language, "report.data_until", day=long_date(language, report.data_until))
        if report.data_until
        else text(language, "report.no_data")
    )
    return Document(
        language=language,
        title=text(language, "report.title", on=on, **names),
        organisation=text(language, "report.subject", **names),
        on=text(language, "report.on", on=on),
        made_on=report.on.isoformat(),
        data_until=data_until,
        synthetic=text(language, "app.synthetic") if project.is_example else "",
        fingerprint=text(language, "report.fingerprint", fingerprint=report.fingerprint),
        page=text(language, "report.page", page="{page}", pages="{pages}"),
        overview=overview(report, language),
        goals=tuple(goal_page(goal, project.go_live, language) for goal in report.goals),
        why=why_page(report, language),
    )


def overview(report: StatusReport, language: Language) -> Overview:
    said = portfolio_headline(report, language)
    if not report.goals:
        return Overview(said, (), None, ())
    guide = portfolio_guide(report, language)
    pieces = portfolio_pieces(report, language, width=CHART_WIDTH, height=CHART_HEIGHT)
    charts = tuple(figure(piece.chart, piece.alt_text, guide) for piece in pieces)
    notes = findings(report, language), caveats(report, language)
    return Overview(said, charts, goals_table(report, language), notes)


def findings(report: StatusReport, language: Language) -> Note:
    """What is known of each goal."""
    said = tuple(
        text(language, "report.of_goal", goal=goal.goal.name, said=" ".join(headline(goal, language)))
        for goal in report.goals
    )
    return Note(text(language, "report.findings"), said)


def caveats(report: StatusReport, language: Language) -> Note:
    """The weightiest reservation of each goal's numbers, as far as there is room, and what no interval covers."""
    first = [(goal.goal.name, measured_caveats(goal, language)[:1]) for goal in report.goals]
    told = [text(language, "report.of_goal", goal=name, said=caveat) for name, said in first for caveat in said]
    said = told[:MOST_CAVEATS]
    if sum(len(caveat_sentences(goal, language)) for goal in report.goals) > len(said):
        said.append(text(language, "report.more_caveats"))
    said = said or [text(language, "report.no_caveats")]
    return Note(text(language, "report.caveats"), (*said, not_covered_sentence(language)))
