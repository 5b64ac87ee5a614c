"""A sentence in; out comes its first clause taken apart into lead, subject, verb and rest, or None where uncertain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import Lexicon, load
from .tokens import AUXILIARIES, PREPOSITIONS, Token, tokens

_SUBORDINATORS = frozenset(
    "that which who whom whose where when while because although though if whether since unless".split()
)
_LEAD = re.compile(r"((?:In|On|By|During|At|After|From|Between|Around|Since|Until)\s[^,;:()]{2,45}),\s+")
_DATED_LEAD = re.compile(
    r"((?:In|On|By|During)\s(?:the\s)?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?(?:\d{1,2},\s)?\d{3,4}s?)\s+(?=[A-Z]|the\s|a\s)"
)
_ADVERB = re.compile(
    r"\s(also|first|then|later|soon|never|once again|once|again|still|even|only|officially|originally|initially|"
    r"formally|finally|eventually|subsequently)$"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PARTS = re.compile(r"[,;:–—\"“”](?!\d)")
_SIGNS = frozenset(",;:–—")
_NOT_BEFORE_VERB = frozenset(
    "the a an and or most more its his her their newly recently so highly well of to in by for with".split()
)
_PARTICIPLES = frozenset(
    "located based known named called born made used given held set cut put built found left led read cost met "
    "won lost "
    "sent kept taken seen written said sold bought paid drawn grown shown".split()
)
_LONGEST_SUBJECT = 22
"""Words within which the verb must come."""
_CUT = re.compile(
    r"(?:,?\s+(?:in|of|to|by|for|from|with|on|at|under) (?:which|whom)\b|\s+(?:which|who)\b|,\s+(?:and|but|or|"
    r"which|who|where|when|while|although|with|including|such as|so|thus|making|giving|leading|leaving|"
    r"becoming|after|before|because|as|yet|though)\b|;|\s[–—]\s|:\s|,\s+\w+ing\b|\s+(?:while|although|though|whereas|but)\s)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A first clause. `verb` is its finite verb as written, `base` that verb's base or '' where it is an auxiliary.

    `lead` is an opening such as “In 1884”; `subject_start` and `rest_start` are places in the sentence.
    """

    lead: str
    subject: str
    verb: str
    base: str
    adverb: str
    rest: str
    subject_start: int
    rest_start: int


@lru_cache(maxsize=64)
def first_clause(text: str) -> Clause | None:
    """The first clause of the sentence `text`; None where its subject and verb are not plain to see."""
    opening = _opening(text)
    start = opening.end() if opening else 0
    body = text[start:]
    words = tokens(body)
    place = _verb_place(body, words)
    if place < 1:
        return None
    verb = words[place]
    subject = _BRACKETS.sub("", body[: verb.start]).strip()
    adverb = _ADVERB.search(subject)
    if adverb:
        subject = subject[: adverb.start()]
    if not subject or _PARTS.search(subject) or subject.split()[0].lower() in PREPOSITIONS | _SUBORDINATORS:
        return None
    low, lexicon = verb.word.lower(), load()
    base = "" if low in AUXILIARIES else lexicon.verb_base(low) or lexicon.third_base(low)
    return Clause(
        opening[1] if opening else "",
        subject,
        verb.word,
        base,
        adverb[1] if adverb else "",
        body[verb.end :].strip(),
        start,
        start + verb.end,
    )


def _opening(text: str) -> re.Match[str] | None:
    """“In 1884”, “On the way home,”: what stands before the subject; never a clause with a verb of its own."""
    if dated := _DATED_LEAD.match(text):
        return dated
    opening = _LEAD.match(text)
    return opening if opening and not count_verbs(opening[1]) else None


def _verb_place(body: str, words: tuple[Token, ...]) -> int:
    """Which word is the finite verb of the first clause; -1 where none is."""
    depth, end_before = 0, 0
    for place, token in enumerate(words[:_LONGEST_SUBJECT]):
        gap = body[end_before : token.start]
        depth += gap.count("(") - gap.count(")")
        end_before = token.end
        if depth:
            continue
        low = token.word.lower()
        if (place and not _SIGNS.isdisjoint(gap)) or low in _SUBORDINATORS or low in {"not", "there", "to"}:
            return -1
        if place and (low in AUXILIARIES or _is_lexical_verb(words, place)):
            return place
    return -1


def _is_lexical_verb(words: tuple[Token, ...], place: int) -> bool:
    lexicon = load()
    word, low, before = words[place].word, words[place].word.lower(), words[place - 1].word.lower()
    if word[0].isupper():
        return False
    if lexicon.verb_base(low) and _reads_as_verb(lexicon, low):
        following = words[place + 1].word.lower() if place + 1 < len(words) else ""
        if before in PREPOSITIONS or before in _NOT_BEFORE_VERB:
            return False
        modifies = low.endswith("ed") and lexicon.is_noun(following) and following not in {"in", "by", "to"}
        return not (modifies and lexicon.is_adjective(before))
    return low.endswith("s") and bool(lexicon.third_base(low)) and not lexicon.is_noun(lexicon.singular(low))


def _reads_as_verb(lexicon: Lexicon, word: str) -> bool:
    tags = lexicon.tags.get(word)
    return tags is None or "v" in tags[:2] or not lexicon.is_noun(word)


def count_verbs(text: str) -> int:
    """How many finite verbs a stretch of text seems to hold."""
    lexicon, words, count = load(), tokens(text), 0
    for place, token in enumerate(words):
        low = token.word.lower()
        if low in AUXILIARIES:
            count += 1
        elif token.word[0].islower() and lexicon.verb_base(low) and low not in _PARTICIPLES:
            count += not _is_participle(words, place)
    return count


def _is_participle(words: tuple[Token, ...], place: int) -> bool:
    before = words[place - 1].word.lower() if place else ""
    following = words[place + 1].word.lower() if place + 1 < len(words) else ""
    if (
        before in AUXILIARIES
        or before in PREPOSITIONS
        or before
        in {
            "the",
            "a",
            "an",
            "been",
            "being",
            "not",
            "be",
            "and",
            "its",
            "his",
            "their",
        }
    ):
        return True
    return words[place].word.endswith("ed") and following in {
        "by",
        "in",
        "at",
        "on",
        "for",
        "from",
        "with",
        "to",
        "as",
        "of",
    }


def cut_clause(rest: str) -> str:
    """What follows a verb, up to where another clause begins; “, and” within a row of nouns begins none."""
    for found in _CUT.finditer(rest):
        goes_on = re.match(r",\s+(?:and|or)\b", found.group()) and not _may_hold_verb(
            rest[found.end() : found.end() + 40]
        )
        if not goes_on:
            return rest[: found.start()].rstrip(" .!")
    return rest.rstrip(" .!")


def _may_hold_verb(text: str) -> bool:
    lexicon = load()
    return any(token.word in AUXILIARIES or lexicon.verb_base(token.word) for token in tokens(text))
