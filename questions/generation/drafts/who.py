"""A fact whose answer is the subject of its clause in; “Who …?” or “Which river …?” out, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.clauses import count_verbs, cut_clause
from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES, BE, PREPOSITIONS

from .phrasing import tidied

if TYPE_CHECKING:
    from questions.text.english.clauses import Clause

    from .material import Found

LEAST_TAIL = 3
"""Words behind the verb."""
_PRONOUN = re.compile(r"\b(?:he|she|him|it|they|them)\b", re.IGNORECASE)
_SINGULAR_CLAIM = re.compile(
    r"\b(?:first|only|largest|last|oldest|youngest|highest|longest|biggest|founder|leader|author|head|inventor|president|"
    r"king|capital|home|site|birthplace|seat|director|chief)\b|\b\w+ed\b|\bborn\b|\bknown\b|\bbuilt\b|\bmade\b|\bwritten\b"
)
_UNIQUE = re.compile(
    r"\b(?:first|last|only|most|\w+est|main|chief|author|founder|leader|director|inventor|king|head)\b|\bof\b"
)
_SUBORDINATE = re.compile(r"[;:]|\b(?:which|who|where|that|when|because|while|although)\b|,\s+(?:and|but)\b")
_CLOSES = re.compile(r"[.,(]|\s+\(")
_WORDS_BEFORE = re.compile(r"(?:(?:The|the|A|An)\s)?((?:\w[\w-]*\s){1,4}?)")
"""An article and up to four words that say what is named behind them."""
_KEPT_ADVERBS = frozenset(["first", "officially", "originally"])


def ask_who(fact: Found, clause: Clause) -> str | None:
    """The question for a person, or for a name whose class noun is known or written before it."""
    if fact.answer_start >= clause.rest_start:
        return _ask_identity(fact, clause)
    asked = _asked(fact, clause.subject) if fact.answer_start >= clause.subject_start else ""
    tail = cut_clause(clause.rest)
    is_dated = not clause.lead or re.match(r"(?:In|On|During)\s.*\d", clause.lead)
    if not asked or not is_dated or not _tells_enough(clause, tail):
        return None
    lead = f" {clause.lead[0].lower()}{clause.lead[1:]}" if clause.lead else ""
    adverb = f" {clause.adverb}" if clause.adverb in _KEPT_ADVERBS else ""
    return tidied(f"{asked}{adverb} {clause.verb} {tail}{lead}")


def _tells_enough(clause: Clause, tail: str) -> bool:
    """Whether what follows the verb is one plain phrase that names something, and singles the subject out."""
    if len(tail.split()) < LEAST_TAIL or _PRONOUN.search(tail) or _SUBORDINATE.search(tail):
        return False
    if count_verbs(tail) > (clause.verb.lower() in AUXILIARIES) or not re.search(r"[A-Z0-9]", tail):
        return False
    return clause.verb.lower() not in BE or bool(_SINGULAR_CLAIM.search(tail))


def _ask_identity(fact: Found, clause: Clause) -> str | None:
    """“The first director was Henry Cole” asks “Who was the first director?”."""
    if clause.verb.lower() not in BE or not re.match(r"[Tt]he ", clause.subject) or clause.lead:
        return None
    rest = fact.text[clause.rest_start :].lstrip()
    if not _opens_with(rest, fact.answer) or not _UNIQUE.search(clause.subject):
        return None
    asked = "Who" if fact.name_class == "person" else f"Which {fact.noun}" if fact.noun else ""
    return tidied(f"{asked} {clause.verb} the {clause.subject[4:]}") if asked else None


def _opens_with(rest: str, answer: str) -> bool:
    """Whether what follows the verb is the answer, which a clause, a bracket or the end of the sentence closes."""
    openings = (opening for opening in (answer, f"the {answer}") if rest.startswith(opening))
    return any(_CLOSES.match(rest, len(opening)) for opening in openings)


def _asked(fact: Found, subject: str) -> str:
    """“Who”, “Which river”, “Which Scottish chemist”; '' where the subject is more than the name."""
    bare = subject.removeprefix("The ") if subject.startswith("The ") else subject.removeprefix("the ")
    if bare == fact.answer:
        if fact.name_class == "person":
            return "Who"
        return f"Which {fact.noun}" if fact.noun else ""
    found = _WORDS_BEFORE.fullmatch(subject.removesuffix(fact.answer))
    if not found or not subject.endswith(fact.answer):
        return ""
    words, lexicon = found[1].split(), load()
    if not lexicon.is_noun(words[-1].lower()) or lexicon.is_plural(words[-1].lower()):
        return ""
    if any(word.lower() in PREPOSITIONS for word in words) or words[-1][0].isupper():
        return ""
    first = words[0]
    is_part_of_name = len(words) > 1 and words[1][0].isupper()
    if first not in lexicon.origins and lexicon.is_word(first.lower()) and not is_part_of_name:
        words[0] = first.lower()
    return f"Which {' '.join(words)}"
