"""A learner and a fact in; their log as corrected, as plain entries, and where they stand out; and a standing kept."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from questions.models import Correction, DueMove, Memory, Review
from questions.models.prepared import Prepared, PreparedUpdate, number
from questions.vocabulary import Rating

from .evidence import Answer
from .kinds import Held
from .learner import is_per_kind, scheduling_of
from .replay import NOWHERE, Entry, Move, Standing, replay
from .scheduler import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from questions.models import Fact, User


MEMORY = Prepared(lambda: Memory.objects.of(number("learner")).filter(fact=number("fact")))


def memory_of(learner: User, fact: Fact) -> Memory:
    """The learner's memory of the fact; unsaved, of version 0, where there is none yet."""
    return MEMORY.first(learner=learner.pk, fact=fact.pk) or Memory(learner=learner, fact=fact)


def standing_of(memory: Memory) -> Standing:
    """Where the learner stands, as the memory's columns say; as the log says, where they are `outdated`."""
    if is_outdated(memory):
        return replayed(memory.learner, memory.fact)
    state = None
    if memory.stability is not None:
        state = State(memory.stability, memory.difficulty, memory.last_day)
    kinds = {kind: _held(row) for kind, row in memory.kinds.items()}
    return Standing(state, memory.rung, memory.due, memory.review_count, memory.lapse_count, kinds)


def is_outdated(memory: Memory) -> bool:
    """Whether the columns were written while the site kept its memories otherwise, by fact or by kind."""
    return memory.stability is not None and bool(memory.kinds) != is_per_kind()


def _held(row: Mapping[str, Any]) -> Held:
    state = State(row["stability"], row["difficulty"], date.fromisoformat(row["last_day"]))
    return Held(state, date.fromisoformat(row["due"]))


def effective_log(learner: User, fact: Fact) -> list[Entry | Move]:
    """What the learner answered to the fact and has not undone, as corrected, and its moved due days; two queries."""
    return effective_logs(learner, Review.objects.of(learner).filter(fact=fact).as_corrected(), [fact])[fact.pk]


def effective_logs(
    learner: User, reviews: Iterable[Review], facts: Sequence[Fact] | None = None
) -> dict[int, list[Entry | Move]]:
    """By fact: `reviews` of the learner that stand, as corrected, and the moved due days of `facts` (None: of all)."""
    logs: dict[int, list[Entry | Move]] = defaultdict(list)
    for review in reviews:
        logs[review.fact_id].append(entry_of(review))
    moves = DueMove.objects.of(learner)
    for move in moves if facts is None else moves.filter(fact__in=facts):
        logs[move.fact_id].append(Move(move.day, move.made_at, move.pk, move.due_from, move.due_to))
    return logs


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
        kind=review.kind,
        is_drawn=review.origin != Review.Origin.QUIZ,
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


def _columns(standing: Standing) -> dict[str, object]:
    state = standing.state
    return {
        "stability": state.stability if state else None,
        "difficulty": state.difficulty if state else None,
        "last_day": state.last_day if state else None,
        "rung": standing.rung,
        "due": standing.due,
        "review_count": standing.review_count,
        "lapse_count": standing.lapse_count,
        "kinds": {kind: _row(held) for kind, held in standing.kinds.items()},
    }


def _row(held: Held) -> dict[str, float | str]:
    state = held.state
    return {
        "stability": state.stability,
        "difficulty": state.difficulty,
        "last_day": state.last_day.isoformat(),
        "due": held.due.isoformat(),
    }


KEEP = PreparedUpdate(
    lambda: Memory.objects.of(number("of")).filter(pk=number("known_as"), version=number("was")),
    [*_columns(NOWHERE), "version"],
)


def keep(memory: Memory, standing: Standing) -> bool:
    """Write the standing if nobody wrote the memory meanwhile; its version grows by one. False: someone did.

    `memory` then says what was written.
    """
    columns = _columns(standing) | {"version": memory.version + 1}
    unchanged = {"of": memory.learner_id, "known_as": memory.pk, "was": memory.version}
    for column, value in columns.items():
        setattr(memory, column, value)
    if memory.pk is not None:
        return bool(KEEP.run(**columns, **unchanged))
    try:
        with transaction.atomic():
            memory.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def keep_all(learner: User, pairs: Sequence[tuple[Memory, Standing]]) -> bool:
    """Write all of the learner's memories with their standings, in three queries. False: someone wrote one meanwhile.

    Wants a transaction, which is rolled back where it says False.
    """
    known = [memory for memory, _ in pairs if memory.pk is not None]
    unchanged = Q(pk__in=())
    for memory in known:
        unchanged |= Q(pk=memory.pk, version=memory.version)
    if Memory.objects.of(learner).filter(unchanged).update(version=F("version") + 1) != len(known):
        return False
    for memory, standing in pairs:
        for column, value in _columns(standing).items():
            setattr(memory, column, value)
    Memory.objects.bulk_update(known, list(_columns(NOWHERE)))
    fresh = [
        Memory(learner_id=learner.pk, fact_id=memory.fact_id, version=1, **_columns(standing))
        for memory, standing in pairs
        if memory.pk is None
    ]
    try:
        with transaction.atomic():
            Memory.objects.bulk_create(fresh)
    except IntegrityError:
        return False
    return True
