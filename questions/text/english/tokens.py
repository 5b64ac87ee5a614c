"""A text in, its words with their places out; and the small closed classes of words that every rule asks for."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
CALENDAR = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_FUNCTION_WORDS = """
    the a an this that these those it its he she they his her their we our i my you your in on at by for from to of with
    as and or but nor so yet if when while where who whom whose which what how why because although though since after
    before during until unless under over between among within without through throughout into onto upon about against
    along across despite per via like unlike both either neither each every all any some many most much more few several
    other others another such no not only just even also however moreover furthermore meanwhile nevertheless nonetheless
    thus therefore hence then there here now today once twice later earlier eventually finally instead rather still
    indeed perhaps often sometimes usually generally typically currently recently originally initially additionally
    similarly likewise consequently subsequently previously according following given based born located known named
    called founded despite besides whereas whether one two three four five six seven eight nine ten first second third
    amongst unto whilst amid amidst albeit lest whereby wherein
    was is are were be been being has have had do does did can could will would shall should may might must ii iii iv
"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
PREPOSITIONS = frozenset(
    "in on at by for from to of with into onto over under through during between among against along across near "
    "around "
    "after before since until as about than via within without toward towards upon off out up down behind beside "
    "beyond "
    "like throughout including".split()
)
BE = frozenset({"was", "were", "is", "are"})
AUXILIARIES = BE | frozenset("had has have could would will can may might must should".split())
_TITLE_WORDS = """
    president vice sir lord lady dr prof professor general captain colonel major admiral senator governor mayor minister
    secretary chancellor chief director bishop archbishop cardinal judge justice mr mrs ms economist architect marshal
    lieutenant commander sergeant baron baroness
"""
TITLES = frozenset(_TITLE_WORDS.split())
RULERS = frozenset(
    "king queen emperor empress pope saint st prince princess duke duchess count countess tsar khan sultan "
    "caliph".split()
)

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+|[^\W_]\w*(?:[’'&]\w*|[-.]\w+)*")
_PLAIN_WORD = re.compile(r"\w+")
_FOLD_INTO_ASCII = frozenset("ſıİ\u212a")
"""Letters that a rule which ignores case takes for ASCII ones, though lower case leaves them apart."""


class Token(NamedTuple):
    """A word as written, and where it stands."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; hyphened words and abbreviations with inner dots are one."""
    return tuple([_token((found[0], *found.span())) for found in _TOKEN.finditer(text)])


_token = partial(tuple.__new__, Token)
"""Token itself, without a call in Python for each word of a document."""


def words_of(text: str) -> list[str]:
    """The words of `tokens(text)` alone."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=64)
def plain_words(text: str) -> frozenset[str]:
    """Every run of letters and digits of `text`, once, in lower case: what a rule made of words can match at all."""
    return frozenset(_PLAIN_WORD.findall(text.lower()))


def is_capitalised(word: str) -> bool:
    return word[:1].isupper() or (word[:3] in {"al-", "el-"} and word[3:4].isupper())


def is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word not in {"II", "III", "IV"}


def stands_in_words(part: str, text: str) -> bool:
    """Whether `part` stands in `text` as whole words, in any case."""
    if not part.isascii() or not (text.isascii() or _FOLD_INTO_ASCII.isdisjoint(text)):
        return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE))
    part, text = part.lower(), text.lower()
    return any(
        not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1])) for at, end in _places(part, text)
    )


def holds_word(word: str, text: str) -> bool:
    r"""Whether `word` stands in `text` as it is written, with a boundary of words (`\b`) at both its ends."""
    opens, closes = _is_letter(word[:1]), _is_letter(word[-1:])
    return any(
        opens is not _is_letter(text[at - 1 : at]) and closes is not _is_letter(text[end : end + 1])
        for at, end in _places(word, text)
    )


def _places(part: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


def _is_letter(sign: str) -> bool:
    """Whether `sign`, one character or none, is one of a word."""
    return sign.isalnum() or sign == "_"
