"""A sentence in; out comes whether it is none: an entry of a bibliography, a row of keywords, a line of a page."""

from __future__ import annotations

import re

from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES, plain_words, tokens

_OPENS_ENTRY = re.compile(
    r"\W*[A-ZÀ-Þ][\w’'-]+, (?:[A-ZÀ-Þ][\w’'.-]*\s?){1,3}(?:[:;,(&]|and\b|et al)"  # Surname, Given: …
    r"|\W*(?:See also|Further reading|External links|Last (?:updated|modified|edited)|Jump to|Share|Read more|"
    r"Sign in|Log in"
    r"|Subscribe|Copyright|©|All rights reserved|Photo|Image|Credit|Source|Main article|Download|Cite|Contents)\b"
)
"""What an entry begins with."""
_ENTRY = re.compile(
    r",\s(?:1[6-9]|20)\d\d(?:\))?\s?: [A-ZÀ-Þ]"  # …, 1975: Press
    r"|\((?:1[6-9]|20)\d\d[a-z]?\)\.\s"  # … (1998). Title
    r"|\bpp?\.\s?\d|\bvol\.\s?\d|\bISBN\b|\bISSN\b|\bdoi\b|\bRetrieved\b|\bArchived\b|\bet al\.|\bibid\b"
    r"|\*\*|__|\b(?:cookie|newsletter|JavaScript)s?\b",
)
"""What stands anywhere in one."""
_OF_ENTRIES = frozenset(
    "p pp vol isbn issn doi retrieved archived et ibid cookie cookies newsletter newsletters javascript "
    "javascripts".split()
)
_SIGNS_OF_ENTRIES = (": ", ").", "**", "__")
"""One of these words or signs stands in whatever `_ENTRY` finds."""
_MANY_PARTS = 3
"""Semicolons from which a sentence is a row."""


def is_furniture(sentence: str) -> bool:
    """Whether nothing of the sentence may become a question."""
    if _is_entry(sentence) or sentence.count(";") >= _MANY_PARTS or sentence.count(" > ") > 0:
        return True
    return not has_finite_verb(sentence)


def _is_entry(sentence: str) -> bool:
    if _OPENS_ENTRY.match(sentence):
        return True
    is_possible = not _OF_ENTRIES.isdisjoint(plain_words(sentence)) or any(one in sentence for one in _SIGNS_OF_ENTRIES)
    return is_possible and bool(_ENTRY.search(sentence))


def has_finite_verb(text: str) -> bool:
    """Whether some word of `text` can be its finite verb."""
    lexicon = load()
    for token in tokens(text)[1:]:
        low = token.word.lower()
        if low in AUXILIARIES or low in {"did", "does", "do"}:
            return True
        if token.word[0].islower() and (lexicon.verb_base(low) or lexicon.third_base(low) or _is_plain_verb(low)):
            return True
    return False


def _is_plain_verb(word: str) -> bool:
    return "v" in load().tags.get(word, "") and not load().tags[word].startswith(("n", "a"))
