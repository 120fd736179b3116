"""Names that a template would hold and a file cannot: told before anybody fills it in."""

from __future__ import annotations

import streamlit as st

from analysis import uploads
from analysis.model.kinds import Measurement, Role
from analysis.report.template import TemplateWords
from pages.components.session import say
from pages.components.words import plain


def tell_unreadable(words: TemplateWords, measurement: Measurement) -> None:
    """What to do about each name that reading takes for a sum, a number or an empty cell."""
    names = {
        Role.WORKFLOW: words.workflows,
        Role.TARGET_GROUP: words.target_groups,
        Role.EMPLOYEE: tuple(dict.fromkeys(member.employee for member in words.staff)),
    }
    for role in (*measurement.needed, *measurement.optional):
        told = tuple(name for name in names.get(role, ()) if name)
        if lost := uploads.unreadable_names(told, role, measurement):
            st.warning(say(f"upload.template_names.{role}", names=", ".join(map(plain, lost))))
