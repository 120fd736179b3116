"""One goal: what is known, how sure it is, where it comes from, and what is still missing."""

from functools import partial

import streamlit as st

from analysis.charts.forest import forest_alt_text, forest_chart
from analysis.charts.guides import forest_guide, trajectory_guide
from analysis.charts.trajectory import trajectory_alt_text, trajectory_chart
from analysis.language.sentences import headline, interval_sentence, sample_sentence
from analysis.model.levels import Change
from analysis.report.tables import groups_table, rounds_table
from pages.components.badges import status_badge
from pages.components.empty import begin_if_empty
from pages.components.exhibits import show_advice, show_caveats, show_chart, show_method
from pages.components.meeting.worth import show_freed, show_why, show_without_one
from pages.components.session import chosen_goal, language, report, say
from pages.components.words import plain

begin_if_empty(needs_goal=True)
status = report()
goal = chosen_goal(status.goals)
st.title(plain(goal.goal.name))
st.markdown(status_badge(goal.status, goal.goal))
st.markdown(f"### {plain(' '.join(headline(goal, language())))}")
if goal.latest and isinstance(goal.latest.change, Change):
    target = goal.goal.target_improvement
    st.markdown(plain(interval_sentence(goal.latest.change.interval_95, language(), target, goal.goal)))
st.caption(plain(sample_sentence(goal, language())))
show_caveats(goal)

go_live = status.project.go_live
show_chart(
    "trajectory",
    partial(trajectory_chart, goal, language(), go_live=go_live),
    trajectory_guide(goal, language(), go_live=go_live),
    rounds_table(goal, language()),
    trajectory_alt_text(goal, language()),
)
show_advice(goal)
if goal.groups and goal.latest:
    st.subheader(say("goal.by_target_group"))
    show_chart(
        "forest",
        partial(forest_chart, goal, language()),
        forest_guide(goal.latest, language()),
        groups_table(goal, language()),
        forest_alt_text(goal, language()),
    )
show_freed(goal)
show_why(goal)
show_without_one(goal)
show_method(goal)
st.caption(plain(goal.goal.indicator))
