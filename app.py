"""Gevinst in the browser. ``make run`` starts it; see README.md.

Streamlit executes this file as ``__main__`` for every visit, and so does AppTest; the web server imports it as ``app``.
"""

import streamlit as st

from pages.components import frame, serving, session


def main() -> None:
    page, body = frame.show()
    with body:
        page.run()


if __name__ == "__main__":
    main()
else:
    session.store()
    app = st.App(
        __file__,
        routes=serving.routes(),
        middleware=serving.middleware(),
        lifespan=serving.lifespan,
        on_script_error=serving.tell_of_error,
    )
