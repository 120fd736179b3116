"""The benefit map as a picture and as nested lists, and what the chain lacks, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from analysis.charts.benefit_map import benefit_map_alt_text, benefit_map_chart
from analysis.charts.export import png, svg
from analysis.language.sentences import gap_sentence
from analysis.model.chain import Chain
from analysis.model.choices import BenefitKind
from analysis.model.entries import Benefit
from pages.components.exhibits import download, is_narrow
from pages.components.session import language, say
from pages.components.words import plain


def show_map(chain: Chain) -> None:
    words = benefit_map_alt_text(chain, language())
    chart = benefit_map_chart(chain, language(), title=False, compact=is_narrow())
    st.altair_chart(chart, width="stretch", theme=None, key="benefit-map", alt=words)
    st.caption(say("map.guide"))
    titled = partial(benefit_map_chart, chain, language(), title=True)
    with st.container(horizontal=True):
        download("map", "png", "image/png", lambda: png(titled()))
        download("map", "svg", "image/svg+xml", lambda: svg(titled()))


def show_flags(chain: Chain) -> None:
    """What is missing first, then what is only worth a thought."""
    st.subheader(say("map.flags"))
    missing = [gap_sentence(flag, language()) for flag in chain.flags if not flag.is_soft]
    soft = [gap_sentence(flag, language()) for flag in chain.flags if flag.is_soft]
    if missing:
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in missing))
    else:
        st.markdown(f":material/check_circle: {say('map.no_flags')}")
    if soft:
        st.markdown(f"**{say('map.soft')}**")
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in soft))


def show_in_words(chain: Chain) -> None:
    st.subheader(say("map.in_words"))
    for title, lines in (("from_system", from_system(chain)), ("from_criteria", from_criteria(chain))):
        st.markdown(f"**{say(f'map.{title}')}**")
        st.markdown("\n".join(lines))


def from_system(chain: Chain) -> Iterator[str]:
    """System → change → benefit → goal; what hangs on nothing comes last."""
    yield item(0, chain.project.system)
    for change in chain.changes:
        yield item(1, change.name)
        for benefit in chain.benefits_after(change.entry_id):
            yield from from_benefit(chain, benefit, 2)
    led_to = {one.entry_id for change in chain.changes for one in chain.benefits_after(change.entry_id)}
    alone = [one for one in chain.benefits if one.entry_id not in led_to]
    if alone:
        yield item(0, say("map.without_change"))
    for benefit in alone:
        yield from from_benefit(chain, benefit, 1)
    yield from goals_alone(chain)


def from_criteria(chain: Chain) -> Iterator[str]:
    """Success criterion → benefit → goal."""
    for criterion in chain.criteria:
        yield item(0, criterion.name)
        for benefit in chain.benefits_after(criterion.entry_id):
            yield from from_benefit(chain, benefit, 1)
    alone = [one for one in chain.benefits if not any(chain.leads(c.entry_id, one.entry_id) for c in chain.criteria)]
    if alone:
        yield item(0, say("map.without_criterion"))
    for benefit in alone:
        yield from from_benefit(chain, benefit, 1)


def from_benefit(chain: Chain, benefit: Benefit, depth: int) -> Iterator[str]:
    is_drawback = benefit.kind is BenefitKind.NEGATIVE
    yield item(depth, say("map.drawback", name=benefit.name) if is_drawback else benefit.name)
    yield from (item(depth + 1, goal.name) for goal in chain.goals_after(benefit.entry_id))


def goals_alone(chain: Chain) -> Iterator[str]:
    measured = {goal.goal_id for benefit in chain.benefits for goal in chain.goals_after(benefit.entry_id)}
    alone = [goal for goal in chain.goals if goal.goal_id not in measured]
    if alone:
        yield item(0, say("map.without_benefit"))
    yield from (item(1, goal.name) for goal in alone)


def item(depth: int, words: str) -> str:
    return f"{'    ' * depth}- {plain(words)}"
