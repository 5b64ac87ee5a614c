"""A card and an answer in; a Review in the log and a memory moved on out. The same answer sent twice is one review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from questions.grading import LONGEST_ANSWER, Verdict, grade
from questions.models import Correction, Memory, Review
from questions.vocabulary import Kind, Outcome, Rating

from . import evidence
from .cards import BadCard, draw
from .corrections import last_act
from .keys import key_of
from .learner import day_of, scheduling_of
from .log import effective_log, keep, memory_of, right_rating, standing_of
from .queue import next_card
from .replay import Entry, Standing, advance, in_order, replay
from .scheduler import interval_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from questions.models import Fact, Question, User

    from .cards import Card

LONGEST_KEPT = 2_000
"""Characters of an answer that are kept."""

LONGEST_THOUGHT = 3_600_000
"""Milliseconds: an hour. Whoever looks longer was elsewhere."""

LAST_IN_LOG = 2**63
TRIES = 3

MOVED_ON = "You have answered or corrected this fact elsewhere in the meantime. This answer was not counted."
NOTHING_WRITTEN = "Nothing was written yet. Write an answer, or say that you do not know."
NOT_AN_OPTION = "Choose one of the options shown."
TOO_LONG = f"An answer has at most {LONGEST_ANSWER} characters. Write only the answer itself."

GAVE_UP = Verdict(Outcome.WRONG)


class StaleAnswer(Exception):
    """The memory moved on since the card was drawn; `card` is what to ask now, None when there is nothing."""

    def __init__(self, message: str, card: Card | None) -> None:
        super().__init__(message)
        self.card = card


class Incomplete(Exception):
    """The answer is handed back, uncounted: coarser than asked (once), too long, or empty. The message says which."""


@dataclass(frozen=True)
class Answered:
    """One answer as it goes into the log: whose, to what, how it was given, and what grading found."""

    fact: Fact
    question: Question
    kind: str
    options: tuple[str, ...]
    verdict: Verdict
    given: str
    day: date
    at: datetime
    token: str
    origin: str
    gave_up: bool = False
    hinted: bool = False
    milliseconds: int = 0
    is_probe: bool = False
    answers_again: bool = False
    is_due_at_once: bool = False

    @property
    def evidence(self) -> evidence.Answer:
        floor = evidence.guess_floor(Kind(self.kind), len(self.options))
        is_right = self.verdict.outcome is not Outcome.WRONG
        return evidence.Answer(right_rating(hinted=self.hinted) if is_right else Rating.AGAIN, floor)

    @property
    def entry(self) -> Entry:
        due = self.day if self.is_due_at_once else None
        return Entry(self.day, self.at, LAST_IN_LOG, self.evidence, decided_due=due)


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
    """The review of this answer; for a card answered before, the review it got then.

    For a flashcard `given` is "yes" or "no" and `written` what the learner wrote. Raise `Incomplete` where the answer
    is handed back, `StaleAnswer` where the memory moved on, `BadCard` for an option that was not shown.
    """
    if done := Review.objects.of(learner).with_token(card.token):
        return done
    verdict = GAVE_UP if gave_up else _judge(card, given)
    newest = _newest(learner, card.fact)
    answered = Answered(
        fact=card.fact,
        question=card.question,
        kind=card.kind,
        options=card.options,
        verdict=verdict,
        given="" if gave_up else _kept(written if card.kind == Kind.RECALL else given),
        day=day_of(learner, now),
        at=max(now, newest.answered_at) if newest else now,
        token=card.token,
        origin=Review.Origin.EXTRA if card.extra else Review.Origin.PRACTICE,
        gave_up=gave_up,
        hinted=card.hinted,
        milliseconds=milliseconds,
        is_probe=card.is_probe,
        answers_again=_is_undone(newest),
    )
    with transaction.atomic():
        memory = memory_of(learner, card.fact)
        before = standing_of(memory)
        after = advance(before, answered.entry, scheduling_of(learner))
        if memory.version == card.memory_version and keep(memory, after):
            return _log(learner, answered, memory, before, after)
    if done := Review.objects.of(learner).with_token(card.token):
        return done
    raise StaleAnswer(MOVED_ON, _card_now(learner, card, now))


def record_response(  # noqa: PLR0913 - the columns of an answer, all by name
    learner: User,
    *,
    fact: Fact,
    question: Question,
    kind: str,
    options: Sequence[str],
    verdict: Verdict,
    given: str,
    answered_at: datetime,
    token: str,
    answer_shown: bool = True,
    milliseconds: int = 0,
) -> Review:
    """The review of an answer in a quiz, dated when it was answered; later reviews are replayed on top of it.

    A wrong one whose right answer was not shown is due at once.
    """
    is_wrong = verdict.outcome is not Outcome.CORRECT and verdict.outcome is not Outcome.NEAR_MISS
    answered = Answered(
        fact=fact,
        question=question,
        kind=kind,
        options=tuple(options),
        verdict=replace(verdict, outcome=Outcome.WRONG) if is_wrong else verdict,
        given=_kept(given),
        day=learner.local_day(answered_at),
        at=answered_at,
        token=token,
        origin=Review.Origin.QUIZ,
        milliseconds=milliseconds,
        answers_again=_is_undone(_newest(learner, fact)),
        is_due_at_once=is_wrong and not answer_shown,
    )
    for _ in range(TRIES):
        if done := Review.objects.of(learner).with_token(token):
            return done
        with transaction.atomic():
            memory = memory_of(learner, fact)
            before, after, at_end = _placed(learner, memory, answered)
            if keep(memory, at_end):
                return _log(learner, answered, memory, before, after)
    raise StaleAnswer(MOVED_ON, None)


def _placed(learner: User, memory: Memory, answered: Answered) -> tuple[Standing, Standing, Standing]:
    """The standing before and after an answer at its own time, and the one after all that is later."""
    scheduling, entry = scheduling_of(learner), answered.entry
    entries = in_order([*effective_log(learner, answered.fact), entry])
    place = entries.index(entry)
    if place == len(entries) - 1:
        before = standing_of(memory)
        after = advance(before, entry, scheduling)
        return before, after, after
    before = replay(entries[:place], scheduling)
    return before, advance(before, entry, scheduling), replay(entries, scheduling)


def _judge(card: Card, given: str) -> Verdict:
    """What grading finds; raise `Incomplete` for what is handed back, `BadCard` for an option that was not shown."""
    if card.kind == Kind.CHOICE and given not in card.options:
        raise BadCard(NOT_AN_OPTION)
    if card.kind in {Kind.CLOZE, Kind.TYPED}:
        if not given.strip():
            raise Incomplete(NOTHING_WRITTEN)
        if len(given) > LONGEST_ANSWER:
            raise Incomplete(TOO_LONG)
    verdict = grade(Kind(card.kind), key_of(card.question, card.fact), given)
    if verdict.outcome is not Outcome.INCOMPLETE:
        return verdict
    if not card.asked_again:
        raise Incomplete(verdict.message)
    return replace(verdict, outcome=Outcome.WRONG)


def _newest(learner: User, fact: Fact) -> Review | None:
    """The answer that was logged last."""
    return Review.objects.of(learner).filter(fact=fact).order_by("-pk").first()


def _is_undone(review: Review | None) -> bool:
    """Whether the answer to come answers again what was undone, after its answer was shown."""
    return review is not None and last_act(review) == Correction.Act.UNDO


def _kept(text: str) -> str:
    """PostgreSQL stores no NUL."""
    return text.replace("\0", "")[:LONGEST_KEPT]


def _card_now(learner: User, card: Card, now: datetime) -> Card | None:
    """The same fact's card where it is still to be asked, else the next one."""
    due = memory_of(learner, card.fact).due
    answered_today = Review.objects.of(learner).on(day_of(learner, now)).filter(fact=card.fact).as_corrected()
    if (due is None or due <= day_of(learner, now)) and not answered_today.exists():
        return draw(learner, card.fact, now=now, extra=card.extra)
    return next_card(learner, now=now, extra=card.extra)


