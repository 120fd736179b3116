"""What the web server adds to Streamlit: fonts, the page's language, Danish words for Streamlit's own widgets."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from analysis.charts.export import FONTS
from analysis.language import Language
from pages.components.menu import ENTRIES
from pages.components.session import default_language, say, store

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
BROWSER = Path(__file__).parent / "browser"
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; "
    "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}


@asynccontextmanager
async def lifespan(_app: streamlit.App) -> AsyncIterator[None]:
    """A folder named ``pages`` makes Streamlit show "Page not found" over the first deep link after a start."""
    PagesManager.uses_pages_directory = False
    yield


def routes() -> list[BaseRoute]:
    addresses = [Route(f"/{entry.address}", index) for entry in ENTRIES]
    return [
        *addresses,
        Mount("/fonts", StaticFiles(directory=FONTS)),
        Mount("/browser", StaticFiles(directory=BROWSER)),
        Route("/healthz", health),
    ]


def middleware() -> list[Middleware]:
    return [Middleware(SecurityHeaders)]


def index(request: Request) -> HTMLResponse:
    """Streamlit's own start page in the reader's language, with the words that Streamlit has only in English."""
    chosen = request.query_params.get("lang", default_language())
    language = Language.ENGLISH if chosen == Language.ENGLISH else Language.DANISH
    opening = f'<html lang="{language}" data-language="{default_language()}">'
    page = INDEX.read_text(encoding="utf-8").replace('<html lang="en">', opening)
    page = page.replace("<title>Streamlit</title>", "<title>Gevinst</title>")
    words = '<script src="./browser/words.js"></script>'
    return HTMLResponse(page.replace("</head>", f"{words}</head>"), headers={"cache-control": "no-cache"})


def health(_request: Request) -> Response:
    """Asks the database: after a full disk its connection is dead although the process lives."""
    healthy = store().is_healthy()
    return PlainTextResponse("ok" if healthy else "the database does not answer", status_code=200 if healthy else 503)


def tell_of_error(error: Exception) -> bool:
    """A fault of ours: a sentence on the page, the whole of it in the log."""
    logging.getLogger("gevinst").error("a page failed", exc_info=error)
    streamlit.error(say("app.error"))
    return True


class SecurityHeaders:
    """Every answer forbids what the app never needs: foreign scripts, frames and fetches."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS.items()]
            await send(message)

        await self.app(scope, receive, send_with_headers)
