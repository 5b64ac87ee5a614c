"""A document in; out comes what its sentences together tell: capitals, the classes of its names, and its topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.text.english.capitals import Capitals
from questions.text.english.date_spans import dates_in
from questions.text.english.lexicon import load
from questions.text.english.name_spans import names_in
from questions.text.english.sentences import split_sentences

from .key_terms import KeyTerms
from .name_shapes import head_of
from .name_types import NameTypes
from .resolving import Subject, takes_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questions.sources.document_text import DocumentText

LEAST_PROSE = 40
"""Words from which a paragraph can be the one that says what the document is about."""
_MARK = re.compile(
    r"\[\s*(?:\d{1,3}|[a-z]|(?:note|nb|n|fn) ?\d+|[a-z ]{0,30}(?:needed|given)|update|edit|when\?|who\?|by whom\?|"
    r"which\?|"
    r"why\?|dubious[^\]]{0,20}|sic)\s*\](?!\()",
    re.IGNORECASE,
)
"""Footnote marks and editors' remarks."""
_PAGES = re.compile(r"(?<=[.,;a-z”\"]):\s?\d+(?:[–,-]\s?\d+)*(?=[\s.,;]|$)")
"""Page numbers behind a footnote mark that is gone: “1884.:57–60”."""


_SEE = re.compile(r"\s?\(see (?:also )?[^()]*\)")
"""A pointer to another page."""
_NOW = re.compile(
    r"\s?\((?:now|today|presently|currently|present-day|modern)\s[^()]*\)|,\s(?:now|since)\s(?:abandoned|lost|closed|extinct|defunct),(?=\s)"
)
"""What a place has become by the day of writing."""
_UNTOLD = frozenset("time history economy politics relations demographics art list day death law history life".split())
"""Last words of titles that mean something else as well, wherever “the” stands before them."""
_HE, _SHE = frozenset(["he", "his", "him"]), frozenset(["she", "her"])
LEAST_CALLED, TIMES_AS_OFTEN = 4, 2
"""How often at least, and how many times as often as of the other sex, a document about a person says these words."""
_SUBSCRIPT = re.compile(r"\b(O|N|H|CO|SO|NO|CH) (\d)(?=[\s.,;)])")
"""A figure of a formula that became a word of its own."""
_BEFORE_SUBSCRIPT = ("O ", "N ", "H ")
"""One of these stands in whatever `_SUBSCRIPT` finds."""
_SPACE_BEFORE_SIGN = re.compile(r"\s+(?=[,.;](?:\s|$))")


@dataclass(frozen=True)
class Knowledge:
    """What a whole document shows. `topic` is what it is about, where its title is a name with a class."""

    capitals: Capitals
    types: NameTypes
    terms: KeyTerms
    topic: Subject | None
    topic_nouns: tuple[str, ...]
    title: str = ""
    whole_title: str = ""
    """With what is in brackets or behind a comma."""
    title_words: frozenset[str] = frozenset()
    """Of the title, in lower case."""

    def is_topic(self, name: str) -> bool:
        """Whether `name` is what the document is about, or the surname of whom it is about."""
        topic = self.topic
        if name.lower().removesuffix("s") == self.title.lower().removesuffix("s"):
            return True
        words = self.title.split()
        initials = sorted(word[0] for word in words if word[0].isupper())
        if len(words) > 1 and sorted(name) == initials:
            return True
        if self._is_part_of_title(name):
            return True
        if topic is None:
            is_like_person = 2 <= len(words) <= 3 and words[0] in load().given
            return is_like_person and name == words[-1]
        bare = topic.name.removeprefix("the ")
        return name == bare or (topic.name_class == "person" and name == bare.split()[-1])

    def never_called(self, name: str) -> frozenset[str]:
        """The pronouns that cannot mean `name`, where it is the person the document is about: “she” for a man."""
        if not (self.topic and self.topic.name_class == "person" and self.is_topic(name)):
            return frozenset()
        he, she = (sum(sum(self.capitals.of(word)) for word in words) for words in (_HE, _SHE))
        if he >= max(LEAST_CALLED, TIMES_AS_OFTEN * she):
            return _SHE
        return _HE if she >= max(LEAST_CALLED, TIMES_AS_OFTEN * he) else frozenset()

    def _is_part_of_title(self, name: str) -> bool:
        """Whether it is a place or a people in a title that names something else: Angola in “Economy of Angola”."""
        words = name.split()
        is_person = self.types.class_of(self.title) == "person" or words[0] in load().given
        return (
            not is_person and len(name) > 3 and name != self.title and self.title_words.issuperset(name.lower().split())
        )


