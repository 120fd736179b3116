"""The status as PDF and PNG, in the language and as of the date that one chooses."""

import streamlit as st

from analysis.language import Language
from pages.components.empty import begin_if_empty
from pages.components.session import language, printed, report, say, today

begin_if_empty(needs_goal=True)
st.title(say("share.title"))
st.markdown(say("share.text"))
left, right = st.columns(2)
chosen = left.radio(
    say("share.language"),
    list(Language),
    list(Language).index(language()),
    format_func=lambda one: say(f"share.in_{one}"),
    horizontal=True,
)
on = right.date_input(say("share.on"), today(), format="DD-MM-YYYY", help=say("share.on_help"))
status = report(on)
name = f"gevinst-status-{on.isoformat()}"
with st.spinner(say("share.making")):
    made = printed(status, chosen)
st.download_button(say("share.download_pdf"), made.pdf, f"{name}.pdf", "application/pdf", type="primary")
st.subheader(say("share.pages"))
for number, page in enumerate(made.pages, 1):
    st.image(page.png, width="stretch", alt=say("share.page", number=number, total=len(made.pages)))
    st.download_button(
        say("share.download_png", number=number), page.png, f"{name}-{number}.png", "image/png", key=f"png-{number}"
    )
