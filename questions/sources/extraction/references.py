"""A statement in; out come the reasons why it does not stand alone: words that point outside, or a broken form."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from questions.text.english.tokens import plain_words

from .furniture import is_furniture
from .pronouns import OPENING, has_loose_pronoun
from .vague import is_vague, leans_on_page
from .words_needed import POINTING, RELATING, WRITING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.text.english.spans import Span

    from .name_types import NameTypes

LEAST_WORDS = 5
MOST_WORDS = 42


class Fault(StrEnum):
    """Why a sentence does not stand alone."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    POINTS_OUTSIDE = "points_outside"
    OPENS_WITH_REFERENCE = "opens_with_reference"
    TIME_OF_WRITING = "time_of_writing"
    RELATIVE_TIME = "relative_time"
    BARE_DEFINITE = "bare_definite"
    PRONOUN = "pronoun"
    CONNECTIVE = "connective"
    VAGUE = "vague"
    BROKEN = "broken"
    FURNITURE = "furniture"


POINTER = re.compile(
    r"\b(?:(?:this|these)\b|those\b(?!\s+(?:who|of|that|in|with|whose|which|from|on|at|to|for|living|being|\w+ed|\w+ing)\b)"
    r"|that (?:year|time|period|day|night|month|century|decade|war|city|country|place|area|battle|event|same|"
    r"point|date|role|position|post|office|capacity|job"
    r"|era|region|group|state|law|treaty|king|man|woman|person|book|company|season|game|report|process|one)\b"
    r"|the (?:latter|former)\b|(?:the|these|those) (?:above|aforementioned|preceding|said)\b"
    r"|as (?:mentioned|noted|described|shown|discussed) (?:above|earlier|before|below)\b"
    r"|(?:we|our|us|my|you|your|I)\b|the (?:following|others|remaining ones)\b"
    r"|such (?!as\b|that\b)|(?:at|by|since|until) (?:this|that) (?:time|point)\b"
    r"|(?:of|among|between) (?:these|them|those|which)\b|both\b(?!.*\band\b)|elsewhere\b|"
    r"(?<=[a-z] )there\b(?! (?:is|are|was|were|has|have|had|would|will|may|might|can|could|exist|be|seem|appear"
    r"|remain))"
    r"|the same (?:year|month|day|time|way|place|reason|period|name|group|region|area|study|season|team|text)\b)"
    r"|\((?:see|left|right|above|below)\b",
    re.IGNORECASE,
)
RELATIVE_TIME = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|a few|some|many)\s+"
    r"(?:days?|weeks?|months?|years?|decades?|centuries)\s+(?:later|earlier|afterwards|before|after)\b"
    r"|in the (?:spring|summer|autumn|fall|winter),|since then|by then|thereafter|at the time\b(?! of)|"
    r"soon after(?=[,.])|"
    r"shortly after(?:ward)?s?(?=[,.])|"
    r"afterwards?(?=[,.])"
    r"|the (?:year|month|day) (?:before|after)(?=[,.])|the (?:next|following|previous) (?:day|week|month|year|decade))",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b\w+\s+(?:day|week|month|year|decade|days|weeks|months|years|decades)\s+later\b")
