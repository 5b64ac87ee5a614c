"""A statement and its names in; out comes whether a pronoun of it has nothing before it that it can mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.spans import SpanKind
from questions.text.english.tokens import plain_words

from .words_needed import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.text.english.spans import Span

    from .name_types import NameTypes

PRONOUN = re.compile(
    r"\b(he|she|him|his|her|hers|himself|herself|they|them|their|theirs|themselves|it|its|itself)\b", re.IGNORECASE
)
EXPLETIVE = re.compile(
    r"\s*(?:takes|took|has taken|had taken|would take|will take)\s(?:[\w-]+\s){1,8}?(?:for|to)\b|"
    r"\s*(?:is|was|has been|had been|would be|will be|became|becomes|seems?|appears?|remains?|be|took|takes)\s"
    r"(?:(?:\w+ly|also|not|then|now|often|widely|generally|been|thus|still|more|very)\s)*"
    r"(?:\w+(?:ed|wn|ght|aid|een) (?:that|whether|if|how)|(?:im)?(?:possible|probable|portant|common|likely|"
    r"necessary|clear|hard|"
    r"easy|true|difficult|legal|usual|better|best|evident|unlikely|rare|customary|uncertain|unclear|unknown|known)\b|"
    r"(?:for|until|in|on|at|during|from|because|to|when|only|\w+ (?:years?|days?|months?|weeks?|"
    r"time)) .*\b(?:that|for|to)\b)"
)
_PERSONAL_NOUN = re.compile(
    r"\b(?:man|woman|king|queen|emperor|empress|president|prince|princess|pope|bishop|scientist|author|writer|poet|artist|"
    r"composer|general|leader|ruler|person|player|doctor|father|mother|son|daughter|brother|sister|wife|husband|teacher|"
    r"student|professor|philosopher|physicist|mathematician|engineer|inventor|explorer|governor|minister|senator|judge|"
    r"soldier|officer|commander|monk|saint|priest|chief|child|boy|girl)\b",
    re.IGNORECASE,
)
_PERSONAL = frozenset(["he", "she", "him", "his", "her", "hers", "himself", "herself"])
_OBJECT = re.compile(r"\b(?:to|by|with|from|for|of|against|in|on|into)\s$")
_BOUNDARY = re.compile(r"[,;:]|\b(?:that|which|who|when|because|while|although|and|but|if)\b")
_SUBJECTS = frozenset(["he", "she", "it", "they"])
OPENING = re.compile(
    r"(?:With|At|In|On|By|For|From|Under|During|Despite|Following|Due to|Because of|As|According to) "
    r"(?:[^,]|,(?=\d))*, |According to (?:[^,]|,(?=\d))* "
)
"""A phrase before the subject; nothing in it is what the subject means."""
_SUBJECT_BEFORE = re.compile(r"^$|\d,\s$|\bthat\s$")
"""What stands before the subject of a clause."""
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_CATAPHORA = re.compile(
    r"(?:Despite|Because of|Due to|With|In|During|After|Before|Like|Unlike|Through|Throughout|By|From|At)\s"
    r"(?P<word>his|her|its)\s(?:[a-z]+,\s)?[^,]{3,70},\s(?P<subject>[\w’'-]+)"
)


def has_loose_pronoun(text: str, spans: Iterable[Span], types: NameTypes) -> bool:
    """Whether a pronoun of `text` has nothing before it that it can mean."""
    if plain_words(text).isdisjoint(PRONOUNS):
        return False
    names = [span for span in spans if span.kind is SpanKind.NAME and not _is_quoted(text, span.start)]
    told_ahead = _end_of_cataphora(text, names, types)
    for found in PRONOUN.finditer(text, told_ahead):
        if found.group().isupper() and len(found.group()) > 1:
            continue
        word, head = found.group().lower(), text[: found.start()]
        if word == "it" and EXPLETIVE.match(text[found.end() :]):
            continue
        before = [types.class_of(span.text) for span in names if span.end <= found.start()]
        if word == "it" and not before and head.startswith("There "):
            return True
        if (not before or word in {"it", "they"}) and word in _SUBJECTS and OPENING.fullmatch(head):
            return True
        if word in _PERSONAL:
            is_bound = (
                "person" in before or bool(_PERSONAL_NOUN.search(head)) or _may_be_person(names, text, head, types)
            )
        else:
            is_bound = _has_thing(word, head, before) and not (word == "it" and _means_its_subject(head, before))
        if not is_bound:
            return True
    return False


def _may_be_person(names: Iterable[Span], text: str, head: str, types: NameTypes) -> bool:
    """Whether the one name before that can be a person stands as a subject does: “Pham Tuan … when he flew”."""
    unknown = [span for span in names if span.end <= len(head) and types.class_of(span.text) == "unknown"]
    return len(unknown) == 1 and bool(_SUBJECT_BEFORE.search(text[: unknown[0].start]))


def _end_of_cataphora(text: str, names: Iterable[Span], types: NameTypes) -> int:
    """The place behind the word whose subject follows: “In his last years, Orin …”; 0 where there is none."""
    found = _CATAPHORA.match(text)
    if not found:
        return 0
    named = next((span for span in names if span.start == found.start("subject")), None)
    if named is None:
        return 0
    is_person = types.class_of(named.text) == "person"
    return found.end("word") if is_person == (found["word"] != "its") else 0


def _is_quoted(text: str, place: int) -> bool:
    return text[:place].count('"') % 2 == 1 or text[:place].count("“") > text[:place].count("”")


def _means_its_subject(head: str, before: list[str]) -> bool:
    """“Algiers lost many inhabitants to it”: an object that could only be its own subject is something else."""
    return len(before) == 1 and bool(_OBJECT.search(head)) and not _BOUNDARY.search(head)


def _has_thing(word: str, head: str, before: list[str]) -> bool:
    if word in _PLURAL and not re.search(r"\b[a-z]{3,}s\b|\band\b|\b(?:people|men|women|children)\b", head):
        return False
    if any(name_class != "person" for name_class in before) or word in _PLURAL:
        return True
    determined = r"\b(?:the|a|an|each|every|many|most|all|no|any|several|few)\s+(?:\w+\s+)+"
    return len(head.split()) >= 3 and bool(re.search(determined, head, re.IGNORECASE))
