"""Where the chain of a plan breaks, in sentences and, inside a box of the map, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language import Language
from analysis.language.catalogue import catalogue, text
from analysis.model.chain import Flag


def gap_sentence(flag: Flag, language: Language) -> str:
    """A flag as a sentence made from names.

    >>> from analysis.model.chain import Gap
    >>> gap_sentence(Flag(Gap.BENEFIT_WITHOUT_OWNER, 7, "Mere tid"), Language.DANISH)
    '»Mere tid« har ingen gevinstejer.'
    """
    return text(language, f"chain.gap.{flag.gap}", name=flag.name, number=flag.number)


def lacks(flags: Sequence[Flag], language: Language) -> str:
    """What a part of the map lacks; empty where it lacks nothing that shows there.

    >>> from analysis.model.chain import Gap
    >>> flags = [Flag(gap, 7) for gap in (Gap.BENEFIT_WITHOUT_OWNER, Gap.BENEFIT_WITHOUT_GOAL)]
    >>> lacks(flags, Language.ENGLISH)
    'Lacks: owner, goal'
    """
    marks = (f"chain.mark.{flag.gap}" for flag in flags)
    words = dict.fromkeys(text(language, mark) for mark in marks if mark in catalogue(language))
    return text(language, "chain.lacks", words=", ".join(words)) if words else ""
