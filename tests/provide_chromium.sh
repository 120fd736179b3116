#!/bin/sh
# The browser of the end-to-end tests: one that is there, Debian's package where apt and root are, else Playwright's own
# (the last way has not been tried). Fails loudly if there is none in the end.
set -eu
found() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if ! found >/dev/null; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    else
        .venv/bin/python -m playwright install chromium
        exit 0
    fi
fi
found >/dev/null || { echo "No Chromium: install one, then run make test again." >&2; exit 1; }
