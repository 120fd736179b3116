"""Who is who, and what must be in place: the roles and the prerequisites of benefits realisation."""

import streamlit as st

from analysis import planning
from analysis.language.sentences import choice_word
from analysis.model.entries import Person, PlanKind, PlanRole, Prerequisite
from pages.components.empty import begin_if_empty
from pages.components.entry_form import add_named, edit_fields, is_open, remove_button
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("roles.title"))
st.markdown(say("roles.text"))
plan = planning.plan(store(), project_id())
for role in PlanRole:
    st.subheader(choice_word(role, language()))
    st.markdown(say(f"roles.does.{role}"))
    for person in plan.of(Person):
        if person.role is role:
            with st.expander(plain(person.name), expanded=is_open(person)):
                edit_fields(plan, person)
                remove_button(person)
add_named(PlanKind.PERSON, lambda name: Person(0, name))

st.subheader(say("kinds.prerequisite"))
st.markdown(say("roles.prerequisites_text"))
for one in plan.of(Prerequisite):
    with st.expander(plain(one.name), expanded=is_open(one), icon=":material/check:" if one.is_met else None):
        edit_fields(plan, one)
        remove_button(one)
add_named(PlanKind.PREREQUISITE, lambda name: Prerequisite(0, name))
