"""The columns of a measurement file, as the help page shows them."""

from __future__ import annotations

import pandas as pd

from analysis.model.upload import Role
from pages.components.session import say

REQUIRED = (Role.DATE, Role.EMPLOYEE, Role.WORKFLOW, Role.DURATION)
EXPLAINED = (Role.DATE, Role.EMPLOYEE, Role.TARGET_GROUP, Role.WORKFLOW, Role.DURATION, Role.COUNT)


def file_columns() -> pd.DataFrame:
    rows = [
        (say(f"role.{role}"), say(f"guide.role.{role}"), say("guide.yes" if role in REQUIRED else "guide.no"))
        for role in EXPLAINED
    ]
    return pd.DataFrame(rows, columns=[say("guide.column"), say("guide.holds"), say("guide.required")])