_DATED = re.compile(r"\b(?:1\d{3}|20\d\d|\d{1,2}(?:st|nd|rd|th) century)\b")
TIME_OF_WRITING = re.compile(
    r"\b(?:today|nowadays|currently|at present|recently|so far|to date|last (?:year|month|week|decade)|"
    r"(?:to )?the present(?: day)?|(?<!illion )years ago|in recent (?:years|decades|times)|in the past \w+ years|"
    r"(?<!what is )(?<!what are )now(?! (?:known|called|part)\b))\b",
    re.IGNORECASE,
)
_DEFINITE_NOUNS = (
    r"network|universit(?:y|ies)|cit(?:y|ies)|school|compan(?:y|ies)|church|agreements?|treat(?:y|ies)|war|battle|museum|"
    r"king|queen|emperor|president|river|town|countr(?:y|ies)|state|government|party|team|series|show|book|film|group|"
    r"famil(?:y|ies)|empire|report|act|law|court|population|region|area|site|building|bridge|castle|program(?:me)?|project|"
    r"mission|engine|system|organi[sz]ation|institution|college|students?|author|dynasty|army|fort|colony|settlement|"
    r"expedition|invasion|plague|disease|epidemic|island|province|county|village|district|neighbou?rhood|committee|"
    r"commission|council|parliament|assembly|election|reform|movement|theory|model|method|process|device|machine|product|"
    r"event|game|season|match|play|player|club|album|song|band|character|story|novel|poem|painting|collections?|"
    r"exhibition|gallery|crew|astronauts?|spacecraft|rocket|oil|embargo|crisis|study|survey|scientists?|researchers?|"
    r"scholars?|men|women|people|two|three|former|latter|others?|nation|capital|campus|palace|theatre|temple|tribe|"
    r"community|order|force|troops|French|British|ship|vessel|prize|award|tournament|trial|attack|siege|revolt|"
    r"uprising|revolution|rebellion|railway|station|airport|port|harbou?r|hospital|library|line|road|street|lake|"
    r"mountain|valley|desert|forest|species|genus|animal|plant|element|compound|metal|gas|acid|paper|journal|newspaper|"
    r"magazine|article|essay|manuscript|design|plan|proposal|decision|results?|"
    r"algorithm|protocol|technique|procedure|experiment|discovery|invention|patent|firm|bank|brand|factory|phase|measurement|couple|pair|trio|brothers|sisters|"
    r"wager|term(?= (?:is|was|has|had|came|comes|derives)\b)"
)
BARE_DEFINITE = re.compile(
    rf"(?<![\w'])[Tt]he (?P<noun>{_DEFINITE_NOUNS})(?![\w-])(?! (?:of|in|at|for|that|which|who|whose|whom|to|"
    rf"between|against|"
    r"with|on|from|near|known|called|named|titled|where|when|as|by|\w+ed by|[A-Z0-9]))"
)
_REFERENCE_OPENER = re.compile(
    r"\W*(?:Examples?\s(?:is|are|was|were|include)\b|"
    r"(?:Many|Some|Several|Most|Few|All|None) (?:was|were|are|is|have|had|also|took|went|came|\w+ed)\b|See|"
    r"Note|Compare|(?:A|The) (?:second|third|fourth|further)(?=[,.]| (?:was|is|by|one)\b)|"
    r"That|Such|Both(?! .*\band\b)|Each(?! of the)|Others?|Another|They|He|She|Here|All (?:two|three|"
    r"four|five|six|seven)|"
    r"The (?:two|three|four|five|six|seven|others?|same|following|latter|former|above|remaining|rest|pair|trio)|"
    r"It(?! (?:is|was) (?:\w+ )?(?:that|estimated|believed|known|\w+ed that)))\b"
)
LEAST_TOLD = 6
"""Words in which a sentence can tell what a later word of it points at."""
_STRAY = re.compile(
    r"\s[,;.](?!\d)|,,|;;|\.\.(?!\.)|\(\s*\)|\(\s*[,;]|,\s*\)|^\W*[,;:)]|\n|[{}|<>\\`]|https?:|www\.|\[|\]|(?<!\d):\d"
)
_JOINED = re.compile(
    r"[A-Za-z,] (?:Some|The|In|It|He|She|They|This|These|There|During|After|When|While) [a-z]|[a-z]{2}\.[A-Z][a-z]"
)
"""Two sentences without a full stop or a space between them."""
_UNSAID = re.compile(r"[\"“‘'][a-z]|[\"“][^\"”]*[\"”]\.?$")
"""Quoted words of nobody, and nothing else."""
_ENDS = re.compile(r"[.!]['\"”’)]?$")


