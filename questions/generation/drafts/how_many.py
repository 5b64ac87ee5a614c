"""A counting fact and its clause in; “How many … did …?” out, or None where what is counted is not plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.clauses import count_verbs, cut_clause
from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES, BE, PREPOSITIONS, tokens

from .phrasing import inverted, leans, tidied

if TYPE_CHECKING:
    from questions.text.english.capitals import Capitals
    from questions.text.english.clauses import Clause

    from .material import Found

_HEDGE = re.compile(
    r"\s*(?:about|some|perhaps|around|approximately|roughly|nearly|almost|over|more than|less than|fewer than|"
    r"at least|up to|only|"
    r"just|an estimated|as many as|a total of)?\s*$"
)
_UNCOUNTED = frozenset(
    "times ways hundred thousand percent points others centuries decades years days months weeks hours minutes "
    "seconds miles "
    "feet metres meters kilometers kilometres km acres inches pounds tons yards degrees million billion".split()
)


_NEGATED = re.compile(r"\b(?:no|not|never|neither|nor|none|without|only)\b|n[’']t\b", re.IGNORECASE)
_JOINED = re.compile(r"^,?\s*(?:and|or|but|as well as|respectively)\b|\b(?:and|or)\s+(?:\w+\s+)?\d|,\s*\d[\d,.]*\s")
"""What counts a second thing, which the question would drag along."""
_PARTICIPLE = re.compile(r"\w+ed\b")
"""What tells which things are counted: four bills passed by Congress."""
_YEAR = re.compile(r"1\d{3}|20\d\d")


def is_single(tail: str, clause: Clause) -> bool:
    """Whether `tail` goes on with this one count, and the clause denies nothing and leans on nothing."""
    said = f"{clause.adverb} {clause.verb} {tail}"
    numbers = [one for one in re.findall(r"\d[\d,.]*\d|\d", tail) if not _YEAR.fullmatch(one)]
    return not (numbers or _PARTICIPLE.match(tail) or _JOINED.search(tail) or _NEGATED.search(said))


def ask_how_many(fact: Found, clause: Clause, capitals: Capitals) -> str | None:
    """The question for a number that is the object, or the subject, of the first clause."""
    if fact.grain != "number":
        return None
    following = fact.text[fact.answer_end :]
    counted = _counted(following)
    if not counted or counted.split()[-1] in _UNCOUNTED:
        return None
    if fact.answer_start < clause.rest_start:
        return _of_subject(fact, clause, counted)
    tail = cut_clause(following[following.find(counted) + len(counted) :]).strip()
    before = _HEDGE.sub("", fact.text[clause.rest_start : fact.answer_start]).strip()
    if (
        before
        or tail.startswith("of ")
        or clause.lead
        or count_verbs(tail)
        or count_verbs(clause.subject)
        or clause.verb.lower() in BE
        or leans(clause.subject)
        or not is_single(tail, clause)
    ):
        return None
    return tidied(f"How many {counted} {inverted(clause, tail, capitals)}")


def _of_subject(fact: Found, clause: Clause, counted: str) -> str | None:
    """“711,988 people lived in Warsaw” asks “How many people lived in Warsaw?”."""
    if _HEDGE.sub("", fact.text[clause.subject_start : fact.answer_start].lower()).strip():
        return None
    if not clause.subject.endswith(counted) or clause.verb.lower() in BE:
        return None
    tail = cut_clause(clause.rest)
    if count_verbs(tail) or len(tail.split()) < 2 or not is_single(tail, clause):
        return None
    lead = f" {clause.lead[0].lower()}{clause.lead[1:]}" if clause.lead and re.search(r"\d", clause.lead) else ""
    if clause.lead and not lead:
        return None
    return tidied(f"How many {counted} {clause.verb} {tail}{lead}")


def _counted(following: str) -> str:
    """The plural noun that the number counts, with its adjectives; ''."""
    lexicon, end, place = load(), 0, 0
    for word, start, stop in tokens(following)[:5]:
        low = word.lower()
        if following[place:start].strip() or not word[0].islower() or low in PREPOSITIONS | AUXILIARIES:
            break
        is_part = lexicon.is_noun(low) or lexicon.is_adjective(low) or low.endswith(("ed", "ing"))
        if low in {"and", "or", "who", "which", "that"} or not is_part:
            break
        place = stop
        if lexicon.is_plural(low):
            end = stop
    return following[:end].strip()
