"""A statement in; out comes whether it speaks of a thing that only the text around it tells: the loss, the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES, PREPOSITIONS, plain_words, tokens

from .furniture import has_finite_verb
from .words_needed import READING, SHOWING

if TYPE_CHECKING:
    from questions.text.english.tokens import Token

_SUBJECT = re.compile(
    r"(?:(?:In|On|By|During|Since|From|Until|After|Before|At)\s(?!most |many |all |some )[^,:;]{3,40},\s)?"
    r"[Tt]he\s(?=[a-z])"
)
_LED_BY = re.compile(
    r"(?:In|At|During|After|Before|Following|Since|With|Under|Despite)\sthe\s(?P<words>[a-z][a-z -]+),\s"
)
_LIKENED = re.compile(r"(?:Similar|Further|Additional|More|Later|Earlier|Other|Various|Subsequent|Numerous)\s[a-z]")
_UNTOLD = re.compile(
    r"(?:(?:An?|One)\s(?:[a-z]+\s)?(?:example|use|instance|case|version|exception|explanation)|"
    r"(?:Production|Construction|Work|Filming|Recording|Output|Training)|"
    r"The\s(?:faith|religion|sport|territory|term|word|phrase|structure|progeny|practice|name|effect|result|two\s[a-z]+s))"
    r"\s(?:is|was|were|may|might|can|could|has|had|began|ended|continued|started|made|contains?|feeds?|feed|comes?|came|became|[a-z]+ed)\b"
)
"""A subject that leaves open of what: “An early use is …”, “Production began …”."""
_UNSAID = re.compile(
    r"\bthe (?:proposed|planned) [a-z]+\b(?! (?:of|for|to|in|on|by|that|which)\b)|"
    r"\bthe (?:ploy|language)(?= (?:use|was|is|has|in the)\b|[.,])"
)
"""A thing within the sentence that only the one before tells."""
_COUNTED = re.compile(r"\b(?:between|of|by|in)\sthe\s(?:two|three|four)\s[a-z]+s(?=[.,;])")
_COMES_BACK = re.compile(
    r"[Tt]he\s(?:first|second|third|last|next|former|latter|main|new|old|final|most \w+|\w+est)\s(?:one\s)?"
    r"(?:was|were|is|are|came|had)\b"
)
SHOWN = re.compile(
    r"\b(?:on|to|at)\sthe\s(?:right|left)(?=[.,;)]|$)|\bthe\s(?:table|chart|diagram|figure|image|picture|photograph|map|"
    r"list|graph|box)\s(?:on|at|to|above|below|here)\b|\b(?:shown|seen|pictured|listed|illustrated)\s(?:here|above|below|at\s(?:right|left)|by\sthe\s(?:chart|table|map))",
)
DATED_BY_READER = re.compile(
    r"\b(?:[Tt]he\snext\s(?:\w+\s)?(?:elections?|census|round|summit|games)\b|[Tt]he\s(?:past|current|previous|present|incumbent|latest|upcoming|coming)\s[A-Za-z]|follows\shere|to\sthis\sday|last\sremaining|"
    r"in\sthe\snear\sfuture|\bby\syear[’'-]?\s?end|\bremains?\s(?:also\s)?active\b|\bas\san\sexample\b|\bhighlighted\sin\b|"
    r"\b(?:is|are)\s(?:\w+ly\s)?(?:scheduled|planned|expected|forecast|projected|predicted|set)\sto\b|\b(?:predicts|forecasts)\b|"
    r"\bwas\s(?:expected|projected|forecast)\sto\sreach\b|\bwill\s(?:open|be\s(?:\w+\s)?(?:built|opened|completed|held|released|published))\b|"
    r"(?:a|more)\srecent(?:ly)?\s|in\srecent\s|is\scurrently|are\scurrently|still\sto\sbe)"
)
_POSTMODIFIED = PREPOSITIONS | {"that", "which", "who", "whose", "where", "when", "whom"}
_BEHIND_PARTICIPLE = frozenset(["by", "for", "from", "in", "on", "at", "to", "with"])
_UNIQUE_WORDS = """
    world sun moon earth universe internet equator sky ocean human body brain heart state public people population
    majority number rest use idea concept term word name origin history study
"""
_UNIQUE = frozenset(_UNIQUE_WORDS.split())
_PAST = frozenset(["was", "were", "had", "did", "could", "would"])
_PARTICULAR = frozenset("EWO")
"""Classes of nouns of which “the” means one certain thing even in the present: events, works, organisations."""
_LONGEST_SUBJECT = 6
"""Words."""


def is_vague(text: str, title_words: frozenset[str]) -> bool:
    """Whether the sentence before may tell what is meant: its subject is “the” and a common noun and no more."""
    if _UNSAID.search(text) or _LIKENED.match(text) or _COMES_BACK.match(text) or _UNTOLD.match(text):
        return True
    if (counted := _COUNTED.search(text)) and " and " not in text[: counted.start()]:
        return True
    led = _LED_BY.match(text)
    if led and not title_words.issuperset(led["words"].split()) and _is_particular(led["words"].split()[-1]):
        return True
    opening = _SUBJECT.match(text)
    return opening is not None and _is_bare(text[opening.end() :], title_words)


def leans_on_page(text: str) -> bool:
    """Whether the statement needs a picture of its page, or the day on which it was written."""
    said = plain_words(text)
    if not said.isdisjoint(SHOWING) and SHOWN.search(text):
        return True
    return not said.isdisjoint(READING) and bool(DATED_BY_READER.search(text))


def _is_particular(noun: str) -> bool:
    return load().noun_class(noun) in _PARTICULAR


def _is_bare(text: str, title_words: frozenset[str]) -> bool:
    """Whether only lower-case words without “of …” stand before a verb that tells of one certain thing."""
    lexicon, end = load(), 0
    words = tokens(text)[: _LONGEST_SUBJECT + 1]
    for place, token in enumerate(words):
        word = token.word
        if text[end : token.start].strip() or not word[0].islower() or word in _POSTMODIFIED:
            return False
        end = token.end
        if not place:
            continue
        head = words[place - 1].word
        is_known = head in _UNIQUE or head in title_words or lexicon.singular(head) in title_words
        if _is_participle(text, words, place):
            return False
        if word in _PAST or (lexicon.verb_base(word) and not _is_adjective_here(words, place)):
            return not is_known
        if word in AUXILIARIES or (lexicon.third_base(word) and not lexicon.is_noun(word)):
            return not is_known and _is_particular(head)
    return False


def _is_participle(text: str, words: tuple[Token, ...], place: int) -> bool:
    """“the heat required for boiling”: what follows the noun says which one is meant."""
    following = words[place + 1].word if place + 1 < len(words) else ""
    if following not in _BEHIND_PARTICIPLE or words[place].word in _PAST or not load().verb_base(words[place].word):
        return False
    return has_finite_verb(text[words[place].end :].partition(",")[0])


def _is_adjective_here(words: tuple[Token, ...], place: int) -> bool:
    """“the newly elected council”: a participle before its noun."""
    lexicon = load()
    following = words[place + 1].word if place + 1 < len(words) else ""
    before = words[place - 1].word
    return (before.endswith("ly") or not lexicon.is_noun(before)) and lexicon.is_noun(following)
