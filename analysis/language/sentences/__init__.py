"""Sentences generated from the report object: the same words on screen, in the charts and in the PDF."""

from analysis.language.sentences.caveats import caveat_sentences, measured_caveats
from analysis.language.sentences.chain import gap_sentence, lacks
from analysis.language.sentences.events import event_days, event_words
from analysis.language.sentences.explanations import (
    advice_sentence,
    interval_sentence,
    method_sentences,
    not_computable_sentence,
    not_covered_sentence,
)
from analysis.language.sentences.findings import (
    already_uploaded_sentence,
    doubt_sentence,
    refusal_sentence,
    rows_left_out,
    stored_sentence,
    storing_fault_sentence,
)
from analysis.language.sentences.headlines import headline, portfolio_headline
from analysis.language.sentences.measuring import analysis_sentence, names_listed
from analysis.language.sentences.names import requirement_text, round_name, status_word, the_round
from analysis.language.sentences.opening import cannot_open_sentence
from analysis.language.sentences.plan_words import choice_word, field_label, plan_names, value_words
from analysis.language.sentences.priorities import first_advice_sentences, hours_words, priorities_sentence
from analysis.language.sentences.realisation import lack_sentences, ledger_sentence, realisation_headline
from analysis.language.sentences.roles import role_key, role_word
from analysis.language.sentences.sample import basis_text, cases_text, sample_sentence
from analysis.language.sentences.smart import (
    after_go_live,
    goal_sentence,
    lack_sentence,
    letter_sentence,
    milestone_sentence,
    own_success_sentence,
    target_point_sentence,
)
from analysis.language.sentences.worth import agreeing_hours, freed_sentence, why_sentences, without_one_sentence

__all__ = [
    "advice_sentence",
    "after_go_live",
    "agreeing_hours",
    "already_uploaded_sentence",
    "analysis_sentence",
    "basis_text",
    "cannot_open_sentence",
    "cases_text",
    "caveat_sentences",
    "choice_word",
    "doubt_sentence",
    "event_days",
    "event_words",
    "field_label",
    "first_advice_sentences",
    "freed_sentence",
    "gap_sentence",
    "goal_sentence",
    "headline",
    "hours_words",
    "interval_sentence",
    "lack_sentence",
    "lack_sentences",
    "ledger_sentence",
    "lacks",
    "letter_sentence",
    "measured_caveats",
    "method_sentences",
    "names_listed",
    "milestone_sentence",
    "not_computable_sentence",
    "not_covered_sentence",
    "own_success_sentence",
    "plan_names",
    "portfolio_headline",
    "priorities_sentence",
    "realisation_headline",
    "refusal_sentence",
    "requirement_text",
    "role_key",
    "role_word",
    "round_name",
    "rows_left_out",
    "sample_sentence",
    "status_word",
    "stored_sentence",
    "storing_fault_sentence",
    "target_point_sentence",
    "the_round",
    "why_sentences",
    "without_one_sentence",
    "value_words",
]
