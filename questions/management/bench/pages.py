"""A database of its own in; what an answer, the next card and the page of progress cost beside bare views, out."""

from __future__ import annotations

import re
from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from questions.models import Bank, Memory, Question, Review, User
from questions.practice.cards import open_card
from questions.practice.kept_tallies import rebuild
from questions.practice.studies import take_up
from questions.vocabulary import Kind, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from questions.models import Fact

ROUNDS = 60
WARM_UP = 5
VIEWS = 20
MADE_ONE_BY_ONE = 10_000
FORM = "application/x-www-form-urlencoded"
HTMX = {"HX-Request": "true"}


def practising() -> dict[str, dict[str, float]]:
    """Milliseconds of an answer with its verdict, and of the card after it, beside those of bare views; their ratios.

    The learner knows half of the facts, on every rung; what is sent is what the page's own form would send, with its
    CSRF token, two answers of three right.
    """
    learner, client = _learner("bench"), _client()
    _due(learner)
    client.force_login(learner)
    floor, cards = _bare_form(client), []
    bare, glance, card, answer = [], [], [], []
    for number in range(WARM_UP + ROUNDS):
        card.append(_timed(lambda: cards.append(client.get("/practice/", headers=HTMX))))
        form = _form(cards.pop().content.decode())
        form |= {"act": "answer", "answer": _given(learner, form["card"], number)}
        glance.append(_timed(lambda: client.get("/bench/glance/")))
        bare.append(_timed(lambda: _post(client, "/bench/bare/", floor)))
        answer.append(_timed(lambda form=form: _post(client, "/practice/answer/", form)))
    compared = _compared(bare[WARM_UP:], answer[WARM_UP:])
    return {"answer": compared, "card": _shown(glance[WARM_UP:], bare[WARM_UP:], card[WARM_UP:])}


def _bare_form(client: Client) -> dict[str, str]:
    """What the bare view is sent, with the CSRF token of the client."""
    question = Question.objects.order_by("pk").first()
    token = _form(client.get("/practice/").content.decode())["csrfmiddlewaretoken"]
    return {"question": str(question.pk), "bank": question.fact.bank.key, "csrfmiddlewaretoken": token}


def _post(client: Client, address: str, form: dict[str, str]) -> None:
    """As htmx posts a form."""
    client.post(address, urlencode(form), FORM, headers=HTMX)


def _form(page: str) -> dict[str, str]:
    """The hidden fields of the card's form, the last where a name stands twice."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def _given(learner: User, signed: str, number: int) -> str:
    """A right answer, or every third time a wrong one."""
    card = open_card(signed, learner)
    if card.kind == Kind.RECALL:
        return "yes" if number % 3 else "no"
    wrong = next((option for option in card.options if option != card.question.answer), "Atlantis")
    return card.question.answer if number % 3 else wrong


def _due(learner: User) -> None:
    """A memory of every second fact, on every rung, due today."""
    day = timezone.now().date()
    facts = [fact for bank in Bank.objects.all() for fact in bank.facts.current()][::2]
    Memory.objects.bulk_create(
        Memory(
            learner=learner,
            fact=fact,
            stability=8 + number % 9,
            difficulty=5,
            rung=number % 3,
            due=day - timedelta(days=1),
            last_day=day - timedelta(days=8),
            review_count=3,
            version=3,
        )
        for number, fact in enumerate(facts)
    )


def progress(reviews: int) -> dict[str, float]:
    """Milliseconds of bare views and of the page of progress of a learner with so many reviews; their ratios.

    Before each view something was answered, so that no page could be one that was made before.
    """
    learner, client = _learner("longtime"), _client()
    asked = _past(learner, reviews)
    client.force_login(learner)
    floor = _bare_form(client)
    bare, glance, page = [], [], []
    for number in range(WARM_UP + VIEWS):
        _row(learner, *asked[number], reviews + number, timezone.now().date(), timezone.now()).save()
        bare.append(_timed(lambda: _post(client, "/bench/bare/", floor)))
        glance.append(_timed(lambda: client.get("/bench/glance/")))
        page.append(_timed(lambda: client.get("/progress/")))
    return {"reviews": reviews} | _shown(glance[WARM_UP:], bare[WARM_UP:], page[WARM_UP:])


def _shown(glance: list[float], bare: list[float], page: list[float]) -> dict[str, float]:
    """A page that only shows, beside a bare view that only shows, and beside the one with an insert and an update."""
    of_bare = _compared(bare, page)
    return _compared(glance, page) | {"bare_ms": of_bare["floor_ms"], "ratio_to_bare": of_bare["ratio"]}


def _compared(floor: list[float], work: list[float]) -> dict[str, float]:
    low, high = median(floor), median(work)
    return {"floor_ms": round(low, 2), "ms": round(high, 2), "ratio": round(high / low, 2)}


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)


def _client() -> Client:
    override_settings(ROOT_URLCONF="questions.management.bench.floor").enable()
    return Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")


def _learner(name: str) -> User:
    if not Bank.objects.exists():
        call_command("load_banks", verbosity=0, stdout=_Silence())
    learner = User.objects.create(username=name)
    for bank in Bank.objects.all():
        take_up(learner, bank, new_per_day=200)
    return learner


def _past(learner: User, reviews: int) -> list[tuple[Fact, Question]]:
    """What was asked: answers over two years, the latest today, and a memory of every fact; nothing is scheduled."""
    now, day = timezone.now(), timezone.now().date()
    facts = [(fact, fact.questions.first()) for bank in Bank.objects.all() for fact in bank.facts.current()]
    Memory.objects.bulk_create(
        Memory(
            learner=learner,
            fact=fact,
            stability=5 + number % 90,
            difficulty=5,
            rung=number % 3,
            due=day + timedelta(days=number % 40),
            last_day=day - timedelta(days=number % 30),
        )
        for number, (fact, _) in enumerate(facts)
    )
    made = min(reviews, MADE_ONE_BY_ONE)
    rows = (_row(learner, *facts[n % len(facts)], n, day - timedelta(days=n % 720), now) for n in range(made))
    Review.objects.bulk_create(rows, batch_size=2_000)
    while made < reviews:
        made += _doubled(learner, min(made, reviews - made))
    rebuild(learner, now=now)
    return facts


def _doubled(learner: User, count: int) -> int:
    """So many of the reviews once more, under other tokens, by the database itself: many thousands in a second."""
    columns = [field.column for field in Review._meta.concrete_fields if not field.primary_key]  # noqa: SLF001 (documented)
    values = [f"'{Review.objects.count()}-' || token" if column == "token" else column for column in columns]
    longer = f"SELECT {', '.join(values)} FROM questions_review WHERE learner_id = %s ORDER BY id LIMIT %s"  # noqa: S608 (our columns)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO questions_review ({', '.join(columns)}) {longer}", [learner.pk, count])
    return count


def _row(learner: User, fact: Fact, question: Question, number: int, day: date, now: datetime) -> Review:
    is_right, expected = number % 10 != 0, 0.6 + number % 40 / 100
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
        is_probe=number % 20 == 0,
        recall_before=expected,
        success_before=expected,
        due_before=day,
        memory_version=number,
    )


class _Silence:
    """Where the JSON of another command goes."""

    def write(self, _text: str) -> None:
        pass
