"""A sentence and what its document shows of capitals in, the names in it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lexicon import Lexicon, load
from .spans import Span, SpanKind, Taken
from .tokens import CALENDAR, FUNCTION, RULERS, TITLES, Token, is_acronym, is_capitalised, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .capitals import Capitals

JOINERS = frozenset("of de von van der den del della di da du des la le al bin ibn zu y el dos das".split())
_INSTITUTION = re.compile(
    r"(?:Museum|University|College|War|Company|Act|Department|Ministry|Institute|Society|Association|Committee|Affairs|"
    r"Commission|Church|School|Council|Railway|Party|Union|Office|Agency|Bank|Hospital|Library|Gallery|Academy|Court|Club|"
    r"Treaty|Laboratory|Center|Centre|Service|Services|Manufacturing|Administration|Studies|Sciences?|Technology)s?$"
)
"""What follows “and” within one name: Science and Technology Museum."""
_NUMBERED = frozenset("Apollo Saturn Bowl Boeing Gemini Route Channel Formula Soyuz Level Title Type Airbus".split())
_POSSESSED = frozenset("Bay Day College Church Hospital University Court Cathedral Company Island Cup".split())
_TAKES_FIELD = frozenset(
    "Prize Award Department Ministry Institute Conference Centre Center Committee Society Council Commission School "
    "Museum Academy Faculty Bureau Foundation Association Party Bill Medal".split()
)
"""What its field belongs to: Nobel Prize in Physics, Institute for Advanced Study."""
_KEPT_TITLES = frozenset(["lady", "lord", "sir"])
_NUMERAL = re.compile(r"[IVX]+")
_ABBREVIATED = re.compile(r"(?:St|Mt|Dr|Mr|Mrs|Ft|[A-Z])")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")
_AGED = re.compile(r"[A-Za-z]+-(?:time|year|day|old)\b")
_KEEPS_STOP = re.compile(r"(?:\b[A-Z]|Inc|Jr|Sr|St|Co)\.$")


def _without_possessive(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name[:-1] if name.endswith(("'", "’")) else name


def names_in(text: str, capitals: Capitals, spans: Iterable[Span]) -> list[Span]:
    """The names of `text` outside the places that `spans` hold; titles are left off."""
    return _Reader(text, capitals, Taken(spans)).read()


class _Reader:
    def __init__(self, text: str, capitals: Capitals, taken: Taken) -> None:
        self.text, self.capitals, self.taken = text, capitals, taken
        self.words = tokens(text)
        self.lexicon: Lexicon = load()

    def read(self) -> list[Span]:
        found, end = [], 0
        for at, token in enumerate(self.words):
            if at < end or token.word.islower() or not self._may_begin(token):
                continue
            end = self._end(at)
            start, stop = self._without_edges(at, end)
            if start < stop and (span := self._span(start, stop)):
                found.append(span)
        return found

    def _may_begin(self, token: Token) -> bool:
        if not is_capitalised(token.word) or token.word in CALENDAR or not self._is_free(token):
            return False
        return token.word.lower() not in FUNCTION or is_acronym(token.word) or self._opens_title(token)

    def _opens_title(self, token: Token) -> bool:
        """“wrote The Curse of …”: a capitalised article in mid-sentence, before a capitalised word."""
        before, after = self.text[: token.start], self.text[token.end : token.end + 2]
        return (
            token.word in {"The", "A", "An"}
            and before.endswith(" ")
            and before.rstrip()[-1:].isalpha()
            and bool(re.fullmatch(r" [A-Z]", after))
        )

    def _is_free(self, token: Token) -> bool:
        return self.taken.is_free(token.start, token.end)

    def _gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def _end(self, start: int) -> int:
        """The place after the last word of the name that begins at `start`."""
        end = start + 1
        while end < len(self.words):
            before, word, gap = self.words[end - 1].word, self.words[end].word, self._gap(end)
            if before.endswith(("'s", "’s", "s'", "’")) and not self._is_kept_possessive(before, word, gap):
                break
            if (gap == " " and (self._goes_on(end) or (word.isdigit() and len(word) < 4 and before in _NUMBERED))) or (
                gap == ". " and _ABBREVIATED.fullmatch(before) and self._goes_on(end)
            ):
                end += 1
            elif gap == " " and (further := self._across_joiner(end)):
                end = further
            else:
                break
        return end

    def _is_kept_possessive(self, before: str, word: str, gap: str) -> bool:
        """Hudson's Bay is one name, Hudson's ship is not."""
        return gap == " " and is_capitalised(word) and (f"{before} {word}" in self.lexicon.names or word in _POSSESSED)

    def _goes_on(self, at: int) -> bool:
        token = self.words[at]
        if not is_capitalised(token.word) or token.word in CALENDAR or not self._is_free(token):
            return False
        word = token.word
        return word.lower() not in FUNCTION or is_acronym(word) or bool(_NUMERAL.fullmatch(word) and word != "I")

    def _across_joiner(self, at: int) -> int:
        """The place after the name that goes on behind “of the”, “de la”, “and”; 0 where it does not."""
        word = self.words[at].word
        if word in {"and", "&"}:
            return self._across_and(at)
        is_kept = word in {"in", "for", "on"} and self.words[at - 1].word in _TAKES_FIELD
        if word.lower() not in JOINERS and not is_kept:
            return 0
        after = at + 1
        while after < len(self.words) - 1 and self.words[after].word.lower() in JOINERS | {"the"} and after - at < 3:
            after += 1
        if after >= len(self.words) or any(self._gap(place) != " " for place in range(at + 1, after + 1)):
            return 0
        target = self.words[after]
        is_name = is_capitalised(target.word) and target.word not in CALENDAR and target.word.lower() not in FUNCTION
        takes_it = word.lower() != "of" or self._takes_of(self.words[at - 1].word)
        return after + 1 if is_name and takes_it and self._is_free(target) else 0

    def _takes_of(self, word: str) -> bool:
        low = word.lower()
        return (self.lexicon.is_noun(low) and low != "s") or low in RULERS

    def _across_and(self, at: int) -> int:
        last = at
        for place in range(at + 1, len(self.words)):
            if self._gap(place) != " " or not is_capitalised(self.words[place].word):
                break
            if self.words[place].word in CALENDAR:
                break
            last = place
        return last + 1 if last > at and _INSTITUTION.search(self.words[last].word) else 0

    def _without_edges(self, start: int, end: int) -> tuple[int, int]:
        """Without a common word that is only capitalised at the head of the sentence, titles, adjectives of origin."""
        whole = (start, end)
        if start == 0:
            start += self._drops_first(end)
        while (
            end - start > 1
            and self.words[start].word.lower() in TITLES - _KEPT_TITLES
            and not _INSTITUTION.search(self.words[end - 1].word)
            and self.words[start + 1].word != "of"
        ):
            start += 1
        while end > start and self.words[end - 1].word.lower() in JOINERS:
            end -= 1
        while end - start > 1 and self.words[start].word in self.lexicon.origins and not self._keeps_origin(start, end):
            start += 1
        return (start, end) if start < end else (whole[1], whole[1])

    def _drops_first(self, end: int) -> bool:
        word = self.words[0].word
        high, low = self.capitals.of(word)
        if self.lexicon.is_word(word.lower()) and not high and not is_acronym(word) and not self._heads_name(end):
            return True
        return end == 1 and self.lexicon.is_word(word.lower()) and low >= high

    def _heads_name(self, end: int) -> bool:
        """Whether the first word of the sentence, a common word, belongs to the name that follows: Great Lakes."""
        if end < 2:
            return False
        first = self.words[0].word.lower()
        if " ".join(token.word for token in self.words[:end]) in self.lexicon.names or first in RULERS | TITLES:
            return True
        if self.words[1].word.lower() == "of":
            return self.lexicon.is_noun(first)
        return self.lexicon.is_noun(self.words[end - 1].word.lower()) and self.lexicon.is_noun(first)

    def _keeps_origin(self, start: int, end: int) -> bool:
        words = [token.word for token in self.words[start:end]]
        if " ".join(words) in self.lexicon.names or "of" in words:
            return True
        return self.lexicon.is_noun(words[-1].lower()) and words[-1] not in self.lexicon.given

    def _span(self, start: int, end: int) -> Span | None:
        first, last = self.words[start].start, self.words[end - 1].end
        text = _without_possessive(self.text[first:last])
        if self.text[last : last + 1] == "." and _INITIALS.search(text):
            return Span(first, last + 1, f"{text}.", SpanKind.NAME)
        if text.endswith((".", "’", "'")) and not _KEEPS_STOP.search(text):
            text = text.rstrip(".’'")
        if not self._is_worth(text, start, end):
            return None
        return Span(first, first + len(text), text, SpanKind.NAME)

    def _is_worth(self, text: str, start: int, end: int) -> bool:
        if len(text) < 2 or ("-" in text and _AGED.match(text)) or self._shares_head(start, end):
            return False
        is_origin = text in self.lexicon.origins
        if is_origin and not re.search(r"\bthe\s+$", self.text[: self.words[start].start]):
            return False
        if end - start > 1:
            return True
        high, low = self.capitals.of(text)
        if low > high or text.lower() in TITLES | RULERS or _NUMERAL.fullmatch(text):
            return False
        following = self.words[end].word if end < len(self.words) else ""
        return not (is_origin and following and (self.lexicon.is_noun(following.lower()) or following[0].isupper()))

    def _shares_head(self, start: int, end: int) -> bool:
        """“the Ninth and Tenth Doctors”: the plural belongs to the word before as well."""
        if end - start < 2 or start < 2 or self.words[start - 1].word not in {"and", "or"}:
            return False
        last = self.words[end - 1].word.lower()
        return (
            is_capitalised(self.words[start - 2].word) and self.lexicon.is_plural(last) and self.lexicon.is_noun(last)
        )
