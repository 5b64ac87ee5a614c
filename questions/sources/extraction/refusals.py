"""A span in its statement in; out comes whether asking for it would be unfair, trivial or torn: then it is refused."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from questions.text.english.lexicon import load
from questions.text.english.spans import SpanKind
from questions.text.english.tokens import FUNCTION, holds_word, stands_in_words

from .torn_names import is_torn
from .torn_numbers import is_bad_quantity, is_torn_date

if TYPE_CHECKING:
    from questions.text.english.spans import Span

LEAST_CONTEXT = 3
"""Words of meaning that must stay around a gap."""
_PLAIN_WORD = re.compile(r"\w+")
_NAMING_WORD = re.compile(r"[A-Z][\w'’-]{3,}")
_LETTERS = re.compile(r"[A-Za-z]{2,}|[A-Z]")
_NAME = r"(?:(?:the )?[A-ZÀ-Þ][\w.'’-]*(?: (?:of the |of |de |von |van )?[A-Z0-9À-Þ][\w.'’-]*){0,4}(?: \([^()]*\))?)"
_NUMBER = r"(?:(?:in )?(?:[A-Z]\w+ )?\d[\d,.]*\d%?)"


class _Row:
    """How a span of three or more of its kind in a row looks."""

    def __init__(self, unit: str) -> None:
        self.left = re.compile(rf"{unit},\s+(?:and\s+|or\s+)?(?:the\s+)?$")
        self.right = re.compile(rf",?\s+(?:and|or)\s+{unit}|,\s+{unit}(?=,|\s+and|\s+or)")
        self.far_left = re.compile(rf"{unit},\s+{unit},?\s+(?:and\s+|or\s+)?(?:the\s+)?$")
        self.far_right = re.compile(rf",\s+{unit},?\s+(?:and\s+|or\s+)?{unit}")


_MEMBER = r"[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}"
_IN_LOWER_ROW = re.compile(rf",\s{_MEMBER},\s$"), re.compile(rf",\s(?:and\s|or\s)?{_MEMBER}(?:,|\.|\sand|\sor)")
"""Lower-case members of a row around a name."""
_ROW_OF_NAMES, _ROW_OF_NUMBERS = _Row(_NAME), _Row(_NUMBER)
_GLOSS = re.compile(r"\s\((?:[A-Z][A-Za-z0-9&]{1,6}|[\d,.]+\s(?:[a-zµ°]{1,3}|sq [a-z]+)[²³]?)\)")
_EXAMPLES = re.compile(
    r"(?<!-)\b(?:such as|including|like|e\.g\.,?|for example|for instance|among them|especially)\s(?P<row>[^;:]*)$"
)
ROW_GOES_ON = re.compile(r",?\s(?:and|or|etc)\b|,\s(?:the\s)?[A-ZÀ-Þ]")
_PART_BEFORE = re.compile(r"['’]s?\s$|[A-ZÀ-Þ][\w’'-]*\s(?:and|or|to|of|for|&)\s$")
"""What a common word with a capital is only the end of: Rupert’s Land, the Keys to Doomsday, Word and Image."""
_IN_BRACKETS = re.compile(r"\((?!\d{4}\))[^()]*$")
_ADDRESS = re.compile(r"\b(?:in|at|near|to|towards?|from)\s[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?,\s$")
_RANK = re.compile(r"\b(?:Emperor|King|Queen|President|Duke|Prince|Bishop|Pope|Minister|Secretary)$")
_OPENS_COMMON = re.compile(r"[A-Z][a-z]+s of [A-Z]")
LEAST_OF_KIN = 4
"""Letters with which two names begin that come from one."""
_PEOPLES = {
    place: frozenset(names.split())
    for place, names in {
        "France": "French Frenchman Frenchmen", "Poland": "Polish Poles Pole",
        "Netherlands": "Dutch", "Holland": "Dutch",
        "Ireland": "Irish", "Wales": "Welsh", "Denmark": "Danish Danes Dane", "Spain": "Spanish Spaniards",
        "Switzerland": "Swiss", "Finland": "Finnish Finns", "Philippines": "Filipino Filipinos", "Turkey": "Turkish",
    }.items()
}  # fmt: skip
"""Places and their people where the two names begin too differently."""
_SHORT = {"United States": r"\bU\.?S\b", "United Kingdom": r"\bU\.?K\b", "Soviet Union": r"\bU\.?S\.?S\.?R\b"}
"""How a name is written in short."""
_IN_GLOSS = re.compile(r"\(([^()]*)\)")
_GERUND = re.compile(r"[A-Z][a-z]+ing")


def is_refused(span: Span, text: str, name_class: str) -> bool:
    """Whether the answer `span` of the statement `text` may not be asked for."""
    rest = text[: span.start] + " " + text[span.end :]
    forms = _forms(span.text) if span.kind is SpanKind.TERM else (span.text,)
    if any(stands_in_words(form, rest) for form in forms) or not has_context(rest, LEAST_CONTEXT):
        return True
    if span.kind is SpanKind.NAME:
        return (
            in_row(span, text)
            or is_torn(span, text)
            or is_example(span, text)
            or _is_bad_name(span, text, rest, name_class)
        )
    if span.kind is SpanKind.QUANTITY:
        return in_row(span, text) or is_bad_quantity(span, text)
    if span.kind is SpanKind.TERM:
        return is_example(span, text)
    if span.kind is SpanKind.DATE:
        return in_row(span, text) or is_torn_date(span, text)
    return False


def without_gloss(text: str, span: Span) -> str:
    """`text` without the bracket behind the span that says the same: its initials, or the measure in another unit."""
    gloss = _GLOSS.match(text, span.end)
    return text[: gloss.start()] + text[gloss.end() :] if gloss else text


def in_row(span: Span, text: str) -> bool:
    """Whether the span is one of three or more of a row, so that others would fit as well."""
    row = _ROW_OF_NAMES if span.kind is SpanKind.NAME else _ROW_OF_NUMBERS
    before, after = text[max(0, span.start - 120) : span.start], text[span.end : span.end + 120]
    if row.left.search(before) and row.right.match(after):
        return True
    if span.kind is SpanKind.NAME and _IN_LOWER_ROW[0].search(before) and _IN_LOWER_ROW[1].match(after):
        return True
    return bool(row.far_left.search(before) or row.far_right.match(after))


def is_example(span: Span, text: str) -> bool:
    """Whether the span is one of several examples, so that others fit as well: “rivers such as the Orin and …”."""
    found = _EXAMPLES.search(text[: span.start])
    if not found:
        return False
    row = found["row"]
    after = text[span.end :]
    if span.kind is SpanKind.TERM and after.startswith(", "):
        return True
    return "," in row or bool(ROW_GOES_ON.match(after) or re.search(r"\b(?:and|or)\s(?:the\s)?$", row))


def has_context(rest: str, least: int) -> bool:
    found = (word for word in _PLAIN_WORD.finditer(rest) if word[0].lower() not in FUNCTION)
    return next(islice(found, least - 1, None), None) is not None


def _is_bad_name(span: Span, text: str, rest: str, name_class: str) -> bool:
    low = span.text.lower()
    words = _NAMING_WORD.findall(_plain(span.text))
    named = _NAMING_WORD.findall(_plain(rest))
    seen = [holds_word(word, rest) or _is_kin(word, named) for word in words]
    if words and (all(seen) or sum(seen) * 2 > len(seen) or (name_class in {"person", "unknown"} and seen[-1])):
        return True
    if name_class == "place" and len(low) > 4 and _grows_from(low[:-1], rest):
        return True
    if (
        _IN_BRACKETS.search(text[: span.start])
        or _is_torn_from_quote(span, text)
        or _tells_by_initials(span.text, rest)
    ):
        return True
    if text[span.end : span.end + 1] in {"-", "–", "/"} or text[span.start - 1 : span.start] in {"-", "–", "/"}:
        return True
    if _is_part_of_address(span, text, name_class) or _is_no_name(span, text, name_class):
        return True
    return name_class == "unknown" and " " not in span.text and (len(low) < 3 or _is_common_here(span, text))


def _is_common_here(span: Span, text: str) -> bool:
    """Whether a word that dictionaries have may stand for no name: “the Convention”; not “the Broncos”, “to Ward”."""
    lexicon, low, before = load(), span.text.lower(), text[: span.start]
    if not lexicon.is_word(low):
        return False
    if not before or before.endswith((" a ", " an ", "A ", "An ")) or lexicon.is_adjective(low):
        return True
    if _PART_BEFORE.search(before):
        return True
    is_group = lexicon.is_plural(low) and lexicon.noun_class(low) not in {"P", "O"}
    return before.lower().endswith("the ") and not is_group


def _forms(term: str) -> tuple[str, ...]:
    """A term as it is, and its plural or its singular: plant cell, plant cells."""
    head, _, last = term.rpartition(" ")
    one = load().singular(last)
    other = one if one != last else f"{last}s"
    return term, f"{head} {other}".strip()


def is_told(name: str, text: str) -> bool:
    """Whether `text` holds the name, or one that comes from the same: Azerbaijan, where Azerbaijanis are asked for."""
    if any(stands_in_words(form, text) for form in _forms(name)):
        return True
    words, named = _NAMING_WORD.findall(name), _NAMING_WORD.findall(text)
    return bool(words) and all(_is_kin(word, named) for word in words)


def _is_kin(word: str, named: list[str]) -> bool:
    """Whether one of the `named` words comes from the same name: Portuguese and Portugal, Dutch and Netherlands."""
    word = word.removesuffix("’s").removesuffix("'s")
    if (told := _PEOPLES.get(word)) and not told.isdisjoint(named):
        return True
    shared = ((other, max(LEAST_OF_KIN, min(len(word), len(other)) - 3)) for other in named)
    return any(word[:least] == other[:least] for other, least in shared)


def _plain(text: str) -> str:
    """The text without accents: Allah for Allāh."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFKD", text) if not combining(sign))