def without_marks(sentence: str) -> str:
    """A sentence as a reader reads it: no footnote marks, no page numbers, single spaces."""
    text = _PAGES.sub("", _MARK.sub("", sentence)) if "[" in sentence or ":" in sentence else sentence
    text = _SEE.sub("", text) if "(see " in text else text
    text = _NOW.sub("", text) if "(" in text or ", now" in text else text
    text = " ".join(text.split())
    text = _SUBSCRIPT.sub(r"\1\2", text) if any(symbol in text for symbol in _BEFORE_SUBSCRIPT) else text
    return _SPACE_BEFORE_SIGN.sub("", text) if text != sentence else text


def sentences_of(document: DocumentText) -> Iterator[str]:
    for paragraph in document.paragraphs:
        for start, end in split_sentences(paragraph.text):
            yield without_marks(paragraph.text[start:end])


def learn(document: DocumentText) -> Knowledge:
    """Two passes over the document: first its capitals, then the votes on its names."""
    capitals = Capitals(sentences_of(document))
    types, terms = NameTypes(), KeyTerms()
    for sentence in sentences_of(document):
        terms.learn(sentence)
        for span in names_in(sentence, capitals, dates_in(sentence)):
            types.see(span.text, sentence, span.start, span.end)
    title = re.sub(r"\s*\(.*\)$|,.*$", "", document.title).strip()
    prose = (paragraph.text for paragraph in document.paragraphs if len(paragraph.text.split()) >= LEAST_PROSE)
    first = next(prose, "")
    topic = _topic(title, types)
    nouns = _topic_nouns(title, document.title, first) if topic else ()
    words = frozenset(re.findall(r"\w+", title.lower()))
    return Knowledge(capitals, types, terms, topic, nouns, title, document.title.strip(), words)


def _topic(title: str, types: NameTypes) -> Subject | None:
    if not title:
        return None
    types.see(title, title, 0, len(title))
    name_class = types.class_of(title)
    if name_class == "unknown":
        return None
    return Subject(f"the {title}" if takes_article(title, name_class) else title, name_class)


def _topic_nouns(title: str, whole_title: str, first: str) -> tuple[str, ...]:
    """The nouns that a document calls its topic by: the city for Prague, the university for a university."""
    lexicon, words, found = load(), title.split(), []
    if len(words) > 1 and lexicon.is_noun(head_of(title).lower()) and head_of(title).lower() not in _UNTOLD:
        found.append(head_of(title).lower())
    kind = lexicon.names.get(title, ("", ""))[1]
    if kind:
        found.append(kind.split()[-1])
    if kind.endswith("capital") or re.search(r", [A-Z]", whole_title):
        found.append("city")
    said = re.search(
        rf"{re.escape(words[-1])}\b[^.]{{0,60}}?\s(?:is|was)\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,4}}?([a-z]+)\b"
        r"(?=\s+(?:in|of|on|that|which|located|and|,)|[.,])",
        first[:400],
    )
    if said and lexicon.is_noun(said[1]):
        found.append(said[1])
    if "country" in found:
        found.append("nation")
    return tuple(dict.fromkeys(found))
