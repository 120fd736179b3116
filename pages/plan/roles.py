"""Who is who, and what must be in place: the roles and the prerequisites of benefits realisation."""

import streamlit as st

from analysis import planning
from analysis.language.sentences import choice_word
from analysis.model.choices import PlanKind, PlanRole
from analysis.model.entries import Person, Prerequisite
from pages.components.empty import begin_if_empty
from pages.components.plan.entry_form import add_named, card, edit_fields, remove_button
from pages.components.plan.process import process_strip
from pages.components.session import language, project_id, say, store
from pages.components.words import plain

begin_if_empty()
st.title(say("roles.title"))
process_strip("prerequisites")
st.markdown(say("roles.text"))
plan = planning.plan(store(), project_id())
for role in PlanRole:
    st.subheader(choice_word(role, language()))
    st.markdown(say(f"roles.does.{role}"))
    people = [person for person in plan.of(Person) if person.role is role]
    if not people:
        st.info(f"**{say('roles.nobody')}.** {say(f'roles.why.{role}')}")
    for person in people:
        if (box := card(person, plain(", ".join(filter(None, (person.name, person.title)))))).open:
            with box:
                edit_fields(plan, person, "name")
                edit_fields(plan, person, "role", "title")
                remove_button(person)
    add_named(
        PlanKind.PERSON,
        lambda name, role=role: Person(0, name, role),
        among=role,
        label=say(f"roles.new.{role}"),
    )

st.subheader(say("kinds.prerequisite"))
st.markdown(say("roles.prerequisites_text"))
if not plan.of(Prerequisite):
    st.info(say("roles.no_prerequisites"))
for one in plan.of(Prerequisite):
    icon = ":material/check_circle:" if one.is_met else ":material/radio_button_unchecked:"
    if (box := card(one, plain(one.name), icon)).open:
        with box:
            edit_fields(plan, one)
            remove_button(one)
add_named(PlanKind.PREREQUISITE, lambda name: Prerequisite(0, name))
