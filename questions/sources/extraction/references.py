"""A statement in; out come the reasons why it does not stand alone: words that point outside, or a broken form."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from questions.text.english.spans import SpanKind
from questions.text.english.tokens import plain_words

from .furniture import is_furniture
from .vague import is_vague, leans_on_page
from .words_needed import POINTING, PRONOUNS, RELATING, WRITING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.text.english.spans import Span

    from .name_types import NameTypes

LEAST_WORDS = 6
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
    r"\b(?:this|these)\b|\bthose\b(?!\s+(?:who|of|that|in|with|whose|which|from|on|at|to|for|living|being|\w+ed|\w+ing)\b)"
    r"|\bthat (?:year|time|period|day|night|month|century|decade|war|city|country|place|area|battle|event|same|"
    r"point|date"
    r"|era|region|group|state|law|treaty|king|man|woman|person|book|company|season|game|report|process|one)\b"
    r"|\bthe (?:latter|former)\b|\b(?:the|these|those) (?:above|aforementioned|preceding|said)\b"
    r"|\bas (?:mentioned|noted|described|shown|discussed) (?:above|earlier|before|below)\b"
    r"|\((?:see|left|right|above|below)\b|\b(?:we|our|us|my|you|your|I)\b|\bthe (?:following|others|remaining ones)\b"
    r"|\bsuch (?!as\b|that\b)|\b(?:at|by|since|until) (?:this|that) (?:time|point)\b"
    r"|\b(?:of|among|between) (?:these|them|those|which)\b|\bboth\b(?!.*\band\b)|\belsewhere\b|"
    r"(?<=[a-z] )there\b(?! (?:is|are|was|were|has|have|had|would|will|may|might|can|could|exist|be|seem|appear"
    r"|remain))"
    r"|\bthe same (?:year|month|day|time|way|place|reason|period|name)\b",
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
_LATER = re.compile(r"\b\w+\s+(?:days|weeks|months|years)\s+later\b")
_DATED = re.compile(r"\b(?:1\d{3}|20\d\d|\d{1,2}(?:st|nd|rd|th) century)\b")
TIME_OF_WRITING = re.compile(
    r"\b(?:today|nowadays|currently|at present|recently|so far|to date|last (?:year|month|week|decade)|"
    r"(?:to )?the present(?: day)?|(?<!illion )years ago|in recent (?:years|decades|times)|in the past \w+ years|"
    r"(?<!what is )(?<!what are )now(?! (?:known|called|part)\b))\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"\b(he|she|him|his|her|hers|himself|herself|they|them|their|theirs|themselves|it|its|itself)\b", re.IGNORECASE
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
    r"algorithm|protocol|technique|procedure|experiment|discovery|invention|patent|firm|bank|brand|factory|phase|measurement|couple|pair|trio|brothers|sisters"
)
BARE_DEFINITE = re.compile(
    rf"(?<![\w'])[Tt]he (?P<noun>{_DEFINITE_NOUNS})(?![\w-])(?! (?:of|in|at|for|that|which|who|whose|whom|to|"
    rf"between|against|"
    r"with|on|from|near|known|called|named|titled|where|when|as|by|\w+ed by|[A-Z0-9]))"
)
_REFERENCE_OPENER = re.compile(
    r"\W*(?:(?:Many|Some|Several|Most|Few|All|None) (?:was|were|are|is|have|had|also|took|went|came|\w+ed)\b|See|"
    r"Note|Compare|That|Such|Both(?! .*\band\b)|Each(?! of the)|Others?|Another|They|He|She|Here|All (?:two|three|"
    r"four|five|six|seven)|"
    r"The (?:two|three|four|five|six|seven|others?|same|following|latter|former|above|remaining|rest|pair|trio)|"
    r"It(?! (?:is|was) (?:\w+ )?(?:that|estimated|believed|known|\w+ed that)))\b"
)
_EXPLETIVE = re.compile(
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
_OPENING = re.compile(
    r"(?:With|At|In|On|By|For|From|Under|During|Despite|Following|Due to|Because of|As) (?:[^,]|,(?=\d))*, "
)
"""A phrase before the subject; nothing in it is what the subject means."""
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
LEAST_TOLD = 6
"""Words in which a sentence can tell what a later word of it points at."""
_CATAPHORA = re.compile(
    r"(?:Despite|Because of|Due to|With|In|During|After|Before|Like|Unlike|Through|Throughout|By|From|At)\s"
    r"(?P<word>his|her|its)\s(?:[a-z]+,\s)?[^,]{3,70},\s(?P<subject>[\w’'-]+)"
)
_STRAY = re.compile(
    r"\s[,;.](?!\d)|,,|;;|\.\.(?!\.)|\(\s*\)|\(\s*[,;]|,\s*\)|^\W*[,;:)]|\n|[{}|<>\\`]|https?:|www\.|\[|\]|:\d"
)
_JOINED = re.compile(
    r"[A-Za-z,] (?:Some|The|In|It|He|She|They|This|These|There|During|After|When|While) [a-z]|[a-z]{2}\.[A-Z][a-z]"
)
"""Two sentences without a full stop or a space between them."""
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
    opening = _OPENING.match(text)
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
    if word == "of which" or (word == "among them" and head.endswith(", ")):
        return len(head.split()) >= LEAST_TOLD
    return False


def is_broken(text: str) -> bool:
    """Whether signs, brackets or the end of the statement show that it is no whole sentence."""
    if (
        not _ENDS.search(text)
        or text[:1].islower()
        or text.startswith("(")
        or text.endswith("?")
        or _STRAY.search(text)
        or _JOINED.search(text)
    ):
        return True
    return text.count('"') % 2 == 1 or text.count("(") != text.count(")") or text.count("“") != text.count("”")


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
        if word == "it" and _EXPLETIVE.match(text[found.end() :]):
            continue
        before = [types.class_of(span.text) for span in names if span.end <= found.start()]
        if (not before or word in {"it", "they"}) and word in _SUBJECTS and _OPENING.fullmatch(head):
            return True
        if word in _PERSONAL:
            is_bound = "person" in before or bool(_PERSONAL_NOUN.search(head))
        else:
            is_bound = _has_thing(word, head, before) and not (word == "it" and _means_its_subject(head, before))
        if not is_bound:
            return True
    return False


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
