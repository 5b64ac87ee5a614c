"""A dated fact and its clause in; “In which year …?” or “When …?” out, or None where the clause is not plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.clauses import count_verbs, cut_clause
from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES, MONTH

from .phrasing import inverted, leans, second_verb, tidied

if TYPE_CHECKING:
    from questions.text.english.capitals import Capitals
    from questions.text.english.clauses import Clause

    from .material import Found

_OPENERS = {"year": "In which year", "decade": "In which decade", "century": "In which century"}
_GRAINS = frozenset(["year", "day", "month", "season", "decade", "century"])
_UNFIT = frozenset(
    "do does did stood stands totaled totalled amounted averaged accounted "
    "would could can may might must should will is are has have".split()
)
"""Verbs that tell no event of the past, or only a figure of one year."""
_IN = re.compile(r"(?:^|\s)(?:in|on|during)\s+(?:the\s+)?$")
_LEADS_IN = re.compile(r"(?:In|On|During)\s+(?:the\s+)?")
_SUBORDINATE = re.compile(
    r"[;:]|\b(?:which|who|where|that|when|because|while|although|since|after|before)\b|,\s+(?:and|but|\w+ed)\b"
)
_AFTER = re.compile(r"\s+((?:by|at|to|from|with|for|as|in|under|near|after|when|during)\s[^,;:()]{2,60})$")
_NEGATED = re.compile(r"\b(?:no|not|never|neither|nor|no longer|without)\b|n[’']t\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:until|till|since|from the|between|throughout|as (?:early|late) as)\b")
_OPENS_LOOSELY = re.compile(r"[A-Z]?\w+(?:ed|ing)\s(?:by|in|to|with|from|on|for|at|of|as)\b")
"""A participle that leads in: “Inspired by the time …”."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_FIGURES = re.compile(
    r"\b(?:per (?:year|annum)|annually|each year|estimated?|budget|budgetary|deficit|surplus|per capita|GDP|visitors)\b"
)
"""What is told of every year, so that nobody needs to know of which."""
_DAY = re.compile(rf"\b{MONTH}\s\d|\d\s{MONTH}\b")
_TORN = re.compile(r"\b(?:during|through|under|after|before|over|near|where|when)$|\band (?:he|she|it|they)\b")
_LIST_GOES_ON = re.compile(r"^,?\s+(?:and|or|as)\b")
_BETWEEN = frozenset("first also again then later finally soon not never once last".split())
_NOTHING_MORE = re.compile(r"[,;.]|\s+(?:and|when|after|while|but|by|where)\b|\s*$")


def ask_when(fact: Found, clause: Clause, capitals: Capitals) -> str | None:
    """The question for the date of `fact`, where it says when the thing of the first clause happened."""
    if fact.grain not in _GRAINS or re.match(r"(?:early|mid|late)\b", fact.answer) or not _is_event(clause):
        return None
    if clause.verb.lower() in {"was", "were"} and not _is_done(clause.rest):
        return None
    tail = _from_lead(fact, clause) if clause.lead else _before_date(fact, clause)
    if tail is None or _NEGATED.search(f"{clause.adverb} {clause.verb} {tail}"):
        return None
    if any(rule.search(tail) for rule in (_SPAN, _TORN, _DAY)):
        return None
    return tidied(f"{_OPENERS.get(fact.grain, 'When')} {inverted(clause, tail, capitals)}")


def _is_event(clause: Clause) -> bool:
    """Whether the clause tells of something past that has one time, and of whom is said in it."""
    is_reduced = bool(clause.base) and clause.rest.lstrip().startswith("by ")
    return not (
        is_reduced
        or count_verbs(clause.subject)
        or _YEAR.search(clause.subject)
        or clause.verb.lower() in _UNFIT
        or leans(clause.subject)
        or _OPENS_LOOSELY.match(clause.subject)
        or _FIGURES.search(f"{clause.subject} {clause.rest}")
    )


def _before_date(fact: Found, clause: Clause) -> str | None:
    """What stands between the verb and a date at the end of the clause, and a phrase behind it."""
    before = fact.text[clause.rest_start : fact.answer_start]
    found = _IN.search(before) if fact.answer_start >= clause.rest_start else None
    if not found:
        return None
    tail, is_helped = before[: found.start()].strip(), clause.verb.lower() in AUXILIARIES
    if _YEAR.search(tail) or _SUBORDINATE.search(tail) or count_verbs(tail) > is_helped or (is_helped and not tail):
        return None
    if second_verb(tail) >= 0:
        return None
    following = fact.text[fact.answer_end :]
    more = _AFTER.match(cut_clause(following))
    extra = f" {more[1]}" if more and not count_verbs(more[1]) else ""
    return tail + extra if extra or _NOTHING_MORE.match(following) else None


def _from_lead(fact: Found, clause: Clause) -> str | None:
    """What follows the verb, where the date opens the sentence."""
    if not clause.lead.endswith(fact.answer) or not _LEADS_IN.fullmatch(clause.lead.removesuffix(fact.answer)):
        return None
    tail, is_helped = cut_clause(clause.rest), clause.verb.lower() in AUXILIARIES
    place = second_verb(tail)
    tail = tail[:place] if place >= 0 else tail
    if count_verbs(tail) > is_helped or len(tail.split()) < 2 or _SUBORDINATE.search(tail):
        return None
    if "," in tail and _LIST_GOES_ON.match(clause.rest[len(tail) :]):
        return None
    return tail


def _is_done(rest: str) -> bool:
    """Whether a participle follows “was”: a thing done, not what something is."""
    words = (word for word in re.findall(r"[\w’'-]+", rest) if not word.endswith("ly"))
    first = next((word for word in words if word not in _BETWEEN), "")
    return bool(load().verb_base(first)) or first == "born"
