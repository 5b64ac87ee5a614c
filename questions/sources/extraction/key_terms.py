"""The sentences of a document in; out come the terms it comes back to: noun compounds, words no dictionary has."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from questions.text.english.lexicon import REMEMBERED, load
from questions.text.english.spans import Span, SpanKind, Taken
from questions.text.english.tokens import AUXILIARIES, FUNCTION, PREPOSITIONS, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_MENTIONS, MOST_MENTIONS, SENTENCES_A_MENTION = 2, 5, 40
"""What a long document is about it names more often than what it only passes by."""
LONG = 80
"""Sentences from which one mention of a compound shows nothing."""
MOST_WORDS = 3
LEAST_RARE = 6
"""Letters of a single word that no dictionary has."""
_LOOSE_WORDS = """
    new old large small great good bad major minor main same different various certain particular general special common
    important early late long short high low higher lower highest lowest largest more most less least first last next
    previous recent current modern possible likely available necessary similar total whole entire full partial single
    double own real true false likely several many few other such own best better free open able related usual typical
    original local former present further additional extra successful significant considerable growing known
    themselves himself herself itself ourselves part way kind type form number
    amount case time year day people thing place area level rate result use example
"""
_LEARNED = re.compile(
    r"^[a-z]{3,}(?:ology|ography|ometry|synthesis|osis|itis|ectomy|otomy|icide|otherapy|onomy|ochemistry|archy|ocracy|"
    r"phobia|lysis|plasm|zoa|phyll|genesis|trophy|tropism|morphism)s?$"
)
_UNTOLD_WORDS = """
    term word name view means concept idea notion relationship theory condition situation example purpose
