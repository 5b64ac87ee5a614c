"""A demo student, a question and chance in; what such a person answers, and the days they practise, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from questions.models import Fact, Memory, Review
from questions.practice.cards import draw
from questions.practice.review import record_review
from questions.practice.scheduler import State, recall
from questions.practice.shown import CARDS_BETWEEN, shown_on
from questions.practice.waiting import waiting_for
from questions.vocabulary import Kind, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from random import Random

    from questions.models import Question, User

    from .people import Person

KNOWN_BEFOREHAND = 0.3
"""The share of facts that a demo student knows at first sight."""
AFTER_A_MISTAKE = 0.85
"""The chance to know what was shown as the right answer a few minutes ago."""
MOST_A_DAY = 40
EVENING = time(18, 5)


@dataclass(frozen=True)
class Reply:
    """What is sent back: a given answer, or giving up; for a recall card "yes" or "no", and what was written."""

    given: str
    gave_up: bool = False
    written: str = ""


def practise(person: Person, learner: User, day: date, *, rng: Random) -> None:
    """One evening: what waits, and again what went wrong, until none is left or it is enough.

    What waits is read once, not after every answer as a page does, so that weeks are made in seconds.
    """
    now = datetime.combine(day, EVENING, ZoneInfo(learner.time_zone)) + timedelta(minutes=rng.randint(0, 90))
    waiting = waiting_for(learner, shown_on(learner, day, now=now))
    to_ask = mixed(list(waiting.due), list(waiting.new))
    facts = Fact.objects.in_bulk(to_ask)
    for _ in range(MOST_A_DAY):
        if not to_ask:
            return
        fact = facts[to_ask.pop(0)]
        card = draw(learner, fact, now=now)
        knows = rng.random() < chance_to_know(learner, fact, day) ** person.forgets
        reply = reply_to(card.question, card.options, knows=knows, rng=rng)
        seconds = rng.uniform(3, 9) if card.kind == Kind.CHOICE else rng.uniform(6, 25)
        now += timedelta(seconds=seconds + 4)
        sent = {"given": reply.given, "gave_up": reply.gave_up, "written": reply.written}
        review = record_review(learner, card, **sent, now=now, milliseconds=int(seconds * 1000))
        if review.outcome == Outcome.WRONG:
            to_ask.insert(CARDS_BETWEEN, fact.pk)


def mixed(due: list[int], new: list[int]) -> list[int]:
    """Both evenly mixed, each in its order."""
    placed = [((at + 0.5) / len(rows), fact) for rows in (due, new) for at, fact in enumerate(rows)]
    return [fact for _, fact in sorted(placed)]


def days_of(person: Person, today: date, *, rng: Random) -> list[date]:
    """The days on which the student sits down, up to yesterday."""
    ago = [days for days in range(person.began, 0, -1) if days not in person.away]
    return [today - timedelta(days=days) for days in ago if rng.random() < person.habit]


def chance_to_know(learner: User, fact: Fact, day: date) -> float:
    """The chance of unaided recall on `day`, as the scheduler predicts it; higher right after a mistake."""
    memory = Memory.objects.of(learner).learnt().filter(fact=fact).first()
    if memory is None:
        return KNOWN_BEFOREHAND
    if Review.objects.of(learner).on(day).filter(fact=fact).exists():
        return AFTER_A_MISTAKE
    return recall(State(memory.stability, memory.difficulty, memory.last_day), day)


def reply_to(question: Question, options: Sequence[str], *, knows: bool, rng: Random) -> Reply:
    """What somebody answers who knows it, or does not: with the slips and the guesses of a person."""
    answer = question.answer
    if question.kind == Kind.RECALL:
        return Reply("yes" if knows else "no", written=answer if knows and rng.random() < 0.5 else "")
    if knows:
        return Reply(answer if question.kind == Kind.CHOICE else as_typed(answer, rng))
    if question.kind == Kind.CHOICE:
        return Reply(rng.choice(options))
    return Reply("", gave_up=True) if rng.random() < 0.6 else Reply(rng.choice(question.distractors or ["no idea"]))


def as_typed(answer: str, rng: Random) -> str:
    """The answer as people type it: mostly as it is, often in small letters, now and then with a slip."""
    chance = rng.random()
    if chance < 0.08 and len(answer) >= 9 and answer.isalpha():
        at = rng.randrange(1, len(answer) - 2)
        return answer[:at] + answer[at + 1] + answer[at] + answer[at + 2 :]
    return answer.lower() if chance < 0.4 else answer