def _capitals(text: str) -> str:
    return "".join(letter for letter in text if letter.isupper())


def _is_no_name(span: Span, text: str, name_class: str) -> bool:
    """Whether only its capital makes a name of it, or it is what somebody beside it is: “Rudolf II, Holy … Emperor”."""
    if span.start:
        return bool(_RANK.search(span.text)) and text[: span.start].endswith(", ")
    is_plural = bool(_OPENS_COMMON.match(span.text)) and load().is_plural(span.text.split()[0].lower())
    return is_plural or (name_class == "unknown" and bool(_GERUND.fullmatch(span.text)))


def _is_part_of_address(span: Span, text: str, name_class: str) -> bool:
    """“in Iwama, Ibaraki and …”: where a place lies is one answer with it."""
    return (
        name_class in {"place", "unknown"}
        and bool(_ADDRESS.search(text[: span.start]))
        and not text.startswith(",", span.end)
    )


def _grows_from(low: str, text: str) -> bool:
    """Whether a word of `text` begins with `low` and goes on: Chinese with chin, of China."""
    may_stand = low in text.lower() or not (low.isascii() and text.isascii())
    return may_stand and bool(re.search(rf"\b{re.escape(low)}\w+", text, re.IGNORECASE))


def _is_torn_from_quote(span: Span, text: str) -> bool:
    """Whether the span is a part of quoted words, and not all of them."""
    before, after = text[: span.start], text[span.end :]
    is_inside = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    return is_inside and not (before.endswith(('"', "“")) and after.startswith(('"', "”", '."', ',"')))


def _tells_by_initials(name: str, rest: str) -> bool:
    """Whether the rest holds the initials of the name, or the words that the name is the initials of."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if len(initials) > 1 and holds_word(initials, rest):
        return True
    if name in _SHORT and re.search(_SHORT[name], rest):
        return True
    letters = _capitals(name)
    if len(letters) > 2 and any(_capitals(gloss) == letters for gloss in _IN_GLOSS.findall(rest)):
        return True
    if len(letters) < 2 or " " in name:
        return False
    return letters in "".join(word[0].upper() for word in _LETTERS.findall(rest) if word not in FUNCTION)
