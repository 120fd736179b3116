"""A chart as SVG or PNG bytes, with the project's own fonts and without a browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import altair as alt
import vl_convert

FONTS = Path(__file__).parent.parent / "report" / "fonts"


def svg(chart: alt.TopLevelMixin) -> bytes:
    register_fonts()
    return vl_convert.vegalite_to_svg(chart.to_dict(validate=False)).encode()


def png(chart: alt.TopLevelMixin, scale: float = 2) -> bytes:
    register_fonts()
    return bytes(vl_convert.vegalite_to_png(chart.to_dict(validate=False), scale=scale))


@cache
def register_fonts() -> None:
    """Once per process: vl-convert keeps what it was given."""
    vl_convert.register_font_directory(str(FONTS))
