"""A workbook that nobody has touched changes nothing, whatever stands in the plan, in either language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from analysis.language import Language
from analysis.planning import Plan
from analysis.workbook import WorkbookRead, differences, plan_workbook, read_workbook
from tests.workbook.plans import plans

AT = datetime(2026, 9, 10, 9, tzinfo=UTC)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A plan is large: making a failing one smaller takes minutes."""


@pytest.mark.parametrize("language", Language)
@settings(max_examples=25, deadline=None, phases=NO_SHRINKING, suppress_health_check=list(HealthCheck))
@given(plan=plans())
def test_export_and_import_is_nothing(language: Language, plan: Plan) -> None:
    read = read_workbook(plan_workbook(plan, language, AT), plan)
    assert isinstance(read, WorkbookRead)
    assert read.faults == read.strange == read.missing == ()
    assert read.plan == plan
    assert differences(plan, read.plan, language) == ()
