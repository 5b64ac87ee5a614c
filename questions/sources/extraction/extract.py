"""A document in, its facts out: each with its sentence, its place and a statement that stands alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from questions.text.english.cues import cue_for
from questions.text.english.spans import SpanKind
from questions.text.english.term_spans import quoted_in
from questions.vocabulary import AnswerType

from .causes import CAUSE, cause_in
from .facts import ExtractedFact
from .incidental import is_incidental
from .key_terms import GRAINS, LEXICAL
from .knowledge import Knowledge, learn
from .left_out import LeftOut, left_out
from .lifespans import is_of_another, with_lifespans
from .marked import best_of
from .marks import MARKED, bounded, is_torn_by, marks_in, span_of
from .nouns import noun_for
from .pairs import JOINT, PAIR, pairs_in
from .ranking import Possible, score_of
from .refusals import has_context, is_refused, is_told, without_gloss
from .rows import fact_of_row
from .statements import Statement, statements_of
from .widening import widened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from questions.sources.document_text import DocumentText, Paragraph
    from questions.text.english.spans import Span


class _Marked(NamedTuple):
    """The terms that the page marked in a statement, and the one of them that is worth a question."""

    terms: tuple[Span, ...]
    best: Span | None


MOST_FACTS, FULL_SCORE = 6, 3
"""Of one sentence; and how many of them keep their score, so that no sentence takes the place of others."""
BEYOND, LEAST_SCORE = 0.15, 0.1
"""Less for the further ones; and what each but the best must have before."""
LEAST_AROUND_PAIR = 4
"""Words of meaning around two names that are one answer."""
_UNMARKED = _Marked((), None)
_TYPES = {one.value: one for one in AnswerType}
"""Classes of names that are no answer type (group, work) are asked as unknown."""


def extract(document: DocumentText, leave_out: Callable[[LeftOut], None] | None = None) -> Iterator[ExtractedFact]:
    """The facts of an English document in the order of its text, those of a sentence best first. Never raises; the same
    document gives the same facts. Its paragraphs are read three times; of them only counts of words and names stay.
    `leave_out` hears of each sentence of which no fact was made, in between."""
    knowledge = learn(document)
    for place, paragraph in enumerate(document.paragraphs):
        if paragraph.row:
            if fact := fact_of_row(paragraph.row, place, paragraph.text, knowledge):
                yield fact
            continue
        for statement in statements_of(paragraph.text, knowledge):
            facts = [] if statement.faults else _facts_of(statement, paragraph, place, knowledge)
            yield from facts
            if leave_out and not facts:
                leave_out(left_out(statement, place))


def _marked_in(statement: Statement, paragraph: Paragraph, knowledge: Knowledge) -> _Marked:
    if not paragraph.signals:
        return _UNMARKED
    marks = marks_in(paragraph.signals, paragraph.text, statement.start, statement.end)
    found = [(mark, span) for mark in marks if (span := span_of(mark, statement.text))]
    may_ask = not (statement.lead or statement.is_weak)
    best = best_of(found, statement.text, knowledge.title_words) if may_ask else None
    return _Marked(tuple(span for _, span in found), best)


def _facts_of(statement: Statement, of: Paragraph, paragraph: int, knowledge: Knowledge) -> list[ExtractedFact]:
    """The best facts of one statement of the paragraph `of`, whose number is `paragraph`."""
    marked = _marked_in(statement, of, knowledge)
    spans = list(with_lifespans(widened(statement.spans, statement.text), statement.text, knowledge.types))
    spans = list(bounded(spans, marked.terms, marked.best))
    facts = [fact for span in spans if (fact := _fact_of(statement, span, paragraph, knowledge))]
    facts += _pairs(statement, facts, spans, paragraph, knowledge)
    terms = knowledge.terms.spans_in(statement.text, spans, knowledge.title_words)
    if all(fact.is_topic for fact in facts):
        terms = [*quoted_in(statement.text, spans), *terms]
    else:
        terms = [span for span in terms if span.grain == LEXICAL]
    terms = [span for span in terms if not is_torn_by(span, marked.terms)]
    facts += [fact for span in terms if (fact := _fact_of(statement, span, paragraph, knowledge))][:1]
    if not statement.lead and (cause := cause_in(statement.text)) and cause.text in statement.sentence:
        facts.append(_fact(statement, cause, CAUSE, paragraph, knowledge))
    return _best(facts)


def _best(facts: list[ExtractedFact]) -> list[ExtractedFact]:
    """The facts of one sentence that are worth a question, the best first; those not asked about are last."""
    facts = sorted(facts, key=lambda fact: (fact.is_topic, -fact.score))
    worth = [*facts[:1], *(fact for fact in facts[1:MOST_FACTS] if fact.score >= LEAST_SCORE)]
    further = [replace(fact, score=round(fact.score - BEYOND, 3)) for fact in worth[FULL_SCORE:]]
    return sorted([*worth[:FULL_SCORE], *further], key=lambda fact: -fact.score)


def _pairs(
    statement: Statement, facts: list[ExtractedFact], spans: list[Span], paragraph: int, knowledge: Knowledge
) -> list[ExtractedFact]:
    """The facts with two names as one answer, where each of them could be asked for by itself."""
    asked = {fact.answer for fact in facts if not fact.is_topic}
    pairs = [pair for pair in pairs_in(spans, statement.text, knowledge.types) if asked >= set(pair.text.split(JOINT))]
    return [
        _fact(statement, pair, "unknown", paragraph, knowledge)
        for pair in pairs
        if pair.text in statement.sentence and has_context(_around(pair, statement.text), LEAST_AROUND_PAIR)
    ]


def _around(span: Span, text: str) -> str:
    return f"{text[: span.start]} {text[span.end :]}"


def _fact_of(statement: Statement, span: Span, paragraph: int, knowledge: Knowledge) -> ExtractedFact | None:
    """The fact with the answer `span`, or None where it may not be asked for."""
    name_class = _class_of(span, knowledge)
    text = without_gloss(statement.text, span)
    if span.text not in statement.sentence or is_refused(span, text, name_class):
        return None
    if statement.lead and is_told(span.text, statement.lead):
        return None
    if is_of_another(span, text, knowledge.title_words) or is_incidental(span, text, name_class, statement.lead):
        return None
    return _fact(statement._replace(text=text), span, name_class, paragraph, knowledge)


def _class_of(span: Span, knowledge: Knowledge) -> str:
    return knowledge.types.class_of(span.text) if span.kind is SpanKind.NAME else span.kind.value


def _fact(statement: Statement, span: Span, name_class: str, paragraph: int, knowledge: Knowledge) -> ExtractedFact:
    possible = Possible(
        name_class=span.grain if span.grain in {*GRAINS, MARKED, PAIR} else name_class,
        answer=span.text,
        words=len(statement.text.split()),
        spans=len(statement.spans),
        is_first=statement.start == 0,
        is_resolved=bool(statement.resolved),
        is_weak=statement.is_weak,
        is_led=bool(statement.lead),
    )
    return ExtractedFact(
        paragraph=paragraph,
        sentence=statement.sentence,
        start=statement.start,
        end=statement.end,
        text=statement.text,
        lead=statement.lead,
        answer=span.text,
        answer_start=span.start,
        answer_type=_TYPES.get(name_class, AnswerType.UNKNOWN),
        name_class=name_class,
        grain=span.grain,
        noun=noun_for(span.text, knowledge.types) if span.kind is SpanKind.NAME and span.grain != PAIR else "",
        resolved=statement.resolved,
        score=score_of(possible),
        is_weak=statement.is_weak,
        cue=cue_for(knowledge.whole_title, f"{statement.lead} {statement.text}", span.text),
        is_topic=span.kind in {SpanKind.NAME, SpanKind.TERM} and knowledge.is_topic(span.text),
    )
