"""Pictures are made without a browser, in the project's own type."""

from __future__ import annotations

import io

from PIL import Image

from analysis.charts import export
from analysis.charts.trajectory import trajectory_chart
from analysis.language import Language
from tests import reports


def chart():
    return trajectory_chart(reports.undecided_goal(), Language.DANISH, go_live=reports.GO_LIVE, title=True)


def test_a_picture_for_the_wall_has_the_pixels_of_a_wall() -> None:
    image = Image.open(io.BytesIO(export.png(chart())))
    assert image.width >= 1920


def test_the_svg_holds_its_words_as_text_in_plex() -> None:
    svg = export.svg(chart()).decode()
    assert "Vi ved ikke endnu, om målet på 85" in svg
    assert "IBM Plex Sans" in svg


def test_the_same_report_gives_the_same_bytes() -> None:
    assert export.svg(chart()) == export.svg(chart())
    assert export.png(chart()) == export.png(chart())
