"""A database of its own in; what an answer and the page of progress cost beside bare views, out."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone

from questions.models import Bank, Memory, Review, User
from questions.practice.cards import sign
from questions.practice.queue import next_card
from questions.practice.studies import take_up
from questions.vocabulary import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 60
WARM_UP = 5


def answering() -> dict[str, float]:
    """Milliseconds of a bare view and of an answer with its verdict, medians of alternating rounds; their ratio."""
    learner, client = _learner("bench"), _client()
    client.force_login(learner)
    bare, answer = [], []
    for _ in range(WARM_UP + ROUNDS):
        card = next_card(learner, now=timezone.now())
        if card is None:
            break
        sent = {"card": sign(card), "act": "give_up"}
        bare.append(_timed(lambda: client.post("/bench/bare/")))
        answer.append(_timed(lambda sent=sent: client.post("/practice/answer/", sent, headers={"HX-Request": "true"})))
    return _compared(bare[WARM_UP:], answer[WARM_UP:])


def progress(reviews: int) -> dict[str, float]:
    """Milliseconds of a bare view and of the page of progress of a learner with so many reviews; their ratio."""
    learner, client = _learner("longtime"), _client()
    _past(learner, reviews)
    client.force_login(learner)
    bare = [_timed(lambda: client.get("/bench/glance/")) for _ in range(10)]
    page = [_timed(lambda: client.get("/progress/")) for _ in range(5)]
    return {"reviews": reviews} | _compared(bare, page)


def _compared(floor: list[float], work: list[float]) -> dict[str, float]:
    low, high = median(floor), median(work)
    return {"floor_ms": round(low, 2), "ms": round(high, 2), "ratio": round(high / low, 2)}


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)


def _client() -> Client:
    override_settings(ROOT_URLCONF="questions.management.bench.floor").enable()
    return Client(SERVER_NAME="127.0.0.1")


def _learner(name: str) -> User:
    if not Bank.objects.exists():
        call_command("load_banks", verbosity=0, stdout=_Silence())
    learner = User.objects.create(username=name)
    for bank in Bank.objects.all():
        take_up(learner, bank, new_per_day=200)
    return learner


def _past(learner: User, reviews: int) -> None:
    """Rows of answers over two years, and a memory of every fact; nothing is scheduled."""
    now, day = timezone.now(), timezone.now().date()
    facts = [(fact, fact.questions.first()) for bank in Bank.objects.all() for fact in bank.facts.current()]
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=30, difficulty=5, due=day, last_day=day - timedelta(days=20))
        for fact, _ in facts
    )
    rows = (_row(learner, *facts[n % len(facts)], n, day - timedelta(days=n % 720), now) for n in range(reviews))
    Review.objects.bulk_create(rows, batch_size=2_000)


def _row(learner: User, fact: object, question: object, number: int, day: object, now: object) -> Review:
    is_right = number % 10 != 0
    return Review(
        learner=learner,
        fact=fact,
        question=question,
        kind=question.kind,
        outcome=Outcome.CORRECT if is_right else Outcome.WRONG,
        rating=3 if is_right else 1,
        guess_floor=0,
        prior=0.25,
        milliseconds=8_000,
        day=day,
        answered_at=now,
        token=f"bench{number}",
        recall_before=0.9,
        success_before=0.9,
        memory_version=number,
    )


class _Silence:
    """Where the JSON of another command goes."""

    def write(self, _text: str) -> None:
        pass
