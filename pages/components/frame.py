"""What stands around every page: where one is, the language, the project, the menu."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from analysis import planning
from analysis.language import Language
from analysis.model.plan import Project
from pages.components.data.upload_reading import let_go
from pages.components.forms import forget_faults
from pages.components.menu import ENTRIES, Entry
from pages.components.session import default_language, say, store
from pages.components.words import plain

LOGO = "pages/components/browser/gevinst.svg"
BODY_PIXELS = 1000
"""As wide as a chart that a projector shows well."""
ICON = "pages/components/browser/icon.svg"


def show() -> tuple[Page, DeltaGenerator]:
    """Draw the frame; the page to run, and the place to run it in."""
    st.set_page_config(page_title=say("app.name"), page_icon=ICON, layout="wide")
    st.logo(LOGO, size="large", icon_image=ICON)
    st.session_state.update(st.session_state.pop("choose-next", {}))
    body = st.container(width=BODY_PIXELS)
    with body, st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        where = st.container(width="content")
        choose_language()
    page = navigation()
    st.set_page_config(page_title=f"{page.title} · {say('app.name')}")
    with st.sidebar:
        chosen = choose_project(planning.projects(store()))
    st.session_state["project_id"] = chosen.project_id if chosen else None
    forget_on_leaving(page.url_path, st.session_state["project_id"])
    if chosen:
        show_where(where, chosen)
    return page, body


def forget_on_leaving(*place: object) -> None:
    if st.session_state.get("place") != place:
        forget_faults()
        let_go()
    st.session_state["place"] = place


def choose_language() -> None:
    st.segmented_control(
        say("app.language"),
        [str(each) for each in Language],
        default=str(default_language()),
        required=True,
        key="lang",
        bind="query-params",
        label_visibility="collapsed",
        width="content",
    )


def choose_project(projects: tuple[Project, ...]) -> Project | None:
    by_name = {project.name: project for project in projects}
    if st.session_state.get("project") not in by_name:
        st.session_state.pop("project", None)
    name = st.selectbox(say("app.project"), list(by_name), key="project", bind="query-params")
    return by_name.get(name) if name else None


def show_where(where: DeltaGenerator, project: Project) -> None:
    mark = f" :violet-badge[{say('app.synthetic')}]" if project.is_example else ""
    where.markdown(f"{plain(project.name)}{mark}", width="content")


def navigation() -> Page:
    sections: dict[str, list[Page]] = {}
    for entry in ENTRIES:
        sections.setdefault(say(f"menu.section.{entry.section}"), []).append(as_page(entry))
    return st.navigation(sections, expanded=True)


def as_page(entry: Entry) -> Page:
    title = say(f"menu.{entry.name}")
    return st.Page(entry.file, title=title, url_path=entry.address, default=not entry.address)
