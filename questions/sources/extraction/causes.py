"""A statement in, the cause that it gives at its end out: “because …”, “in order to …”, “due to …”; or None."""

from __future__ import annotations

import re

from questions.text.english.clauses import count_verbs, cut_clause, first_clause
from questions.text.english.lexicon import load
from questions.text.english.spans import Span, SpanKind
from questions.text.english.tokens import AUXILIARIES, BE

from .references import points_outside

CAUSE = "cause"
LEAST_WORDS, MOST_WORDS = 4, 24
_CAUSE = re.compile(
    r"(?P<comma>,)?\s(?P<cause>(?:(?:mainly|partly|largely|primarily|mostly|chiefly)\s)?"
    r"(?P<joint>because(?:\sof)?|in\sorder\sto|due\sto|owing\sto|as\sa\sresult\sof)\s[^;:()“”\"]+?)\.?$"
)
_SIGNS = ("because", "in order to", "due to", "owing to", "as a result of")
_TIED = re.compile(
    r"\b(?:not|only|or|and|but|than|even|just|simply|possibly|perhaps|probably|is|was|are|were|be|been)$"
)
_REPORTED = re.compile(r"\bthat\b|\bwhether\b|[,;:–—]")
_GOES_ON = re.compile(
    r",\s(?:but|which|who|while|although|though|making|causing|resulting|leading|and\s(?:was|were|is|are|has|had|later))\b"
)
_SECOND = re.compile(r"\b(?:and|but)\s(?:is|are|was|were|has|have|had)\b")
_OF_NOUNS = frozenset(["due to", "owing to", "because of", "as a result of"])
"""What may belong to the noun before it: deaths due to plague."""


def cause_in(text: str) -> Span | None:
    """The cause of what the one plain clause of `text` says, with the words that join it on."""
    if not any(sign in text for sign in _SIGNS):
        return None
    found = _CAUSE.search(text)
    if not found or not LEAST_WORDS <= len(found["cause"].split()) <= MOST_WORDS or points_outside(found["cause"]):
        return None
    head = text[: found.start()]
    if _TIED.search(head) or not _is_plain(head) or _is_of_noun(head, found):
        return None
    start, cause = found.start("cause"), _GOES_ON.split(found["cause"])[0]
    return Span(start, start + len(cause), cause, SpanKind.TERM, CAUSE) if len(cause.split()) >= LEAST_WORDS else None


def _is_plain(head: str) -> bool:
    """Whether what is caused is one clause, told by a verb that can be asked about."""
    clause = first_clause(f"{head}.")
    if clause is None or clause.verb.lower() in {"did", "does", "do"} or count_verbs(clause.subject):
        return False
    rest = head[clause.rest_start :]
    if _REPORTED.search(rest) or _SECOND.search(rest) or cut_clause(rest).strip() != rest.strip():
        return False
    return count_verbs(rest) <= (clause.verb.lower() in AUXILIARIES) and (bool(rest.strip()) or clause.verb not in BE)


def _is_of_noun(head: str, found: re.Match[str]) -> bool:
    last, lexicon = head.rpartition(" ")[2], load()
    is_noun = last[0].islower() and lexicon.is_noun(last) and not lexicon.verb_base(last)
    return is_noun and not found["comma"] and found["joint"] in _OF_NOUNS
