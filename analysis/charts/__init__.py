"""Charts drawn from the report object: a theme and one file per chart."""

from altair.utils import schemapi

# Altair checks each piece of a chart as it is made and the whole once more: half of the time that a chart takes.
# The whole is enough: Streamlit checks it as it shows it, and the tests (tests/charts/drawn.py) every kind of chart.
schemapi.disable_debug_mode()
