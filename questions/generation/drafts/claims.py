"""A fact in, its claim out, true, or false with a near value; None where the value is not what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.vocabulary import AnswerType

from .choosing import YEARS
from .gaps import replaced
from .near_values import draw

if TYPE_CHECKING:
    from .material import Found

MOST_WORDS = 25
"""Words of a claim that can be read at a glance."""
_DECADE = re.compile(r"\d0s\b")
_INNER = re.compile(
    r"\b(?:which|who|whose|whom|where|that|although|though|while|whereas|because|if|unless|so|when|after|before|than|but|"
    r"including|even)\b|[;(—–\"“]|,\s(?:and|or)\b",
    re.IGNORECASE,
)
"""Before the value: it stands in a clause at the side, where a wrong one would only trick."""
_NEGATED = re.compile(r"\b(?:no|not|never|neither|nor|none|without|unknown|unclear)\b|n[’']t\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:may|might|could|would|will|perhaps|possibly|probably|reportedly|allegedly|scheduled|planned|expected|"
    r"another|to have one|as of|national|"
    r"do so|did so|does so|doing so)\b|\d+\?"
)
_AT_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ff]rom|(?:start|beginning|end|spring|summer|autumn|winter) of)"
    r"(?: (?:early|late|mid))?\s$"
)
"""What goes before a year that tells when, and is no part of a name: not “the Peace Conference of 1861”."""

_LEANING = re.compile(
    r"\b[Tt]he (?:\w+ed )?(?:work|family|monarch|king|queen|society|company|organi[sz]ation|group|party|team|school|"
    r"church|city|town|village|region|government|film|book|novel|poem|play|show|series|program(?:me)?|project|study|report|"
    r"proposal|change|law|act|agreement|treaty|war|battle|expedition|crew|ship|club|award|event|ceremony|site|building|"
    r"house|farm|author|artist|president|committee|council|commission|movement|mission|rights|term|highway|first)"
    r"(?! (?:of|for|that|which|who|to|between|against|with|on|[A-ZÀ-Þ0-9]|\w+ed by|[a-z]+ (?:of|to)))\b"
)
"""A thing that only the text around tells which."""
_STATISTIC = re.compile(r"%|\bper\s?cent\b|\bout of\b|\bpopulation\b|\bestimated?\b", re.IGNORECASE)
"""Figures of one year, whose year nobody needs to know."""
_OPENER = re.compile(
    r"(?:Prior|Following|Amid|Beginning|Starting|Despite|With|After|Before|By|Although|While|As|"
    r"(?:A|The|In the) (?:previous|second|third|further|extended|former|latter)|Also)\b"
)
"""A claim that begins so tells its value by the way."""
_BARE = re.compile(
    r"\b[Tt]he (?!equator|world|sun|moon|earth|sea|ocean|past|time|internet|(?:north|south)|(?:east|west)|\w+est\b)"
    r"[a-z]+(?=[.;,]|\s(?:include|in|had|have|was|were|is|are)\b)"
)


def make_claim(fact: Found, options: tuple[str, ...]) -> tuple[str, bool] | None:
    """The claim and whether it is true; a false one has the first of the wrong `options`."""
    if not options or not _is_about_its_value(fact):
        return None
    is_true = draw(fact.text + fact.answer) % 2 == 0
    return replaced(fact, fact.answer if is_true else options[0]), is_true


def _is_about_its_value(fact: Found) -> bool:
    before = fact.text[: fact.answer_start]
    if fact.grain in {"born", "died"}:
        return False
    is_asked = bool(_AT_YEAR.search(before)) if fact.grain in YEARS else fact.answer_type is AnswerType.QUANTITY
    return (
        is_asked
        and not (fact.answer_type is AnswerType.DATE and _STATISTIC.search(fact.text))
        and "estimated" not in fact.text
        and len(fact.text.split()) <= MOST_WORDS
        and not _INNER.search(before)
        and not re.search(r"[:;*]", fact.text)
        and not _OPENER.match(before)
        and fact.text.count(fact.answer) == 1
        and not any(rule.search(fact.text) for rule in (_NEGATED, _UNSURE, _DECADE, _LEANING, _BARE))
    )
