"""A learner at their cards: small steps that many tests of practice take."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from questions.grading import Verdict
from questions.models import Assignment, Attempt, Course, Item, Memory
from questions.practice.cards import draw
from questions.practice.log import replayed, standing_of
from questions.practice.queue import next_card
from questions.practice.responses import QuizAnswer, record_responses
from questions.practice.review import record_review
from questions.vocabulary import Kind, Outcome
from tests.factories import NOON

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from questions.models import Fact, Review, User
    from questions.practice.cards import Card


def at(days: int = 0, seconds: int = 0) -> datetime:
    """Some days and seconds after Monday noon."""
    return NOON + timedelta(days=days, seconds=seconds)


def right_answer(card: Card) -> str:
    return "yes" if card.kind == Kind.RECALL else card.question.answer


def wrong_answer(card: Card) -> str:
    if card.kind == Kind.CHOICE:
        return next(option for option in card.options if option != card.question.answer)
    return "no" if card.kind == Kind.RECALL else "Atlantis"


def answer(card: Card, now: datetime, *, right: bool = True, **more: object) -> Review:
    given = right_answer(card) if right else wrong_answer(card)
    return record_review(card.learner, card, given=given, now=now, **more)


def ask(learner: User, fact: Fact, now: datetime, *, right: bool = True, **more: object) -> Review:
    """One answer to one fact, whatever the queue says."""
    return answer(draw(learner, fact, now=now), now, right=right, **more)


def practise(learner: User, now: datetime, *, cards: int = 100, right: bool = True, extra: str = "") -> list[str]:
    """Keys of the facts asked, one card a second, each answered right or wrong, until none is left."""
    asked = []
    for second in range(cards):
        moment = now + timedelta(seconds=second)
        card = next_card(learner, now=moment, extra=extra)
        if card is None:
            break
        asked.append(card.fact.key)
        answer(card, moment, right=right)
    return asked


def memory(learner: User, fact: Fact) -> Memory:
    return Memory.objects.of(learner).get(fact=fact)


def assert_memory_is_replay(learner: User, fact: Fact) -> None:
    """The memory says what a replay of the log says."""
    assert standing_of(memory(learner, fact)) == replayed(learner, fact)


def sit_quiz(student: User, facts: list[Fact], *, begun: datetime, handed_in: datetime | None = None) -> Attempt:
    """An attempt at a quiz on these facts that closes an hour after it was begun; nothing is answered."""
    course = Course.objects.create(title="History", created_at=begun)
    closes = begun + timedelta(hours=1)
    quiz = Assignment.objects.create(course=course, title="Quiz", opens_at=begun, due_at=closes, published_at=begun)
    for position, fact in enumerate(facts):
        question = fact.questions.filter(is_current=True).first()
        asked = {"kind": question.kind, "prompt": question.prompt, "answer": question.answer}
        Item.objects.create(assignment=quiz, fact=fact, question=question, position=position, **asked)
    return Attempt.objects.create(
        assignment=quiz, student=student, number=1, started_at=begun, closes_at=closes, handed_in_at=handed_in
    )


def respond(learner: User, fact: Fact, now: datetime, *, right: bool = True, **more: object) -> Review:
    """One typed answer in a quiz, handed in."""
    answer = quiz_answer(fact, now, right=right, token=more.pop("token", ""))
    [review] = record_responses(learner, [answer], **more)
    return review


def quiz_answer(fact: Fact, now: datetime, *, right: bool = True, token: str = "") -> QuizAnswer:
    """One typed answer in a quiz, graded."""
    question = fact.questions.get(kind=Kind.TYPED, wording=0)
    return QuizAnswer(
        fact=fact,
        question=question,
        kind=question.kind,
        options=(),
        verdict=Verdict(Outcome.CORRECT if right else Outcome.WRONG),
        given=fact.answer if right else "Atlantis",
        answered_at=now,
        token=token or f"quiz-{now.isoformat()}-{fact.pk}",
    )


def keys(facts: Iterable[Fact]) -> list[str]:
    return [fact.key for fact in facts]


def next_key(learner: User, now: datetime = NOON, extra: str = "") -> str | None:
    card = next_card(learner, now=now, extra=extra)
    return card and card.fact.key
