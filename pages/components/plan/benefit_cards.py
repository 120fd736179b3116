"""Success criteria and benefits: a table of all, and a card for each with what it lacks in words."""

from __future__ import annotations

import streamlit as st

from analysis.language.formats import long_date
from analysis.language.sentences import choice_word, gap_sentence
from analysis.model.chain import Chain
from analysis.model.choices import Act, BenefitKind, PlanRole
from analysis.model.entries import Benefit, Person, SuccessCriterion
from analysis.planning import Plan
from analysis.report.table import Column, Table
from pages.components.exhibits import is_narrow, show_table
from pages.components.plan.entry_form import card, edit_fields, remove_button
from pages.components.plan.signing import sign_here
from pages.components.session import language, say
from pages.components.words import plain

COMPLETE, INCOMPLETE = ":material/check_circle:", ":material/radio_button_unchecked:"


def show_criterion(plan: Plan, chain: Chain, one: SuccessCriterion) -> None:
    is_complete = plan.signatures(one.entry_id, Act.COMMITTED) and not chain.flags_of(one.entry_id)
    box = card(one, plain(one.name), COMPLETE if is_complete else INCOMPLETE)
    if not box.open:
        return
    with box:
        show_gaps(chain, one.entry_id)
        edit_fields(plan, one)
        names = ", ".join(benefit.name for benefit in chain.benefits_after(one.entry_id))
        if names:
            st.markdown(say("benefits.leads_to", names=plain(names)))
        ask_to_commit(plan, one.entry_id)
        remove_button(one)


def show_benefit(plan: Plan, chain: Chain, one: Benefit) -> None:
    is_complete = not chain.flags_of(one.entry_id)
    title = plain(f"{one.name} · {choice_word(one.kind, language())}")
    box = card(one, title, COMPLETE if is_complete else INCOMPLETE)
    if not box.open:
        return
    with box:
        show_gaps(chain, one.entry_id)
        if is_complete:
            st.markdown(f"{COMPLETE} {say('benefits.complete')}")
        edit_fields(plan, one, "name")
        edit_fields(plan, one, "kind", "criterion")
        edit_fields(plan, one, "owner", "converted_where")
        edit_fields(plan, one, "converted_how")
        if one.kind is BenefitKind.NEGATIVE:
            st.caption(say("benefits.drawback"))
        ask_to_commit(plan, one.entry_id)
        remove_button(one)


def show_gaps(chain: Chain, subject: int) -> None:
    """What a part of the chain lacks, in sentences."""
    sentences = [gap_sentence(flag, language()) for flag in chain.flags_of(subject)]
    if sentences:
        st.warning("\n\n".join(plain(sentence) for sentence in sentences), title=say("benefits.incomplete"))


def ask_to_commit(plan: Plan, subject: int) -> None:
    st.markdown(f"**{say('benefits.commitment')}**", help=say("benefits.commitment_text"))
    sign_here(plan, subject, Act.COMMITTED, PlanRole.BENEFIT_OWNER)


def show_benefits_table(plan: Plan, chain: Chain) -> None:
    """All benefits at a glance: who owns them, who has committed, and what is missing."""
    keys = ("benefit", "owner", "converted", "commitment", "missing")
    headings = [say("benefits.commitment") if key == "commitment" else say(f"benefits.column.{key}") for key in keys]
    shorter = {"converted", "commitment"}
    columns = tuple(Column(head, is_detail=key in shorter) for key, head in zip(keys, headings, strict=True))
    table = Table(columns, tuple(benefit_row(plan, chain, one) for one in chain.benefits))
    show_table(table.without_details if is_narrow() else table, say("benefits.table"))


def benefit_row(plan: Plan, chain: Chain, one: Benefit) -> tuple[str, ...]:
    people = {person.entry_id: person.name for person in plan.of(Person)}
    signed = plan.signatures(one.entry_id, Act.COMMITTED)
    committed = [
        say("benefits.committed_by", person=people.get(each.person, ""), day=long_date(language(), each.on))
        for each in signed
    ]
    return (
        one.name,
        people.get(one.owner or 0, ""),
        one.converted_where,
        "; ".join(committed) or say("benefits.no_commitment"),
        missing_words(chain, one),
    )


def missing_words(chain: Chain, one: Benefit) -> str:
    marks = (say(f"chain.mark.{flag.gap}") for flag in chain.flags_of(one.entry_id))
    return ", ".join(marks)
