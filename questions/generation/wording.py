"""Two texts in; out comes whether one stands in the other word by word, and which words carry their meaning."""

from __future__ import annotations

from functools import lru_cache

from questions.text.fold import fold, strip_articles

_FUNCTION_WORDS = """
    a an the and or but nor of in on at by for from to into onto with without within upon over under between among
    as than then that this these those there here it its he she they them his her their him who whom whose which what
    when where why how did do does done was were is are be been being had has have having would could should will
    shall may might must can not no if so such same own about after before during until till since while through
    against one two three give day month year name called known many much first
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

_SUFFIX_LETTERS = """
    s es ed ing ings er ers ion ions ional ionary ionaries ist ists ism ia ian ians an ans ese ish ic ical al a ly
    ment ments ity ities y ies e
"""
_SUFFIXES = sorted(_SUFFIX_LETTERS.split(), key=len, reverse=True)
SHORTEST_STEM = 4


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """The folded text without articles: what two names must have in common to be the same."""
    return strip_articles(fold(text))


def stands_in(part: str, whole: str) -> bool:
    """Whether the words of `part` stand in `whole`, in a row, folded; a text stands in itself, no words nowhere."""
    folded = key_of(part)
    return bool(folded) and f" {folded} " in f" {key_of(whole)} "


def overlap(one: str, other: str) -> bool:
    """Whether two names are the same, or one stands within the other word by word."""
    return stands_in(one, other) or stands_in(other, one)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem of a folded word: mongol of mongolia, mongolian, mongols. At least four letters always stay."""
    if not word.isalpha():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry meaning: no articles, question words, prepositions, auxiliaries."""
    return frozenset(stem(word) for word in fold(text).split() if word not in FUNCTION_WORDS)
