"""The terms that a page marked in a sentence in; the one of them that is worth a question out.

A term is asked for where the sentence tells enough of it that hardly anything else would fit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from questions.text.english.lexicon import REMEMBERED, load
from questions.text.english.tokens import FUNCTION, holds_word

from .marks import LOOSE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.text.english.spans import Span

    from .marks import Mark

LEAST_TOLD = 1.8
"""Points from which a sentence tells enough of its term; of a hundred such questions a strict reader keeps about 80."""
LONG = 25
"""Words of a sentence that tells of much else."""
LEAST_LETTERS, LEAST_SINGLE = 3, 4
LETTERS_OF_STEM = 5

_WORD = re.compile(r"[^\W\d_]+")
_ROW_BEFORE = re.compile(
    r"(?:,|\b(?:and|or|nor|versus|both|either|neither|between|among)|[/&–—-])\s*(?:the |an? )?(?:[a-z-]+ ){0,2}$"
)
_ROW_BEHIND = re.compile(
    r"\s(?:and|or|nor|&)\s|,\s(?:and|or)\s(?:[\w-]+\s){0,3}[\w-]+[.,;]|,\s(?:[\w-]+\s){0,2}[\w-]+(?:\s\([^()]*\))?(?:,|\s(?:and|or)\s)|"
    r"\s?[/&–-]\S"
)
_EXAMPLE = re.compile(
    r"\b(?:such as|including|like|e\.g\.,?|for example|for instance|especially|particularly|notably|among)\s[^;:]*$"
)
_COUNTED = re.compile(
    r"\b(?:some|many|several|various|few|different|certain|most|all|these|those|no|any|other|more|numerous|one|two|three|"
    r"four|five|of its|another|each|every|both|often|sometimes|usually)\s(?:[a-z-]+\s){0,2}$|\d\w*\s$"
)
_UNSURE = re.compile(
    r"\b(?:may|might|could|would|possibly|perhaps|probably|likely|not|no|never|neither|nor|without|seldom|rarely|hardly|"
    r"unlike|except)\b|n[’']t\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s(?:[A-ZÀ-Þ\"“]|(?P<word>[a-zà-þ-]+)(?:\s(?P<next>[a-zà-þ-]+))?)")
_SHORT_FORM = re.compile(r"\s\((?P<short>[A-Z][A-Za-z&]{1,7})\)")

_GLOSSED = re.compile(
    r",\s(?:an?|the)\s[a-z]|,\s(?:in|of|for|by|from)?\s?(?:which|where|who|whereby)\b|\s\((?:an?|the)\s|"
    r"\s(?:in which|whereby|where)\s|,\s(?:or|i\.e\.,?|that is)\s"
)
_NAMED = re.compile(
    r"\b(?:called|termed|dubbed|named|(?:known|referred to|defined) (?:simply )?as|considered)\s(?:the |an? )?$"
)
_IS = re.compile(r"\b(?:is|are|was|were|becomes?|became|remains?)\s(?:\w+ly\s)?(?:the |an? )$")
_OF_KIND = re.compile(
    r"\b(?:process|method|form|type|kind|theory|concept|principle|idea|technique|study|practice|doctrine|phenomenon|state|"
    r"system|branch|field|notion|unit|policy|use|invention|discovery|science|art|law|property|family|genus|class|group|"
    r"order|disease|style|symbol|god|goddess|cause|term|means|result|product|source)\sof\s(?:the |an? )?$"
)
_SUBJECT = re.compile(r"(?:The |An? )?")
_MODIFIER = re.compile(r"(?<!^)\b(?:[A-ZÀ-Þ][\w-]*|(?P<word>[a-zà-þ-]+))\s$")
_ANCHOR = re.compile(r"[A-ZÀ-Þ0-9]")
_POINTS_BACK = re.compile(r"\b(?:it|them|him|they|their)\b")
_LIKENED = re.compile(r"\b(?:related|similar|analogous|same|equivalent)\b")
_LOOSELY = re.compile(r"\b(?:can|often|usually|sometimes|generally|commonly|many|some|several|various|typically)\b")


def best_of(marks: Iterable[tuple[Mark, Span]], text: str, title_words: frozenset[str]) -> Span | None:
    """The one marked term of the statement `text` of which it tells most; None where it tells too little of each."""
    told = [(points_of(mark, span, text, title_words), -span.start, span) for mark, span in marks]
    points, _, best = max(told, default=(0.0, 0, None), key=lambda row: row[:2])
    return best if points >= LEAST_TOLD else None


def points_of(mark: Mark, span: Span, text: str, title_words: frozenset[str]) -> float:
    """How much the statement tells of its term; 0 where something else would fit as well, or it is told."""
    before, after = text[: span.start], text[span.end :]
    if not _is_specific(span.text) or _is_told(span.text, before, after, title_words) or _is_loose(before, after, text):
        return 0.0
    head = span.text.rpartition(" ")[2]
    is_named = bool(_NAMED.search(before))
    is_anchored = bool(_ANCHOR.search(before[1:] + after))
    is_titled = any(holds_word(word, f"{before} {after}".lower()) for word in title_words)
    proofs = (
        (1.0, " " in span.text),
        (1.0, _is_rare(span.text)),
        (1.5, bool(_GLOSSED.match(after))),
        (1.5, is_named),
        (0.7, bool(_IS.search(before))),
        (0.7, bool(_OF_KIND.search(before))),
        (0.3, bool(_SUBJECT.fullmatch(before))),
        (0.5, is_anchored),
        (0.3, is_titled),
    )
    doubts = (
        (0.7, _is_modified(before)),
        (0.5, len(text.split()) > LONG),
        (0.4, bool(_LOOSELY.search(text)) and not is_named),
        (0.2, load().is_plural(head)),
        (1.0, bool(_POINTS_BACK.search(after))),
        (1.0, bool(_LIKENED.search(text))),
    )
    told = sum(points for points, holds in proofs[2:] if holds)
    return round(
        mark.weight
        + sum(points for points, holds in proofs if holds)
        - sum(points for points, holds in doubts if holds)
        - 0.7 * (not told),
        2,
    )


@lru_cache(maxsize=REMEMBERED)
def _is_specific(term: str) -> bool:
    """Whether a single word is one that hardly every text uses."""
    lexicon = load()
    return " " in term or (len(term) >= LEAST_SINGLE and not _is_common(term) and lexicon.noun_class(term) != "G")


@lru_cache(maxsize=REMEMBERED)
def _is_common(word: str) -> bool:
    lexicon = load()
    return not lexicon.common.isdisjoint((word, lexicon.singular(word), lexicon.verb_base(word)))


def _is_rare(term: str) -> bool:
    return any(word not in FUNCTION and not _is_common(word) for word in _WORD.findall(term))


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str) -> str:
    return load().singular(word)[:LETTERS_OF_STEM]


def _is_told(term: str, before: str, after: str, title_words: frozenset[str]) -> bool:
    """Whether a word of the term stands beside it or in the title, or its initials do."""
    stems = {_stem(word) for word in _WORD.findall(term) if len(word) > LEAST_LETTERS and word not in FUNCTION}
    rest = f"{before} {after}"
    if not stems.isdisjoint(_stem(word) for word in (*title_words, *_WORD.findall(rest.lower()))):
        return True
    found = _SHORT_FORM.match(after)
    return found is not None and holds_word(found["short"], before + after[found.end() :])


def _is_loose(before: str, after: str, text: str) -> bool:
    """Whether the gap stands in a row, in brackets, before the noun it belongs to, or in a sentence that is unsure."""
    is_glossed, is_named = bool(_GLOSSED.match(after)), bool(_NAMED.search(before))
    short = _SHORT_FORM.match(after)
    behind = after[short.end() :] if short else after
    return (
        bool(_UNSURE.search(text) or _COUNTED.search(before))
        or (bool(_ROW_BEFORE.search(before.rstrip('"“'))) and not is_named)
        or (bool(_ROW_BEHIND.match(behind) or _EXAMPLE.search(before)) and not is_glossed)
        or before.count("(") > before.count(")")
        or _is_within_quotes(before, after)
        or _goes_on(before, behind)
    )


def _is_within_quotes(before: str, after: str) -> bool:
    is_inside = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    return is_inside and not (before.endswith(('"', "“")) and after.startswith(('"', "”", ',"', '."')))


def _goes_on(before: str, after: str) -> bool:
    """Whether the term only tells more of the noun behind it: “photon theory”, “optic fibre underwater cable”."""
    found = _GOES_ON.match(after)
    if found is None or found["word"] in LOOSE:
        return False
    word, following, lexicon = found["word"], found["next"] or "", load()
    if not word or (lexicon.is_adjective(word) and following not in LOOSE and lexicon.is_noun(following)):
        return True
    may_be_verb = lexicon.verb_base(word) or (lexicon.third_base(word) and _SUBJECT.fullmatch(before))
    return lexicon.is_noun(word) and not may_be_verb


def _is_modified(before: str) -> bool:
    """Whether an adjective, a noun or a name stands before the term, and belongs to it."""
    found, lexicon = _MODIFIER.search(before), load()
    if found is None or found["word"] in LOOSE:
        return False
    word = found["word"]
    if not word:
        return True
    may_be_verb = lexicon.third_base(word) or lexicon.verb_base(word)
    return (lexicon.is_adjective(word) or lexicon.is_noun(word)) and not may_be_verb
