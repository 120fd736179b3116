"""Shape, word and colour of a status, and a font list that cannot lose its text."""

from __future__ import annotations

import altair as alt
import pytest

from analysis.charts import theme
from analysis.model.status import Status


def contrast_on_white(colour: str) -> float:
    """WCAG 2 contrast ratio."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_every_status_has_a_mark() -> None:
    assert set(theme.STATUS_MARKS) == set(Status)


def test_no_two_kinds_of_news_share_a_shape() -> None:
    shapes = {status: theme.STATUS_MARKS[status].path for status in Status}
    assert len({shapes[s] for s in (Status.REACHED, Status.ON_TRACK, Status.UNDECIDED, Status.BEHIND)}) == 4
    assert shapes[Status.REGRESSED] != shapes[Status.BEHIND]


@pytest.mark.parametrize("colour", [theme.AFTER, theme.BEHIND, theme.BEFORE_TEXT, theme.TARGET, theme.INK])
def test_words_in_these_colours_can_be_read(colour: str) -> None:
    assert contrast_on_white(colour) >= 4.5


def test_the_theme_is_registered_and_falls_back_to_a_generic_font() -> None:
    assert alt.theme.active == "gevinst"
    config = theme.gevinst_theme()["config"]
    fonts = [
        config["font"],
        *(
            part[key]
            for part in config.values()
            if isinstance(part, dict)
            for key in part
            if key.lower().endswith("font")
        ),
    ]
    assert all(font.endswith(", sans-serif") for font in fonts)
