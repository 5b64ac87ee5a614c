"""A prompt or a sentence in; out comes the word in it that points at something outside, if there is one.

A heuristic: a pronoun needs something before it, in the same text, that it can mean. It is written to catch what a
careful editor would strike out and to leave alone what stands by itself.
"""

from __future__ import annotations

import re

_POINTER_WORDS = "he him his she her hers they them their theirs it its this these those"
_POINTERS = frozenset(_POINTER_WORDS.split())
_OPENER_WORDS = """
    in on at by for from to of with after before during until since when where why how who whom whose which what
    give name the a an and but so then there did was were is are
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
_DETERMINER_WORDS = "the a an which what whose each every some many no both two three several"
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())
_TIME_WORDS = "century date day decade month season time week year"
_TIMES = frozenset(_TIME_WORDS.split())
"""“In which year was it …”: a time that is asked for is nothing that a pronoun could mean."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LATTER = re.compile(
    r"\bthe (?:former(?=[,.;:?!]|$| (?:was|were|is|did|had|who|and|of)\b)"
    r"|latter(?! (?:half|part|phase|stage|period|days|months|years|two|three)\b))",
    re.IGNORECASE,
)
_DEICTIC = re.compile(
    r"\b(the aforementioned|as mentioned above|mentioned above|described above|(?:this|the) (?:text|passage|article|"
    r"document|author of the text|excerpt)|according to the (?:text|passage|article|document)|"
    r"(?:that|this|the same) (?:year|month|day|time|period))\b",
    re.IGNORECASE,
)
_CLEFT = r"\bit (?:was|is) (?:only |not )?(?:after|at|because|before|by|for|from|in|on|through|under|with)\b.* that\b"
_THEN = "(?:that|who|which|when|before|until)"
_EXPLETIVE = re.compile(
    rf"\bit\b(?: \w+){{1,3}} (?:that|to|when|who|which)\b|\b(?:was|is) it(?: \w+){{0,6}} {_THEN}\b|{_CLEFT}",
    re.IGNORECASE,
)


def dangling(text: str) -> str:
    """The word or phrase of `text` that means nothing without another text; empty when it stands by itself."""
    if found := _LATTER.search(text):
        return found.group()
    if (found := _DEICTIC.search(text)) and not re.search(r"\d{3,4}", text[: found.start()]):
        return found.group()
    words = [(match.group(), match.start()) for match in _WORD.finditer(text)]
    for place, (word, start) in enumerate(words):
        if word.lower() not in _POINTERS or _has_referent([before for before, _ in words[:place]]):
            continue
        if not _is_expletive(word, text, start) and not _leads_a_clause(words, place):
            return word
    return ""


def _has_referent(before: list[str]) -> bool:
    """Whether a name, or a noun with its article, stands before."""
    for place, word in enumerate(before):
        is_name = word[0].isupper() and word.lower() not in _OPENERS and word.lower() not in _POINTERS
        noun = before[place + 1].lower() if place + 1 < len(before) else ""
        if is_name or (word.lower() in _DETERMINERS and noun and noun not in _TIMES):
            return True
        if word.lower() == "how" and place + 2 < len(before):
            return True
    return False


def _is_expletive(word: str, text: str, start: int) -> bool:
    return word.lower() == "it" and bool(_EXPLETIVE.search(text[max(0, start - 4) :]))


def _leads_a_clause(words: list[tuple[str, int]], place: int) -> bool:
    """“those who came”, “those of Japan”: the clause that follows says who is meant."""
    following = words[place + 1][0].lower() if place + 1 < len(words) else ""
    return words[place][0].lower() in {"those", "they"} and following in {"who", "which", "of", "that", "in", "from"}
