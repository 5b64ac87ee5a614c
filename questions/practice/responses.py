"""The answers of one person's quiz, handed in, go in; a Review of each, and the memories they moved, come out.

However many answers there are, they cost the same few queries.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Correction, Memory, Review
from questions.vocabulary import Outcome

from .answered import Answered, is_undone, review_of
from .decisions import decided, load_between
from .ease import ease_by_kind
from .evidence import EASE
from .judging import final
from .kept_tallies import add_late
from .learner import scheduling_of
from .log import effective_logs, keep_all, standing_of
from .replay import Entry, Move, Standing, advance, in_order, replay
from .review import MOVED_ON, StaleAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from questions.grading import Verdict
    from questions.models import Fact, Question, User

TRIES = 3


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """What was asked, answered and found. `token` names the answer for ever: recorded twice, it is one review."""

    fact: Fact
    question: Question
    kind: str
    options: tuple[str, ...]
    verdict: Verdict
    given: str
    answered_at: datetime
    token: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What the tables say of the learner and the facts asked, before any of the answers is recorded."""

    memories: dict[int, Memory]
    newest: dict[int, Review]
    logs: dict[int, list[Entry | Move]]
    ease: dict[str, float]
    load: Counter[date]
    """How many facts are due on each day; it grows as the answers are placed."""


def record_responses(learner: User, answers: Sequence[QuizAnswer], *, answer_shown: bool = True) -> list[Review]:
    """The new reviews of answers in a quiz, one a fact, dated when they were given; later reviews are replayed on top.

    A wrong one whose right answer was not shown is due at once. What was recorded before is left out.
    """
    for _ in range(TRIES):
        done = Review.objects.of(learner).filter(token__in=[answer.token for answer in answers])
        known_tokens = set(done.values_list("token", flat=True))
        left = [answer for answer in answers if answer.token not in known_tokens]
        if not left:
            return []
        with transaction.atomic():
            pairs, reviews = _placed_all(learner, left, answer_shown=answer_shown)
            if keep_all(learner, pairs):
                Review.objects.bulk_create(reviews)
                add_late(learner, reviews)
                return reviews
            transaction.set_rollback(True)
    raise StaleAnswer(MOVED_ON, None)


def _placed_all(
    learner: User, answers: Sequence[QuizAnswer], *, answer_shown: bool
) -> tuple[list[tuple[Memory, Standing]], list[Review]]:
    """Each memory with its last standing, and each review, none of them saved."""
    known, pairs, reviews = _known(learner, answers), [], []
    for answer in answers:
        answered = _answered(learner, answer, known, answer_shown=answer_shown)
        memory = known.memories.get(answer.fact.pk) or Memory(learner=learner, fact=answer.fact)
        before, after, at_last = _placed(learner, memory, answered, known)
        reviews.append(review_of(learner, answered, before, after, version=memory.version))
        known.load.subtract([memory.due])
        known.load.update([at_last.due])
        pairs.append((memory, at_last))
    return pairs, reviews


def _known(learner: User, answers: Sequence[QuizAnswer]) -> _Known:
    """Six queries."""
    facts = [answer.fact for answer in answers]
    logged = list(Review.objects.of(learner).filter(fact__in=facts).with_corrections().order_by("pk"))
    standing = [review for review in logged if review.last_act != Correction.Act.UNDO]
    first_day = min(learner.local_day(answer.answered_at) for answer in answers)
    return _Known(
        memories={memory.fact_id: memory for memory in Memory.objects.of(learner).filter(fact__in=facts)},
        newest={review.fact_id: review for review in logged},
        logs=effective_logs(learner, standing, facts),
        ease=ease_by_kind(),
        load=load_between(learner, first_day, date.max),
    )


def _answered(learner: User, answer: QuizAnswer, known: _Known, *, answer_shown: bool) -> Answered:
    found = final(answer.verdict)
    return Answered(
        fact=answer.fact,
        question=answer.question,
        kind=answer.kind,
        options=answer.options,
        verdict=found,
        given=answer.given,
        day=learner.local_day(answer.answered_at),
        at=answer.answered_at,
        token=answer.token,
        origin=Review.Origin.QUIZ,
        answers_again=is_undone(known.newest.get(answer.fact.pk)),
        is_due_at_once=found.outcome is Outcome.WRONG and not answer_shown,
        ease=known.ease.get(answer.kind, EASE),
    )


def _placed(learner: User, memory: Memory, answered: Answered, known: _Known) -> tuple[Standing, Standing, Standing]:
    """The standing before and after an answer at its own time, and the one after all that is later."""
    scheduling, entry = scheduling_of(learner), answered.entry
    entries = in_order([*known.logs[answered.fact.pk], entry])
    place = entries.index(entry)
    if place == len(entries) - 1:
        before = standing_of(memory)
        after = advance(before, entry, scheduling)
        after = decided(learner, answered, before, after, load=known.load)
        return before, after, after
    before = replay(entries[:place], scheduling)
    return before, advance(before, entry, scheduling), replay(entries, scheduling)