def faults_of(
    text: str, spans: Iterable[Span], types: NameTypes, title_words: frozenset[str] = frozenset()
) -> list[Fault]:
    """Every reason why the statement `text` does not stand alone; `spans` are what stands in it.

    What a word of the title is called by is known to the reader of the document.
    """
    found = []
    words = len(text.split())
    if is_furniture(text):
        found.append(Fault.FURNITURE)
    if words < LEAST_WORDS or words > MOST_WORDS:
        found.append(Fault.TOO_SHORT if words < LEAST_WORDS else Fault.TOO_LONG)
    if points_outside(text):
        found.append(Fault.POINTS_OUTSIDE)
    if _REFERENCE_OPENER.match(text):
        found.append(Fault.OPENS_WITH_REFERENCE)
    said = plain_words(text)
    if (not said.isdisjoint(WRITING) and TIME_OF_WRITING.search(text)) or leans_on_page(text):
        found.append(Fault.TIME_OF_WRITING)
    if not said.isdisjoint(RELATING) and _is_relative(text):
        found.append(Fault.RELATIVE_TIME)
    found.extend(_vague_faults(text, title_words))
    if has_loose_pronoun(text, spans, types):
        found.append(Fault.PRONOUN)
    if is_broken(text):
        found.append(Fault.BROKEN)
    return found


def _vague_faults(text: str, title_words: frozenset[str]) -> list[Fault]:
    if bare_definite(text):
        return [Fault.BARE_DEFINITE]
    return [Fault.VAGUE] if is_vague(text, title_words) else []


def _is_relative(text: str) -> bool:
    return bool(_LATER.search(text) or (not _DATED.search(text) and RELATIVE_TIME.search(text)))


def bare_definite(text: str) -> str:
    """The first noun with “the” that nothing before it in `text` tells; ''. A noun told before is bound to that."""
    for found in BARE_DEFINITE.finditer(text):
        noun = found["noun"]
        if not forms_of(noun).search(text[: found.start()]):
            return noun
    return ""


def opens_bare(text: str) -> bool:
    """Whether the subject of the sentence, behind an opening phrase, is such a noun."""
    opening = OPENING.match(text)
    return bool(BARE_DEFINITE.match(text, opening.end() if opening else 0))


@cache
def forms_of(noun: str) -> re.Pattern[str]:
    """A rule for the forms of a noun that `BARE_DEFINITE` finds: city, cities."""
    return re.compile(rf"\b{noun[:-1]}\w{{0,3}}\b", re.IGNORECASE)


def points_outside(text: str) -> bool:
    """Whether a word of `text` points at something that is not in it; I as a numeral does not."""
    if plain_words(text).isdisjoint(POINTING):
        return False
    for found in POINTER.finditer(text):
        if found.group() == "US":
            continue
        if found.group().lower() != "i":
            if not _is_told_before(found, text):
                return True
        elif text.startswith(".e", found.end()):
            continue
        elif not re.search(r"[A-Z][\w.]*\s$", text[: found.start()]):
            return True
    return False


def _is_told_before(found: re.Match[str], text: str) -> bool:
    """Whether the sentence itself tells what the word points at: “rivers, many of which …”, “…, and … this rise”."""
    head, word = text[: found.start()], found.group().lower()
    return word == "among them" and head.endswith(", ") and len(head.split()) >= LEAST_TOLD


def is_broken(text: str) -> bool:
    """Whether signs, brackets or the end of the statement show that it is no whole sentence."""
    if (
        not _ENDS.search(text)
        or text[:1].islower()
        or text.startswith("(")
        or _UNSAID.match(text)
        or text.endswith("?")
        or _STRAY.search(text)
        or _JOINED.search(text)
    ):
        return True
    return text.count('"') % 2 == 1 or text.count("(") != text.count(")") or text.count("“") != text.count("”")
