"""A fact changed outside the desk: its wording, its answer, or another fact in its place."""

from __future__ import annotations

import pytest

from questions.authoring.accept import accept
from questions.authoring.acts import NotPossible
from questions.authoring.change import Change, Rewritten, change_fact
from questions.authoring.settle import settle
from questions.models import Correction, Draft, Fact, Memory
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.factories import NOON, add_statement, make_bank, make_facts, make_learner, make_unit

pytestmark = pytest.mark.django_db

TEXT = "Camp 0 was built at [{}](place:where)."
OPTIONS = ("Ferrol", "Gorham", "Selby", "Oskin")


@pytest.fixture
def fact():
    return make_facts(6)[0]


@pytest.fixture
def memory(fact):
    ada = make_learner()
    record_review(ada, draw(ada, fact, now=NOON), given=fact.answer, now=NOON)
    return Memory.objects.get()


def written(answer, **more):
    return Rewritten(TEXT.format(answer), **{"prompts": ("Where did camp 0 stand?",), "options": OPTIONS} | more)


def test_a_wording_keeps_what_is_remembered(fact, memory):
    change_fact(fact, written(fact.answer), change=Change.WORDING, now=NOON)

    assert Memory.objects.get().stability == memory.stability
    assert not Correction.objects.exists()
    cloze = fact.questions.filter(kind="cloze").order_by("version")
    assert list(cloze.values_list("prompt", "version", "is_current")) == [
        ("Camp 0 stood at _____.", 1, False),
        ("Camp 0 was built at _____.", 2, True),
    ]


def test_a_new_answer_makes_memories_fragile_as_an_event(fact, memory):
    change_fact(fact, written("Tarnholm"), change=Change.ANSWER, now=NOON)

    assert Correction.objects.get().act == "changed"
    assert Memory.objects.get().stability < memory.stability
    assert set(fact.questions.filter(is_current=True).values_list("answer", flat=True)) == {"Tarnholm"}


def test_another_fact_has_its_own_key_and_nobodys_memory(fact, memory):
    made = change_fact(fact, written("Tarnholm"), change=Change.NEW_FACT, now=NOON)

    fact.refresh_from_db()
    assert (made.key, made.answer) == ("orin/s0-2/where", "Tarnholm")
    assert (fact.retired_at, fact.statement.retired_at) == (NOON, NOON)
    assert Memory.objects.get().fact == fact
    assert made.statement.citation == fact.statement.citation


def test_where_nothing_could_be_asked_nothing_is_changed(fact):
    long = "a place of which nobody ever wrote down any name"

    with pytest.raises(NotPossible):
        change_fact(fact, written(long, prompts=(), options=()), change=Change.ANSWER, now=NOON)

    assert Fact.objects.get(pk=fact.pk).answer != long


def accepted_draft(text):
    mira, bank = make_learner("mira"), make_bank()
    make_unit(bank)
    lists = {"prompts": ["Which word is it?"], "accepted": [], "options": list(OPTIONS), "also_true": []}
    details = {"b1": lists, "b2": lists | {"prompts": ["Which other word is it?"]}}
    draft = Draft.objects.create(bank=bank, position=0, text=text, answer="blue", answer_type="term", details=details)
    accept(draft, by=mira, version=1, now=NOON)
    return Draft.objects.get()


def test_the_desk_keeps_what_was_changed_outside_it():
    draft = accepted_draft("It was [blue](term:b1) in those days.")
    text = "It was [green](term:b1) in those days."

    change_fact(
        draft.fact, Rewritten(text, prompts=("Which colour?",), options=OPTIONS), change=Change.ANSWER, now=NOON
    )
    settle(draft.bank, Draft.objects.all(), now=NOON)

    assert (Draft.objects.get().text, Fact.objects.get().answer) == (text, "green")


def test_another_fact_leaves_the_draft_of_the_old_one_behind():
    draft = accepted_draft("It was [blue](term:b1) in those days.")
    written = Rewritten("It was [green](term:b1) then.", prompts=("Which colour?",), options=OPTIONS)

    made = change_fact(draft.fact, written, change=Change.NEW_FACT, now=NOON)
    settle(draft.bank, Draft.objects.all(), now=NOON)

    assert list(Fact.objects.current()) == [made]
    assert Draft.objects.get().state == "rejected"


def test_another_fact_leaves_the_other_blanks_of_its_statement():
    draft = accepted_draft("It was [blue](term:b1) and [cold](term:b2) in those days.")
    text = "It was [green](term:b1) and [cold](term:b2) in those days."
    written = Rewritten(text, prompts=("Which colour?",), options=OPTIONS)

    made = change_fact(draft.fact, written, change=Change.NEW_FACT, now=NOON)
    settle(draft.bank, Draft.objects.all(), now=NOON)

    assert set(Fact.objects.current().values_list("answer", flat=True)) == {"green", "cold"}
    assert made.statement.text == "It was [green](term:b1) and cold in those days."
    assert Draft.objects.get().text == "It was blue and [cold](term:b2) in those days."


def test_the_other_facts_of_a_statement_keep_their_questions():
    unit = make_facts(6)[0].unit
    first, second = add_statement(unit, "In [1871](date:when) Captain Harl left [Selby](place:where).")
    text = "In [1871](date:when) Captain Harl reached [Gorham](place:where)."

    change_fact(second, Rewritten(text, prompts=("To where?",), options=OPTIONS), change=Change.ANSWER, now=NOON)

    assert first.questions.get(kind="cloze", is_current=True).prompt == "In _____ Captain Harl reached Gorham."
    assert first.questions.filter(kind="typed", is_current=True).exists()
