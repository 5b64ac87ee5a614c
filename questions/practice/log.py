"""A learner and a fact in; their log as corrected, as plain entries, and where they stand out; and a standing kept."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from questions.models import Correction, DueMove, Memory, Review
from questions.models.prepared import Prepared, number
from questions.vocabulary import Rating

from .evidence import Answer
from .learner import scheduling_of
from .replay import Entry, Move, Standing, replay
from .scheduler import State

if TYPE_CHECKING:
    from questions.models import Fact, User


MEMORY = Prepared(lambda: Memory.objects.of(number("learner")).filter(fact=number("fact")))


def memory_of(learner: User, fact: Fact) -> Memory:
    """The learner's memory of the fact; unsaved, of version 0, where there is none yet."""
    return MEMORY.first(learner=learner.pk, fact=fact.pk) or Memory(learner=learner, fact=fact)


def standing_of(memory: Memory) -> Standing:
    """Where the learner stands, as the memory's columns say."""
    state = None
    if memory.stability is not None:
        state = State(memory.stability, memory.difficulty, memory.last_day)
    return Standing(state, memory.rung, memory.due, memory.review_count, memory.lapse_count)


def effective_log(learner: User, fact: Fact) -> list[Entry | Move]:
    """What the learner answered to the fact and has not undone, as corrected, and its moved due days; two queries."""
    answers = [entry_of(review) for review in Review.objects.of(learner).filter(fact=fact).as_corrected()]
    moves = DueMove.objects.of(learner).filter(fact=fact)
    return [*answers, *(Move(move.day, move.made_at, move.pk, move.due_from, move.due_to) for move in moves)]


def last_standing(learner: User, fact: Fact) -> Review | None:
    """The last answer that stands, as corrected."""
    return Review.objects.of(learner).filter(fact=fact).as_corrected().order_by("day", "answered_at", "pk").last()


def entry_of(review: Review) -> Entry:
    """One review as corrected (with `last_act` and `is_right`) as a plain entry."""
    rating = effective_rating(review)
    is_guess = review.last_act == Correction.Act.GUESSED
    is_as_logged = rating == review.rating and not is_guess and not review.is_repeat
    return Entry(
        day=review.day,
        at=review.answered_at,
        order=review.pk,
        answer=Answer(rating, review.guess_floor, review.ease, review.prior, is_guess),
        decided_due=review.due_after if is_as_logged else None,
        forgets=review.last_act == Correction.Act.FORGET,
        changed=review.last_act == Correction.Act.CHANGED,
    )


def effective_rating(review: Review) -> Rating:
    """What the answer counts as, after its last correction."""
    if not review.is_right:
        return Rating.AGAIN
    if review.last_act == Correction.Act.EASY:
        return Rating.EASY
    if review.rating == Rating.AGAIN:
        return right_rating(hinted=review.hinted)
    return Rating(review.rating)


def right_rating(*, hinted: bool) -> Rating:
    return Rating.HARD if hinted else Rating.GOOD


def replayed(learner: User, fact: Fact) -> Standing:
    """Where the learner stands by the log alone, under their parameters of today."""
    return replay(effective_log(learner, fact), scheduling_of(learner))


def replay_all(learner: User) -> int:
    """Replay every memory under the learner's parameters of today; how many were written. No due day moves."""
    scheduling, logs = scheduling_of(learner), defaultdict(list)
    for review in Review.objects.of(learner).as_corrected():
        logs[review.fact_id].append(entry_of(review))
    written = 0
    for memory in Memory.objects.of(learner).filter(fact__in=logs):
        standing = replace(replay(logs[memory.fact_id], scheduling), due=memory.due)
        if standing != standing_of(memory):
            written += keep(memory, standing)
    return written


def keep(memory: Memory, standing: Standing) -> bool:
    """Write the standing if nobody wrote the memory meanwhile; its version grows by one. False: someone did."""
    state = standing.state
    columns = {
        "stability": state.stability if state else None,
        "difficulty": state.difficulty if state else None,
        "last_day": state.last_day if state else None,
        "rung": standing.rung,
        "due": standing.due,
        "review_count": standing.review_count,
        "lapse_count": standing.lapse_count,
        "version": memory.version + 1,
    }
    if memory.pk is not None:
        unchanged = Memory.objects.filter(learner_id=memory.learner_id, pk=memory.pk, version=memory.version)
        return bool(unchanged.update(**columns))
    try:
        with transaction.atomic():
            Memory.objects.create(learner_id=memory.learner_id, fact_id=memory.fact_id, **columns)
    except IntegrityError:
        return False
    return True
