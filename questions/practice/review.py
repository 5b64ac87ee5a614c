"""A card and an answer in; a Review in the log and a memory moved on out. The same answer sent twice is one review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Review
from questions.vocabulary import Kind, Outcome

from .answered import Answered, log
from .cards import draw
from .decisions import decided
from .judging import GAVE_UP, Incomplete, judge
from .kept_tallies import settle
from .learner import day_of, scheduling_of
from .log import keep, memory_of, standing_of
from .neighbours import neighbour_of, raise_neighbour
from .queue import next_card
from .replay import advance
from .situation import situation_of

if TYPE_CHECKING:
    from datetime import datetime

    from questions.grading import Verdict
    from questions.models import User

    from .cards import Card

__all__ = ["Incomplete", "StaleAnswer", "record_review"]

MOVED_ON = "You have answered or corrected this fact elsewhere in the meantime. This answer was not counted."


class StaleAnswer(Exception):
    """The memory moved on since the card was drawn; `card` is what to ask now, None when there is nothing."""

    def __init__(self, message: str, card: Card | None) -> None:
        super().__init__(message)
        self.card = card


def record_review(
    learner: User,
    card: Card,
    *,
    given: str,
    now: datetime,
    milliseconds: int = 0,
    gave_up: bool = False,
    written: str = "",
) -> Review:
    """The review of this answer, with its corrections and the fact's memory; for a card answered before, that one's.

    For a flashcard `given` is "yes" or "no" and `written` what the learner wrote. Raise `Incomplete` where the answer
    is handed back, `StaleAnswer` where the memory moved on, `BadCard` for an option that was not shown.
    """
    memory = memory_of(learner, card.fact)
    if memory.version != card.memory_version:  # every answer moves it on, so that only then one can be there
        return _answered_before(learner, card, now)
    verdict = GAVE_UP if gave_up else judge(card, given)
    kept = written if card.kind == Kind.RECALL else given
    answered = _to_card(card, verdict, "" if gave_up else kept, now, milliseconds, gave_up=gave_up)
    with transaction.atomic():
        before = standing_of(memory)
        after = decided(learner, answered, before, advance(before, answered.entry, scheduling_of(learner)))
        if keep(memory, after):
            review = log(learner, answered, before, after, version=card.memory_version)
            if answered.mistaken_for:
                raise_neighbour(learner, answered.mistaken_for, day=answered.day, now=now)
            settle(learner, answered.day, now=now)
            review.memory = memory
            return review
    return _answered_before(learner, card, now)


def _answered_before(learner: User, card: Card, now: datetime) -> Review:
    """The review that the card got; raise `StaleAnswer` where the memory moved on without one."""
    if done := Review.objects.of(learner).with_token(card.token):
        done.memory = memory_of(learner, card.fact)
        return done
    raise StaleAnswer(MOVED_ON, _card_now(card, now))


def _to_card(card: Card, verdict: Verdict, given: str, now: datetime, milliseconds: int, *, gave_up: bool) -> Answered:
    """The answer to a card, never dated before the fact's last one, whatever the clock says."""
    found = situation_of(card, now)
    is_wrong = verdict.outcome is Outcome.WRONG
    return Answered(
        fact=card.fact,
        question=card.question,
        kind=card.kind,
        options=card.options,
        verdict=verdict,
        given=given,
        day=found.day,
        at=max(now, found.logged_at or now),
        token=card.token,
        origin=Review.Origin.EXTRA if card.extra else Review.Origin.PRACTICE,
        gave_up=gave_up,
        hinted=card.hinted,
        milliseconds=milliseconds,
        is_probe=card.is_probe,
        answers_again=found.answers_again,
        ease=found.ease,
        mistaken_for=neighbour_of(card.learner, card.fact, kind=card.kind, given=given) if is_wrong else None,
    )


def _card_now(card: Card, now: datetime) -> Card | None:
    """The same fact's card where it is still to be asked, else the next one."""
    learner, day = card.learner, day_of(card.learner, now)
    due = memory_of(learner, card.fact).due
    answered_today = Review.objects.of(learner).on(day).filter(fact=card.fact).as_corrected()
    if (due is None or due <= day) and not answered_today.exists():
        return draw(learner, card.fact, now=now, extra=card.extra)
    return next_card(learner, now=now, extra=card.extra)
