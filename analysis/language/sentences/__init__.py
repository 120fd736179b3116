"""Sentences generated from the report object: the same words on screen, in the charts and in the PDF."""

from analysis.language.sentences.caveats import caveat_sentences
from analysis.language.sentences.explanations import (
    advice_sentence,
    interval_sentence,
    method_sentences,
    not_computable_sentence,
    not_covered_sentence,
)
from analysis.language.sentences.headlines import headline, portfolio_headline
from analysis.language.sentences.names import requirement_text, round_name, status_word, the_round
from analysis.language.sentences.opening import cannot_open_sentence

__all__ = [
    "advice_sentence",
    "cannot_open_sentence",
    "caveat_sentences",
    "headline",
    "interval_sentence",
    "method_sentences",
    "not_computable_sentence",
    "not_covered_sentence",
    "portfolio_headline",
    "requirement_text",
    "round_name",
    "status_word",
    "the_round",
]
