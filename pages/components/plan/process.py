"""The process strip: the ten steps with their state, each a way to the page where it is taken."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis import planning
from analysis.model.process import Stage, Step, StepState
from pages.components.exhibits import is_narrow
from pages.components.session import project_id, say, store
from pages.components.words import plain

PAGES: Mapping[Step, str] = {
    Step.PREREQUISITES: "pages/plan/roles.py",
    Step.SMART_GOALS: "pages/plan/goals.py",
    Step.MEASURING: "pages/plan/measuring.py",
    Step.BASELINE: "pages/data/rounds.py",
    Step.PRIORITIES: "pages/plan/priorities.py",
    Step.ACTION_PLAN: "pages/plan/changes.py",
    Step.EARLY_INDICATORS: "pages/plan/goals.py",
    Step.FOLLOW_UP: "pages/data/checklist.py",
    Step.ASSESSMENT: "pages/data/checklist.py",
    Step.REALISATION: "pages/meeting/realisation.py",
}
ICONS: Mapping[StepState, str] = {
    StepState.NOT_BEGUN: ":material/radio_button_unchecked:",
    StepState.UNDER_WAY: ":material/contrast:",
    StepState.DONE: ":material/check_circle:",
}


def process_strip(step: str) -> None:
    """Where a page belongs among the ten steps; ``step`` is the value of its ``Step``."""
    stages = planning.process(store(), project_id())
    number = list(Step).index(Step(step)) + 1
    here = stages[number - 1]
    state = say(f"process.state.{here.state}")
    position = say("process.position", number=number, step=say(f"process.step.{step}"), state=state)
    with st.expander(position, icon=ICONS[here.state]) if is_narrow() else st.container(border=True):
        show_steps(stages, here)
        st.caption(say("process.here", position=position, does=say(f"process.does.{step}")))


def show_steps(stages: tuple[Stage, ...], here: Stage) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        for number, stage in enumerate(stages, 1):
            show_step(stage, number, here)


def show_step(stage: Stage, number: int, here: Stage) -> None:
    """Shape and words tell the state; the page marks a link to itself, so another step of the page has none."""
    label = plain(f"{number}. {say(f'process.step.{stage.step}')}")
    state = say(f"process.state.{stage.state}")
    hint = say("process.hint", state=state, does=say(f"process.does.{stage.step}"))
    if stage is not here and PAGES[stage.step] == PAGES[here.step]:
        st.markdown(f":small[{ICONS[stage.state]} {label}]", width="content")
    else:
        st.page_link(
            PAGES[stage.step], label=f"**{label}**" if stage is here else label, icon=ICONS[stage.state], help=hint
        )
