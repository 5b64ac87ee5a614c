"""A name in its statement in; out comes whether it is only a part of a longer name, which a gap would tear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.tokens import CALENDAR, FUNCTION, RULERS, TITLES

if TYPE_CHECKING:
    from questions.text.english.spans import Span

_WORD_BEFORE = re.compile(r"(?P<word>[A-ZÀ-Þ][\w.’'-]*)\s$")
_WORD_AFTER = re.compile(r"\s(?P<word>[A-ZÀ-Þ][\w’'-]*)")
_HEAD_BEFORE = re.compile(
    r"(?P<head>[A-ZÀ-Þ][\w’'-]+)\s(?P<joiner>of|on|for|de|du|da|des|del|della|di|d[’'])(?:\s(?:the|an?|la|le|los))?\s?$"
)
_GOES_ON = re.compile(
    r"\s(?:(?:for|on)\s(?:the\s)?[A-ZÀ-Þ]|(?:de|du|da|des|del|della|di|von|van|y|e|et|und|la|le)\s[A-ZÀ-Þ]|d[’'][A-ZÀ-Þ]|de\sl[’'])"
)
_SUBTITLE = re.compile(r":\s(?:The|An?|[A-ZÀ-Þ]\w+\sof)\s|['’]s\s\d|\sv\.?\s[A-ZÀ-Þ]|\sop\s[A-ZÀ-Þ]")
_OF, _AND = re.compile(r"\sof\s(?:the\s)?[A-ZÀ-Þ]"), re.compile(r"\s(?:and|&)\s(?P<word>[A-ZÀ-Þ][\w’'-]*)")
_MIXED = re.compile(
    r"[A-ZÀ-Þ][\w’']*-(?!(?:de|du|da|des|del|la|le|les|sur|sous|en|am|an|der|al|el|und|upon|on)\b)[a-z]"
)
_BOUND_TO = frozenset("Nazi Fascist Vichy Soviet Imperial Orthodox Reform Communist Tsarist".split())
"""Words without which the name of a state or a faith means another one."""
_NICKNAME = re.compile(r"\s[\"“][A-Z][\w ]+[\"”]\s[A-Z]")
_ORDINAL_BEFORE = re.compile(r"\d(?:st|nd|rd|th)\s$|(?<!\d)(?<![.,]\d)\d{1,2}\s$")
"""A half of a name around what somebody is called; the 1st Orin Rifles; the 33 ASR."""
_SIBLING_BEFORE = re.compile(r"\b(?:brothers|sisters|siblings|twins|couple)\s[A-ZÀ-Þ]\w+\sand\s$")
_SYMBOL = re.compile(r"[A-Za-z]\d{1,2}")
_PARTICLE = re.compile(r"\b(?:van|von|der|den|de la|ibn|bin)\s$")
_MONEY = re.compile(r"[A-Z]{2,3}[$£€]?\d")
_TO_NAME = re.compile(r"\s(?:to|against|with)\s[A-ZÀ-Þ]\w+\s[A-ZÀ-Þ]")
_ABBREVIATED = re.compile(r"\.,?\s(?:Ltd|Inc|Corp|Co|LLC|PLC)\b|\.\s[a-z]")
_NUMBER_BEHIND = re.compile(r"[+−±]|\s\d{1,3}(?=\s(?:was|is|had|has|during|on|in|and|from|to)\b|[.,;)])")
"""What belongs to the name before it: H3O+, Luna 15."""
_POSSESSED = re.compile(r"['’]s\s[A-ZÀ-Þ]")
_OWN_NAME = re.compile(r"['’]s\s[A-ZÀ-Þ]\w+s\b(?!\s[A-ZÀ-Þ])")
"""Jehovah’s Witnesses."""
_ENDINGS = frozenset(["D.C", "Inc", "Ltd", "Jr", "Sr", "Co", "Corp"])
_ROLES = frozenset("ceo coach economist novelist poet composer philosopher actor actress singer author".split())


def is_torn(span: Span, text: str) -> bool:
    """Whether `span` belongs with a capitalised word beside it: General ___ and Measures, ___ Lovejoy."""
    before, after = text[: span.start], text[span.end :]
    if _MIXED.search(span.text) or span.text.rstrip(".") in _ENDINGS or not re.search(r"[A-Za-zÀ-ž]", span.text):
        return True
    if _NICKNAME.match(after) or _ORDINAL_BEFORE.search(before) or _SIBLING_BEFORE.search(before):
        return True
    is_torn_thing = " " in span.text and _is_common(span.text.split()[-1]) and _TO_NAME.match(after)
    if _PARTICLE.search(before) or _MONEY.match(span.text) or is_torn_thing:
        return True
    if _NUMBER_BEHIND.match(after) or (_is_common(span.text) and _POSSESSED.match(after)):
        return True
    if _ABBREVIATED.match(after) or _SYMBOL.fullmatch(span.text) or (" " not in span.text and _OWN_NAME.match(after)):
        return True
    return _goes_on_before(span, before, after) or _goes_on_behind(span, after)


def _goes_on_before(span: Span, before: str, after: str) -> bool:
    if found := _WORD_BEFORE.search(before):
        is_part = found["word"] in _BOUND_TO or (found["word"][-1] in "'’" and _is_common(span.text))
        return is_part or not _may_stand_before(found["word"], span, is_first=found.start() == 0)
    if found := _HEAD_BEFORE.search(before):
        is_noun = _is_common(span.text.split()[0]) and _is_common(found["head"])
        return is_noun or found["joiner"] not in {"of", "on", "for"} or bool(_AND.match(after) and is_noun)
    return bool(re.search(r"[A-ZÀ-Þ][\w’'-]*\s(?:&|v\.?|aan de|op|d[’'])\s?$", before))


def _may_stand_before(word: str, span: Span, *, is_first: bool) -> bool:
    low = word.lower().rstrip(".")
    if low in FUNCTION or (len(low) == 1 and word.endswith(".")):
        return is_first and len(low) > 1
    if word.endswith(("’s", "'s", "s’", "s'")) or word in CALENDAR or low in TITLES | RULERS | _ROLES:
        return True
    lexicon = load()
    if word in lexicon.origins:
        return not (_is_common(span.text.split()[-1]) or span.text.rstrip("s") in lexicon.origins)
    if is_first and lexicon.is_word(low):
        return " " in span.text or not lexicon.tags.get(low, "").startswith("n")
    return lexicon.noun_class(low) == "P"


def _goes_on_behind(span: Span, after: str) -> bool:
    if _GOES_ON.match(after) or _SUBTITLE.match(after):
        return True
    if _OF.match(after):
        return " " not in span.text or _is_common(span.text.split()[-1])
    if found := _AND.match(after):
        joined = re.sub(r"['’]s?$", "", found["word"])
        return _is_common(joined) and _is_common(span.text.split()[-1]) and " " in span.text
    return bool((found := _WORD_AFTER.match(after)) and found["word"] not in CALENDAR)


def _is_common(word: str) -> bool:
    lexicon, low = load(), word.lower()
    return (lexicon.is_noun(low) or lexicon.is_adjective(low)) and word not in lexicon.given