"""
_UNTOLD = frozenset(_UNTOLD_WORDS.split())
"""Words that no term begins or ends with: “the term android”, “its name means”."""
_DETERMINERS = frozenset("the a an its their his her no any many several".split())
_OUTSIDE = frozenset(_LOOSE_WORDS.split()) | FUNCTION | AUXILIARIES | PREPOSITIONS


class KeyTerms:
    """Counts of the compounds and rare words of a document, by their singular form."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._sentences = 0

    def learn(self, sentence: str) -> None:
        self._sentences += 1
        for start, end, words in _candidates(tokens(sentence), sentence):
            self._counts[_key(words[start:end])] += 1

    def spans_in(self, text: str, spans: Iterable[Span]) -> list[Span]:
        """The key terms of `text` outside the places of `spans`, the most mentioned first."""
        taken = Taken(spans)
        found = []
        least = max(LEAST_MENTIONS, min(MOST_MENTIONS, self._sentences // SENTENCES_A_MENTION))
        is_short = self._sentences < LONG
        for start, end, words in _candidates(tokens(text), text):
            count = self._counts[_key(words[start:end])]
            first, last = words[start].start, words[end - 1].end
            is_sound = _is_sound(words[start:end], text, first) and not _takes_object(words, end, text)
            is_told = is_sound and (
                count >= least or _is_learned(words[start:end]) or (is_short and _is_technical(words[start:end]))
            )
            if is_told and taken.is_free(first, last) and not _is_last_of_row(text[:first]):
                found.append((-count, -(end - start), Span(first, last, text[first:last], SpanKind.TERM, "key")))
        return [span for _, _, span in sorted(found, key=lambda row: row[:2])]


def _key(words: tuple[Token, ...]) -> str:
    *others, last = (token.word.lower() for token in words)
    return " ".join([*others, load().singular(last)])


def _candidates(words: tuple[Token, ...], text: str) -> Iterator[tuple[int, int, tuple[Token, ...]]]:
    """The places of the longest compounds and of rare words."""
    place = 0
    while place < len(words):
        if not _may_be_part(words[place].word):
            place += 1
            continue
        end = place
        while end < len(words) and end - place < MOST_WORDS + 1 and _may_belong(words, end, text, goes_on=end > place):
            end += 1
        while end > place and not _is_head(words[end - 1].word):
            end -= 1
        is_whole = place == 0 or not _goes_into(words, place, text)
        if (is_whole and 2 <= end - place <= MOST_WORDS) or (
            end - place == 1 and (_is_rare(words[place].word) or _LEARNED.search(words[place].word))
        ):
            yield place, end, words
        place = max(end, place + 1)


def _goes_into(words: tuple[Token, ...], place: int, text: str) -> bool:
    """Whether the word before belongs to the compound, which is then longer than a term may be, or torn."""
    between = text[words[place - 1].end : words[place].start]
    return between == " " and _may_belong(words, place - 1, text, goes_on=False)


def _may_belong(words: tuple[Token, ...], place: int, text: str, *, goes_on: bool) -> bool:
    word = words[place].word
    opens = place == 0 and len(words) > 1 and words[1].word[0].islower()
    if not _may_be_part(word.lower() if opens else word):
        return False
    if not goes_on:
        return True
    return text[words[place - 1].end : words[place].start] == " " and not load().is_plural(words[place - 1].word)


@lru_cache(maxsize=REMEMBERED)
def _may_be_part(word: str) -> bool:
    """Whether the word can stand in a compound at all."""
    if len(word) < 3 or not word[0].islower() or word in _OUTSIDE:
        return False
    lexicon = load()
    if word.endswith("er") and (lexicon.is_adjective(word[:-2]) or lexicon.is_adjective(word[:-1])):
        return False
    tags = lexicon.tags.get(word) or lexicon.tags.get(lexicon.singular(word), "")
    return tags[:1] in {"n", "a"} or _is_unknown(word)


@lru_cache(maxsize=REMEMBERED)
def _is_head(word: str) -> bool:
    lexicon = load()
    tags = lexicon.tags.get(word) or lexicon.tags.get(lexicon.singular(word), "")
    return tags.startswith("n") or _is_rare(word)


def _is_sound(words: tuple[Token, ...], text: str, first: int) -> bool:
    """Whether the words are a term that somebody could know: nobody's job, nothing that is only talked with."""
    lexicon, head = load(), load().singular(words[-1].word.lower())
    if head in _UNTOLD or words[0].word.lower() in _UNTOLD or text[:first].count('"') % 2:
        return False
    return not (len(words) > 1 and lexicon.noun_class(head) == "P")


def _takes_object(words: tuple[Token, ...], end: int, text: str) -> bool:
    """Whether the last word is a verb before its object: “children with fevers lack social support”."""
    following = [token.word for token in words[end : end + 2]]
    head = words[end - 1]
    if len(following) < 2 or "v" not in load().tags.get(head.word, "") or text[head.end : words[end].start] != " ":
        return False
    is_adjective = load().is_adjective(following[0]) and following[1] not in FUNCTION
    return following[0] in _DETERMINERS or (is_adjective and load().is_noun(following[1]))


def _is_last_of_row(before: str) -> bool:
    """“silk, jade and …”: other things would fit as well."""
    return bool(re.search(r",\s[\w-]+(?:\s[\w-]+)?,?\s(?:and|or)\s$|,\s$", before))


def _is_technical(words: tuple[Token, ...]) -> bool:
    """Whether even one mention makes a compound a term: nouns alone, or a learned adjective: nuclear reactor."""
    *others, _ = words
    return bool(others) and all(_is_head(token.word) or token.word.endswith(("ic", "ar", "ine")) for token in others)


def _is_learned(words: tuple[Token, ...]) -> bool:
    """Whether even one mention makes a single word a term: photosynthesis, lepidotrichia."""
    return len(words) == 1 and (_is_rare(words[0].word) or bool(_LEARNED.search(words[0].word)))


@lru_cache(maxsize=REMEMBERED)
def _is_rare(word: str) -> bool:
    return (
        len(word) >= LEAST_RARE
        and word.isalpha()
        and not word.endswith(("est", "ed", "er", "al", "ic", "ous", "able", "ible"))
        and _is_unknown(word)
    )


def _is_unknown(word: str) -> bool:
    """Whether no dictionary has the word, in any form."""
    lexicon = load()
    return not (lexicon.is_word(word) or lexicon.third_base(word) or word.endswith(("ing", "ly", "not")))