def _log(learner: User, answered: Answered, memory: Memory, before: Standing, after: Standing) -> Review:
    verdict, weighed = answered.verdict, answered.evidence
    return Review.objects.create(
        learner=learner,
        fact=answered.fact,
        question=answered.question,
        kind=answered.kind,
        origin=answered.origin,
        options=list(answered.options),
        given=answered.given,
        gave_up=answered.gave_up,
        hinted=answered.hinted,
        outcome=verdict.outcome,
        forgiven=[str(one) for one in verdict.forgiven],
        message=verdict.message[:500],
        rating=weighed.rating,
        guess_floor=weighed.guess_floor,
        ease=weighed.ease,
        prior=weighed.prior,
        milliseconds=max(0, min(answered.milliseconds, LONGEST_THOUGHT)),
        day=answered.day,
        answered_at=answered.at,
        token=answered.token,
        is_probe=answered.is_probe and not answered.answers_again,
        answers_again=answered.answers_again,
        memory_version=memory.version,
        **_believed(learner, answered, before, after),
    )


def _believed(learner: User, answered: Answered, before: Standing, after: Standing) -> dict[str, Any]:
    """What was believed at the time of the answer; never changed afterwards."""
    scheduling, day, state = scheduling_of(learner), answered.day, before.state
    is_repeat = not before.is_moved_on(day)
    recalled = None
    if state is not None:
        recalled = evidence.expected(state, max(day, state.last_day), answered.evidence, scheduling)
    floor, ease = answered.evidence.guess_floor, answered.evidence.ease
    return {
        "is_repeat": is_repeat,
        "recall_before": recalled,
        "success_before": None if recalled is None else evidence.success(recalled, floor, ease),
        "stability_before": state.stability if state else None,
        "difficulty_before": state.difficulty if state else None,
        "rung_before": before.rung,
        "due_before": before.due,
        "stability_after": after.state.stability if after.state else None,
        "difficulty_after": after.state.difficulty if after.state else None,
        "rung_after": after.rung,
        "interval": None if is_repeat or after.state is None else interval_of(after.state.stability, scheduling),
        "due_after": after.due,
    }
