"""The columns of a measurement file, as the help page shows them."""

from __future__ import annotations

import pandas as pd

from analysis.language.sentences import role_key, role_word
from analysis.model.kinds import Measurement, Role
from pages.components.session import language, say


def file_columns(measurement: Measurement) -> pd.DataFrame:
    rows = [
        (
            role_word(role, measurement, language()),
            say(f"guide.role.{role_key(role, measurement)}"),
            say("guide.yes" if role in measurement.needed else "guide.no"),
        )
        for role in Role
        if role in (*measurement.needed, *measurement.optional)
    ]
    return pd.DataFrame(rows, columns=[say("guide.column"), say("guide.holds"), say("guide.required")])
