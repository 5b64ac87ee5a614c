"""A paragraph and the knowledge of its document in; out come the statements of its sentences that can be made to stand.

A sentence is used as it is, or without a connective, or with names for the words that point at what came before, or cut
at the end of a clause, or behind the sentence before it, quoted. What still leans on something outside is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from questions.text.english.clauses import first_clause
from questions.text.english.lexicon import load
from questions.text.english.reading import find_spans
from questions.text.english.sentences import split_sentences
from questions.text.english.spans import SpanKind

from .knowledge import without_marks
from .references import Fault, bare_definite, faults_of, forms_of, is_broken, opens_bare
from .resolving import (
    THINGS,
    Subject,
    introduces_thing,
    name_by_noun,
    name_definite,
    resolve_pronoun,
    thing_of,
    without_connective,
)
from .trimming import shorter_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questions.text.english.spans import Span

    from .knowledge import Knowledge

MENDED_BY_LEAD = frozenset(
    {
        Fault.PRONOUN,
        Fault.POINTS_OUTSIDE,
        Fault.OPENS_WITH_REFERENCE,
        Fault.RELATIVE_TIME,
        Fault.CONNECTIVE,
        Fault.VAGUE,
    }
)
MOST_WORDS_WITH_LEAD = 60
LEAST_WORDS_CUT = 7
_POINTS_FAR = re.compile(
    r"\b(?:above|below|aforementioned|Figure|Table|chapter|section)\b|\b(?:we|our|(?-i:us)|my)\b|"
    r"\bthe (?:latter|former)\b",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """One sentence, at its place in the paragraph, and what it became. `text` is empty where it cannot be used."""

    start: int
    end: int
    sentence: str
    text: str
    spans: tuple[Span, ...]
    lead: str = ""
    resolved: tuple[str, ...] = ()
    is_weak: bool = False
    subject: Subject | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def may_lead(self) -> bool:
        """Whether another may be quoted behind it."""
        return not self.faults and not self.is_weak and not self.lead


def statements_of(paragraph: str, knowledge: Knowledge) -> Iterator[Statement]:
    """A statement for each sentence, in order; of one that cannot be used its faults say why."""
    reader = _Reader(knowledge)
    for start, end in split_sentences(paragraph):
        yield reader.read(paragraph[start:end], start, end)


class _Reader:
    """Goes through one paragraph and remembers the sentence before and the names so far, the nearest first."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.before: Statement | None = None
        self.names: list[str] = []

    def read(self, sentence: str, start: int, end: int) -> Statement:
        plain = _without_brackets(without_marks(sentence))
        opened = without_connective(plain)
        about = self._about()
        text, changes = self._resolve(opened or plain, about)
        statement = Statement(start, end, sentence, text, (), resolved=changes)
        statement = self._cut_to_stand(statement) if opened else statement._replace(faults=(Fault.CONNECTIVE,))
        if statement.faults:
            statement = self._led(statement, plain)
        elif statement.is_weak:
            led = self._led(statement._replace(faults=(Fault.BARE_DEFINITE,)), plain)
            statement = statement if led.faults else led._replace(is_weak=False)
        statement = statement._replace(subject=self._subject(statement.text, statement.spans, about))
        self.names = [span.text for span in reversed(statement.spans) if span.kind is SpanKind.NAME] + self.names
        self.before = statement
        return statement

    def _about(self) -> Subject | None:
        """What the sentence before was about; the topic, a person, where that sentence names nobody else."""
        before, topic = self.before, self.knowledge.topic
        if before is None:
            return topic
        is_person = topic is not None and topic.name_class == "person"
        if before.subject is None and is_person and topic is not None and not self._others(before.spans, topic.name):
            return topic
        return before.subject

    def _others(self, spans: tuple[Span, ...], person: str) -> bool:
        """Whether somebody else than `person` is named."""
        named = [span.text for span in spans if self.knowledge.types.class_of(span.text) == "person"]
        return any(name not in person for name in named)

    def _resolve(self, text: str, about: Subject | None) -> tuple[str, tuple[str, ...]]:
        """The text with names for what points back, and what was changed."""
        topic = self.knowledge.topic
        called = name_definite(text, self.knowledge.topic_nouns, topic.name if topic else "")
        may_be_other = (
            self.before is None or introduces_thing(self.before.text) or _may_mean_other(about, self.before.text)
        )
        never = self.knowledge.never_called(about.name) if about else frozenset()
        steps = [called, resolve_pronoun(called.text, about, may_be_other=may_be_other, never=never)]
        steps.append(name_by_noun(steps[-1].text, self.names, self.knowledge.types))
        return steps[-1].text, tuple(step.change for step in steps if step.change)

    def _cut_to_stand(self, statement: Statement) -> Statement:
        """The longest beginning of the statement that stands alone; with its faults where none does."""
        first: tuple[Fault, ...] = ()
        spans: tuple[Span, ...] = ()
        weak: Statement | None = None
        for text in (statement.text, *shorter_statements(statement.text)):
            if text != statement.text and len(text.split()) < LEAST_WORDS_CUT:
                break
            found = find_spans(text, self.knowledge.capitals)
            faults = tuple(faults_of(text, found, self.knowledge.types, self.knowledge.title_words))
            is_weak = faults == (Fault.BARE_DEFINITE,) and not opens_bare(text)
            if not faults:
                return statement._replace(text=text, spans=found)
            if is_weak and weak is None:
                weak = statement._replace(text=text, spans=found, is_weak=True)
            first, spans = first or faults, spans or found
        return weak or statement._replace(spans=spans, faults=first)

    def _led(self, statement: Statement, plain: str) -> Statement:
        """The sentence as it is behind the one before, quoted, where that one says what this one points at."""
        before = self.before
        if before and before.lead:
            is_alike = _opens_alike(before.sentence, plain)
            before = before._replace(text=before.lead if is_alike else f"{before.lead} {before.text}", lead="")
        if before is None or not before.may_lead or Fault.FURNITURE in statement.faults:
            return statement
        mended = MENDED_BY_LEAD | ({Fault.BARE_DEFINITE} if _tells_noun(before.text, plain) else set())
        if not set(statement.faults) <= mended:
            return statement
        if len((before.text + " " + plain).split()) > MOST_WORDS_WITH_LEAD or _POINTS_FAR.search(plain):
            return statement
        if is_broken(plain):
            return statement
        spans = find_spans(plain, self.knowledge.capitals)
        return statement._replace(text=plain, spans=spans, lead=before.text, resolved=(), faults=())

    def _subject(self, text: str, spans: tuple[Span, ...], about: Subject | None) -> Subject | None:
        """The one name that a sentence is about; what the one before was about where this one goes on about it."""
        clause = first_clause(text)
        if clause is None:
            return about if about and about.name in text else None
        bare = re.sub(r"^[Tt]he ", "", clause.subject)
        for span in spans:
            if span.kind is SpanKind.NAME and span.text == bare:
                name_class = self.knowledge.types.class_of(bare)
                name = bare if bare == clause.subject else f"the {bare}"
                return Subject(name, name_class) if name_class != "unknown" else None
        return thing_of(clause)


def _without_brackets(sentence: str) -> str:
    """A sentence that stands in brackets as a whole, without them."""
    is_inside = sentence.startswith("(") and sentence.endswith((".)", ")."))
    inner = sentence.strip("().")
    return f"{inner}." if is_inside and "(" not in inner and ")" not in inner else sentence


def _opens_alike(sentence: str, other: str) -> bool:
    """Whether two sentences begin with the same pronoun, and so go on about what the sentence before both is about."""
    first, second = sentence.partition(" ")[0], other.partition(" ")[0]
    return first == second and first in {"He", "She", "It", "They", "His", "Her", "Its", "Their"}


def _may_mean_other(about: Subject | None, text: str) -> bool:
    """Whether “they” could mean other things of `text` than those it is about."""
    if about is None or about.name_class != THINGS:
        return False
    behind = text.partition(about.name.partition(" ")[2] or about.name)[2]
    return any(load().is_plural(word) and load().is_noun(word) for word in re.findall(r"[a-z]{3,}s\b", behind))


def _tells_noun(lead: str, text: str) -> bool:
    """Whether the definite noun of `text` that nothing in it tells is told by the sentence before."""
    noun = bare_definite(text)
    return bool(noun) and bool(forms_of(noun).search(lead))
