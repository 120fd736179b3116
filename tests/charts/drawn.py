"""What a chart draws, read back from its specification."""

from __future__ import annotations

import io
from typing import Any

import altair as alt
from PIL import Image, ImageChops

from analysis.charts import export

WHITE = (255, 255, 255)


def rows(chart: alt.LayerChart, mark: str, **style: Any) -> list[dict[str, Any]]:
    """The data of all layers with this mark and style, each row once."""
    spec = chart.to_dict()
    found = []
    for layer in spec["layer"]:
        if layer["mark"]["type"] == mark and style.items() <= layer["mark"].items():
            found += spec["datasets"][layer["data"]["name"]]
    return found


def texts(chart: alt.LayerChart) -> list[str]:
    """Every text that stands in the chart, without its title."""
    spec, found = chart.to_dict(), []
    for layer in spec["layer"]:
        shown = layer["encoding"].get("text", {})
        if "value" in shown:
            found.append(shown["value"])
        elif "field" in shown:
            found += [row[shown["field"]] for row in spec["datasets"][layer["data"]["name"]]]
    return found


def title(chart: alt.LayerChart) -> str:
    return " ".join(chart.to_dict()["title"]["text"])


def picture(chart: alt.LayerChart) -> Image.Image:
    return Image.open(io.BytesIO(export.png(chart, scale=1))).convert("RGB")


def margin(image: Image.Image) -> int:
    """The number of white pixels around everything that is drawn, on the narrowest side."""
    inked = ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).getbbox()
    if inked is None:
        return min(image.size)
    left, top, right, bottom = inked
    return min(left, top, image.width - right, image.height - bottom)
