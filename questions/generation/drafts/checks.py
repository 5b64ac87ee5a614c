"""A wording and its answer in; out comes why it may not be asked, as a reason and a sentence, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.generation.facts import Reason
from questions.generation.standing import dangling
from questions.text.english.tokens import FUNCTION, stands_in_words
from questions.vocabulary import AnswerType

if TYPE_CHECKING:
    from .material import Found

Fault = tuple[Reason, str]

_DEFINES = re.compile(r"(?:\s\([^()]*\))?,?\s(?:is|was|are|were)\s(?:an?|the|one)\s")
_ANCHOR = re.compile(r"[A-ZÀ-Þ0-9]")
_UNANCHORED = frozenset({AnswerType.TERM})
_ONE_TIME = frozenset({AnswerType.DATE, AnswerType.PERSON})
"""What a sentence without a name or a number never singles out; others it may, where it tells what is always so."""
LEAST_DEFINING = 9
"""Words behind what the document is about that tell nothing else."""
LEAST_TOLD = 7
"""Different words of meaning that single a thing out without any name or number."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAST = re.compile(r"\b(?:was|were|had|did|became|[a-z]+ed)\b")
LEAST_WORDS, MOST_WORDS = 5, 28
_TIME_OF_WRITING = re.compile(
    r"\b(?:today|nowadays|currently|at present|recently|so far|to date|now|last (?:year|month))\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:later|earlier|afterwards|thereafter|since then|the (?:following|next|previous))\b", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:this|these|those|such|other|others|another|same|we|our)\b", re.IGNORECASE)
_UNTOLD = re.compile(
    r"\bthe (?:proposed |new |old )?(?:territory|change|plan|proposal|role|position|post|move|decision|measure|event|"
    r"attack|faith|sport|unit)(?=[?,]|\s(?:in|on|from|at|by)\b)"
)
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


def fault_of_gap(fact: Found) -> Fault | None:
    """Why a statement may not be asked with a gap for the answer."""
    before, after = fact.text[: fact.answer_start], fact.text[fact.answer_end :]
    if fact.is_topic and not (not before and _DEFINES.match(after) and len(after.split()) >= LEAST_DEFINING):
        return Reason.TRIVIAL, f"“{fact.answer}” is what the whole document is about."
    if fact.lead and not before and _POINTS.search(after):
        return Reason.NOT_SELF_CONTAINED, "What the gap opens points at the sentence before it."
    if fact.answer_type is AnswerType.DATE and _RELATIVE.search(after) and not re.search(r"\d{3,4}", before + after):
        return Reason.NOT_SELF_CONTAINED, "A time is told from the date that is asked for."
    if fact.cue or _ANCHOR.search(f"{fact.lead} {before}"[2:] + after) or fact.answer_type in _UNANCHORED:
        return None
    told = {word.lower() for word in _WORD.findall(before + after)} - FUNCTION
    if len(told) < LEAST_TOLD and (fact.answer_type in _ONE_TIME or _PAST.search(fact.text)):
        return Reason.NOT_SELF_CONTAINED, "The sentence names nothing else that tells what it speaks of."
    return None


def _loose_word(question: str) -> str:
    for rule in (_POINTS, _TIME_OF_WRITING, _RELATIVE, _UNTOLD):
        if found := rule.search(question):
            return found.group()
    return dangling(question)
