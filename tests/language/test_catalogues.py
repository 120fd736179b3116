"""Both languages say everything, and nothing is said that no code asks for."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from analysis.ingest.codes import Refusal, Rejection, Warn
from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.language.sentences import doubt_sentence
from analysis.language.sentences.findings import UNITS, WHOLE_FILE
from analysis.model.caveats import CaveatKind
from analysis.model.faults import PlanRule
from analysis.model.kinds import Role
from analysis.model.outcome import Reason
from analysis.model.status import Status
from analysis.model.storage import Damage
from analysis.model.storing import FaultKind
from analysis.model.upload import Doubt
from analysis.planning.storing import rules

ROOT = Path(__file__).parents[2]
LANGUAGE = ROOT / "analysis" / "language"
CODE = [*ROOT.glob("analysis/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
FAMILIES = {
    "status": Status,
    "reason": Reason,
    "refused": Refusal,
    "rejected": Rejection,
    "doubt": Warn,
    "storing": FaultKind,
    "role": Role,
    "caveat": CaveatKind,
    "guide.means": Status,
    "portfolio.one": Status,
    "portfolio.other": Status,
}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_texts_with_the_same_blanks() -> None:
    danish, english = catalogue(Language.DANISH), catalogue(Language.ENGLISH)
    assert danish.keys() == english.keys()
    assert {key for key in danish if placeholders(danish[key]) != placeholders(english[key])} == set()


def test_a_topic_stands_in_one_file_of_the_same_name_in_both_languages() -> None:
    danish, english = (
        {path.name: set(tomllib.loads(path.read_text(encoding="utf-8"))) for path in (LANGUAGE / name).glob("*.toml")}
        for name in Language
    )
    assert danish == english
    assert sum(map(len, danish.values())) == len(set.union(*danish.values()))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("language", Language)
def test_every_code_has_its_sentence(family: str, language: Language) -> None:
    known = catalogue(language)
    keys = {code: f"{family}.{code}" for code in FAMILIES[family]}
    missing = [code for code, key in keys.items() if key not in known and f"{key}.other" not in known]
    assert not missing


def test_every_damage_and_rule_has_its_sentence() -> None:
    known = catalogue(Language.DANISH)
    assert all(f"store.damaged_{damage}" in known for damage in Damage)
    source = Path(rules.__file__).read_text(encoding="utf-8")
    fields = re.findall(r'PlanFault\("(\w+)", PlanRule\.(\w+)', source)
    assert fields
    assert [pair for pair in fields if f"fault.{pair[0]}.{PlanRule[pair[1]]}" not in known] == []


def test_english_is_not_danish_and_danish_is_not_english() -> None:
    danish, english = catalogue(Language.DANISH), catalogue(Language.ENGLISH)
    long = [key for key in danish if len(danish[key]) > 25 and danish[key] == english[key]]
    assert not long
    assert not [key for key in english if re.search("[æøåÆØÅ]", english[key].replace("Ã¦", ""))]


def test_every_text_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    literal = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""", source))
    patterns = [pattern(each) for each in re.findall(r"""f["']([a-z_]+\.[^"']*\{[^"']*)["']""", source)]
    unused = [key for key in catalogue(Language.DANISH) if not is_used(key, literal, patterns)]
    assert not unused


def pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        r"[a-z_0-9.]+".join(re.escape(part) for part in re.split(r"\{[^}]*\}", template)) + r"(\.one|\.other)?"
    )


def is_used(key: str, literal: set[str], patterns: Iterable[re.Pattern[str]]) -> bool:
    bare = re.sub(r"\.(one|other)$", "", key)
    return key in literal or bare in literal or any(each.fullmatch(key) for each in patterns)


def test_numbers_in_a_sentence_are_written_by_the_formats() -> None:
    assert text(Language.DANISH, "project.new_system", number=3) == "Nyt projekt 3"


def test_what_a_doubt_counts_is_known_of_real_doubts() -> None:
    assert set(UNITS) | WHOLE_FILE <= set(Warn)
    assert all(f"count.{unit}.one" in catalogue(Language.DANISH) for unit in UNITS.values())


def test_doubts_about_sheets_count_sheets() -> None:
    assert doubt_sentence(Doubt("hidden_sheet", 1), Language.DANISH) == "1 ark: Skjult og ikke læst."
    assert doubt_sentence(Doubt("count_missing", 2), Language.ENGLISH) == "2 rows: The count is missing."
    assert not doubt_sentence(Doubt("workflow_from_answer", 1), Language.DANISH).startswith("1")
