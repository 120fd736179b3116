"""From the report object to the status document, in one language."""

from __future__ import annotations

from itertools import islice

from analysis.charts import export, theme
from analysis.charts.forest import forest_alt_text, forest_chart
from analysis.charts.guides import forest_guide, portfolio_guide, trajectory_guide
from analysis.charts.portfolio import portfolio_alt_text, portfolio_chart
from analysis.charts.trajectory import trajectory_alt_text, trajectory_chart
from analysis.language import Language
from analysis.language.catalogue import counted, text
from analysis.language.formats import long_date, signed_percent
from analysis.language.sentences import (
    advice_sentence,
    caveat_sentences,
    headline,
    interval_sentence,
    method_sentences,
    not_computable_sentence,
    not_covered_sentence,
    portfolio_headline,
    status_word,
    the_round,
)
from analysis.model.outcome import NotComputable
from analysis.model.plan import Project
from analysis.model.status import Change, GoalReport, Status, StatusReport
from analysis.report.document import Badge, Document, Figure, GoalPage, Note, Overview
from analysis.report.tables import goals_table, rounds_table

OVERVIEW_WIDTH, GOAL_WIDTH, GOAL_HEIGHT = 1150, 760, 255
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
        goals=tuple(goal_page(goal, project, language) for goal in report.goals),
    )


def overview(report: StatusReport, language: Language) -> Overview:
    said = portfolio_headline(report, language)
    if not report.goals:
        return Overview(said, None, None, ())
    chart = portfolio_chart(report, language, title=False, width=OVERVIEW_WIDTH)
    figure = Figure(drawn(chart), portfolio_alt_text(report, language), portfolio_guide(report, language))
    caveats = Note(text(language, "report.caveats"), tuple(weightiest(report, language)))
    return Overview(said, figure, goals_table(report, language), (caveats,))


