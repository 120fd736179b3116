"""The early end of a page: there is nothing more to draw."""

from __future__ import annotations

from typing import NoReturn

from streamlit.runtime.scriptrunner import StopException


def end_page() -> NoReturn:
    """Draw no more of the page.

    ``st.stop`` does more: it also forgets the click or the file that came in while the page was drawn, which then
    stays as it was.
    """
    raise StopException
