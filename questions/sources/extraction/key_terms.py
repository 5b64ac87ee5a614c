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
    past specific basic individual massive alternative official academic clear popular negative positive overall regular
    standard capable future core characteristic being oneself appropriate essential ordinary proper ideal simple complex
    entire
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
    point technique method aspect effect property information merit contribution meeting trend event factor practice
    value status concern quality issue problem interest role interpretation hypothesis version side thing
    feature context content ability action activity use item object piece amount change difference
    being oneself operation movement work use need
"""
_UNTOLD = frozenset(_UNTOLD_WORDS.split())
"""Words that no term begins or ends with: “the term android”, “its name means”."""
_IN_ROW = re.compile(r"\b(?:and|or|both|either|less|more|most|least|very|first|second|third|fourth|as well as)\s$|,\s$")
"""What goes before a member of a row, beside which others fit as well, or before the rest of a longer term."""
_EVERYDAY = frozenset(
    "diagnosis prognosis analysis hypothesis synthesis democracy technology methodology ideology psychology biology "
    "economy autonomy monarchy hierarchy photography geography topography".split()
)
"""Learned words that everybody uses."""
_LATIN = frozenset("approx priori posteriori facto absurdum novo vitro vivo situ jure rata".split())
"""Parts of expressions of which a gap would take a half: a priori."""
_NAME_BEFORE = re.compile(r"(?:[a-z,] |\()(?!In |The |A |An )[A-ZÀ-Þ][\w’'-]+ $")
"""A name that the term belongs to: the Orin state tax."""
_DETERMINERS = frozenset("the a an its their his her no any many several".split())
_OUTSIDE = frozenset(_LOOSE_WORDS.split()) | FUNCTION | AUXILIARIES | PREPOSITIONS


LEXICAL, LEARNED, KEY = "lexical", "learned", "key"
"""Grains of a key term, the surest first: one of a dictionary, a word of a field, what the document comes back to."""
GRAINS = (LEXICAL, LEARNED, KEY)


class KeyTerms:
    """Counts of the compounds and rare words of a document, by their singular form."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._sentences = 0

    def learn(self, sentence: str) -> None:
        self._sentences += 1
        for start, end, words in _candidates(tokens(sentence), sentence):
            self._counts[_key(words[start:end])] += 1

    def spans_in(self, text: str, spans: Iterable[Span], title_words: frozenset[str] = frozenset()) -> list[Span]:
        """The key terms of `text` outside the places of `spans`, the surest and of those the most mentioned first.

        None of them holds a word of the title, which every question of the document tells.
        """
        taken = Taken(spans)
        found = []
        for start, end, words in _candidates(tokens(text), text):
            term = words[start:end]
            first, last = term[0].start, term[-1].end
            grain = self._grain(term) if taken.is_free(first, last) else ""
            count = self._counts[_key(term)]
            is_sure = grain == LEXICAL or count >= LEAST_MENTIONS
            if grain and _is_sound(term, text, first, grain) and _stands_alone(words, start, end, text, grain):
                if not is_sure and (_is_of(term, title_words) or any(map(_may_be_verb, term))):
                    continue
                rank = (GRAINS.index(grain), -count, start - end)
                found.append((rank, Span(first, last, text[first:last], SpanKind.TERM, grain)))
        return [span for _, span in sorted(found, key=lambda row: row[0])]

    def _grain(self, term: tuple[Token, ...]) -> str:
        key = _key(term)
        if key in load().terms:
            return LEXICAL
        if _is_learned(term):
            return LEARNED
        least = max(LEAST_MENTIONS, min(MOST_MENTIONS, self._sentences // SENTENCES_A_MENTION))
        is_plain = _is_technical(term) or self._counts[key] > least
        is_told = (self._counts[key] >= least and is_plain) or (self._sentences < LONG and _is_technical(term))
        return KEY if is_told else ""


def _key(words: tuple[Token, ...]) -> str:
    *others, last = (token.word.lower() for token in words)
    return " ".join([*others, load().singular(last)])


def _candidates(words: tuple[Token, ...], text: str) -> Iterator[tuple[int, int, tuple[Token, ...]]]:
    """The places of the longest compounds and of rare words."""
    is_part = [token.word[0].islower() and _may_be_part(token.word) for token in words]
    end = 0
    for place in range(len(words)):
        if place < end or not is_part[place] or not _may_belong(words, place):
            continue
        end, most = place + 1, min(len(words), place + MOST_WORDS + 1)
        while end < most and is_part[end] and _goes_on(words, end, text):
            end += 1
        while end > place and not _is_head(words[end - 1].word):
            end -= 1
        is_whole = place == 0 or not _goes_into(words, place, text)
        if (is_whole and 2 <= end - place <= MOST_WORDS) or (
            end - place == 1 and (_is_rare(words[place].word) or _LEARNED.search(words[place].word))
        ):
            yield place, end, words


def _goes_into(words: tuple[Token, ...], place: int, text: str) -> bool:
    """Whether the word before belongs to the compound, which is then longer than a term may be, or torn."""
    between = text[words[place - 1].end : words[place].start]
    return between == " " and _may_belong(words, place - 1)


def _may_belong(words: tuple[Token, ...], place: int) -> bool:
    word = words[place].word
    opens = place == 0 and len(words) > 1 and words[1].word[0].islower()
    return _may_be_part(word.lower() if opens else word)


def _goes_on(words: tuple[Token, ...], place: int, text: str) -> bool:
    """Whether a word may stand in one compound with the word before."""
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


def _is_sound(words: tuple[Token, ...], text: str, first: int, grain: str) -> bool:
    """Whether the words are a term that somebody could know: nobody's job, nothing that is only talked with."""
    lexicon, head = load(), load().singular(words[-1].word.lower())
    if text[:first].count('"') % 2 or (len(words) > 1 and lexicon.noun_class(head) == "P"):
        return False
    if grain == LEXICAL:
        return True
    return head not in _UNTOLD and words[0].word.lower() not in _UNTOLD and not _may_be_verb(words[-1])


def _may_be_verb(token: Token) -> bool:
    """Whether a word is more often a verb, or a form of one: “to supplement rainfall”, “the pregnancy progresses”."""
    lexicon, word = load(), token.word.lower()
    if word.endswith(("ing", "ed")):
        return True
    base = lexicon.third_base(word)
    return lexicon.tags.get(word, "n").startswith("v") or lexicon.tags.get(base, "n").startswith("v")


def _is_of(words: tuple[Token, ...], title_words: frozenset[str]) -> bool:
    """Whether one of the two words of a term is one of the title."""
    if len(words) > 2:
        return False
    low = [load().singular(token.word.lower()) for token in words]
    return any(word in title_words or f"{word}s" in title_words for word in low)


def _stands_alone(words: tuple[Token, ...], start: int, end: int, text: str, grain: str) -> bool:
    """Whether the term is whole and no member of a row: not “second trimester”, “snow–melt”, “window and door”."""
    before, after = text[: words[start].start], text[words[end - 1].end :]
    if _takes_object(words, end, text) or _IN_ROW.search(before) or before.endswith(("-", "–", "—")):
        return False
    if _LATIN.intersection(token.word for token in words[start:end]) or _NAME_BEFORE.search(before):
        return False
    if end < len(words) and after.startswith(" ") and words[end].start == words[end - 1].end + 1:
        following = words[end].word
        if following not in FUNCTION and _is_head(following) and not load().is_plural(words[end - 1].word):
            return False
    return not re.match(r"[-–/]|\s(?:and|or)\b" if grain != LEXICAL else r"[-–/]", after)


def _takes_object(words: tuple[Token, ...], end: int, text: str) -> bool:
    """Whether the last word is a verb before its object: “children with fevers lack social support”."""
    following = [token.word for token in words[end : end + 2]]
    head = words[end - 1]
    if len(following) < 2 or "v" not in load().tags.get(head.word, "") or text[head.end : words[end].start] != " ":
        return False
    is_adjective = load().is_adjective(following[0]) and following[1] not in FUNCTION
    return following[0] in _DETERMINERS or (is_adjective and load().is_noun(following[1]))


def _is_technical(words: tuple[Token, ...]) -> bool:
    """Whether even one mention makes a compound a term: nouns alone, or a learned adjective: nuclear reactor."""
    *others, _ = words
    return bool(others) and all(_is_head(token.word) or token.word.endswith(("ic", "ar", "ine")) for token in others)


def _is_learned(words: tuple[Token, ...]) -> bool:
    """Whether even one mention makes a single word a term: photosynthesis, lepidotrichia."""
    word = words[0].word
    return len(words) == 1 and word not in _EVERYDAY and (_is_rare(word) or bool(_LEARNED.search(word)))


@lru_cache(maxsize=REMEMBERED)
def _is_rare(word: str) -> bool:
    return (
        len(word) >= LEAST_RARE
        and word.isalpha()
        and word not in _LATIN
        and not word.endswith(("est", "ed", "er", "al", "ic", "ous", "able", "ible"))
        and _is_unknown(word)
    )


def _is_unknown(word: str) -> bool:
    """Whether no dictionary has the word, in any form."""
    lexicon = load()
    return not (lexicon.is_word(word) or lexicon.third_base(word) or word.endswith(("ing", "ly", "not")))
