"""A wording and its answer in; out comes why it may not be asked, as a reason and a sentence, or None."""

from __future__ import annotations

import re

from questions.generation.facts import Reason
from questions.generation.standing import dangling
from questions.text.english.tokens import stands_in_words

Fault = tuple[Reason, str]

LEAST_WORDS, MOST_WORDS = 5, 28
_TIME_OF_WRITING = re.compile(
    r"\b(?:today|nowadays|currently|at present|recently|so far|to date|now|last (?:year|month))\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:later|earlier|afterwards|thereafter|since then|the (?:following|next|previous))\b", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:this|these|those|such|other|others|another|same|we|our)\b", re.IGNORECASE)
_ENDS_OPEN = re.compile(
    r"\b(?:the|a|an|of|and|or|to|by|with|for|its|their|his|her|from|at|as|into|between|that|about|only|was|were|is)\s*\?$"
)


def fault_of_question(question: str, answer: str) -> Fault | None:
    """Why a question made from a clause may not be asked."""
    if stands_in_words(answer, question):
        return Reason.ANSWER_IN_PROMPT, f"The question holds its own answer “{answer}”."
    if not LEAST_WORDS <= len(question.split()) <= MOST_WORDS:
        return Reason.NOT_SELF_CONTAINED, "The question is too short or too long to be read at a glance."
    if word := _loose_word(question):
        return Reason.NOT_SELF_CONTAINED, f"The word “{word}” points outside the question."
    if question.count("(") != question.count(")") or question.count('"') % 2 or _ENDS_OPEN.search(question):
        return Reason.NOT_SELF_CONTAINED, "The question is torn off."
    if not re.search(r"[A-Z0-9]", question[1:]):
        return Reason.NOT_SELF_CONTAINED, "The question names nothing."
    return None


def _loose_word(question: str) -> str:
    for rule in (_POINTS, _TIME_OF_WRITING, _RELATIVE):
        if found := rule.search(question):
            return found.group()
    return dangling(question)
