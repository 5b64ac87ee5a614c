"""What an author decides about a new version, and takes back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from questions.authoring.accept import reject
from questions.authoring.acts import NotPossible
from questions.authoring.change import Change, as_it_stands, change_statement
from questions.authoring.pool import make_anew
from questions.authoring.versions.decide import (
    StaleDifference,
    decide,
    decide_all,
    take_rewordings,
    undo_all,
    undo_decision,
)
from questions.authoring.versions.listing import beside
from questions.models import Correction, Difference, Draft, Fact, FactChange, Memory, Passage, Question
from questions.practice.cards import draw
from questions.practice.log import replayed, standing_of
from questions.practice.review import record_review
from tests.authoring.versions.revised import LATER, SECOND, difference_of, fact_of, first_version, second_version
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db
SOON = LATER + timedelta(minutes=1)


@pytest.fixture
def bank():
    """Revised; ada has learnt the year."""
    made, ada = first_version(), make_learner()
    record_review(ada, draw(ada, fact_of("1764"), now=NOON), given="1764", now=NOON)
    second_version(made)
    return made


def everything():
    """All that a decision may touch, but for versions and logs."""
    return {
        "statements": list(Fact.objects.order_by("pk").values("statement__text", "statement__start", "statement__end")),
        "passages": list(Fact.objects.order_by("pk", "statement__passages").values_list("pk", "statement__passages")),
        "facts": list(Fact.objects.order_by("pk").values("answer", "accepted", "retired_at")),
        "drafts": list(Draft.objects.order_by("pk").values("text", "answer", "state", "passage", "start", "sentence")),
        "asked": sorted(Question.objects.current().values_list("fact", "kind", "prompt", "answer")),
        "memories": list(Memory.objects.values("stability", "difficulty", "rung", "due")),
    }


def test_a_new_answer_is_asked_from_now_on_and_memories_become_fragile(bank):
    before = Memory.objects.get()

    decide(difference_of("1764"), "answer", by=bank.owner, turn=1, now=LATER)

    fact = fact_of("1765")
    assert fact.statement.text == "Lake Velmar was discovered in [1765](date:b1) by the surveyor Ilse Brandom."
    assert fact.statement.passages.get().document == bank.document
    assert set(Question.objects.current().filter(fact=fact).values_list("answer", flat=True)) == {"1765"}
    assert Correction.objects.get().act == "changed"
    after = Memory.objects.get()
    assert after.stability < before.stability
    assert standing_of(after) == replayed(after.learner, fact)
    change = FactChange.objects.get()
    assert (change.old_answer, change.answer, change.why) == (
        *("1764", "1765"),
        "A new version of “Lake Velmar” says so.",
    )


def test_a_wording_keeps_memories_and_the_former_answer_counts_too(bank):
    before = Memory.objects.get()

    decide(difference_of("1764"), "wording", by=bank.owner, turn=1, now=LATER)

    assert fact_of("1765").accepted == ["1764"]
    assert Memory.objects.get().stability == before.stability
    assert not Correction.objects.exists()


def test_prompts_follow_the_figures_of_the_sentence(bank):
    fact = fact_of("Ilse Brandom")
    lists = as_it_stands(fact)
    prompt = "Who discovered Lake Velmar in 1764?"
    written = {"b1": type(lists)(lists.text, prompts=(prompt,), options=lists.options)}
    change_statement(fact.statement, written, change=Change.WORDING, now=LATER)

    decide(difference_of("Ilse Brandom"), "wording", by=bank.owner, turn=1, now=LATER)

    typed = Question.objects.current().filter(fact=fact, kind="typed")
    assert set(typed.values_list("prompt", flat=True)) == {"Who discovered Lake Velmar in 1765?"}


def test_what_is_kept_stays_word_for_word(bank):
    before = everything()

    decide(difference_of("1764"), "kept", by=bank.owner, turn=1, now=LATER)

    assert everything() == before


def test_what_is_retired_is_asked_no_more_and_destroys_no_history(bank):
    decide(difference_of("1764"), "retired", by=bank.owner, turn=1, now=LATER)

    assert fact_of("1764").retired_at == LATER
    assert Memory.objects.get().review_count == 1
    assert Draft.objects.get(answer="1764").state == "rejected"
    assert Passage.objects.filter(text__contains="1764").exists()


@pytest.mark.parametrize("decision", ["answer", "wording", "kept", "retired"])
def test_undo_brings_everything_back(bank, decision):
    before = everything()
    one = decide(difference_of("1764"), decision, by=bank.owner, turn=1, now=LATER)

    undo_decision(one, by=bank.owner, turn=2, now=SOON)

    assert everything() == before
    assert Difference.objects.get(pk=one.pk).decision == ""
    memory = Memory.objects.get()
    assert standing_of(memory) == replayed(memory.learner, memory.fact)


def test_an_answer_given_after_the_change_stands_when_that_is_undone(bank):
    one = decide(difference_of("1764"), "answer", by=bank.owner, turn=1, now=LATER)
    ada = Memory.objects.get().learner
    record_review(ada, draw(ada, fact_of("1765"), now=SOON), given="1765", now=SOON)

    undo_decision(one, by=bank.owner, turn=2, now=SOON + timedelta(minutes=1))

    memory = Memory.objects.get()
    assert memory.review_count == 2
    assert standing_of(memory) == replayed(ada, memory.fact)


def test_the_second_of_two_overwrites_nothing(bank):
    decide(difference_of("1764"), "kept", by=bank.owner, turn=1, now=LATER)

    with pytest.raises(NotPossible):
        decide(difference_of("1764"), "answer", by=bank.owner, turn=2, now=SOON)
    undo_decision(difference_of("1764"), by=bank.owner, turn=2, now=SOON)
    with pytest.raises(StaleDifference, match="mira took a decision back here in the meantime"):
        decide(difference_of("1764"), "answer", by=bank.owner, turn=1, now=SOON)
    assert fact_of("1764")


def test_a_decision_is_not_undone_over_a_later_change(bank):
    one = decide(difference_of("1764"), "answer", by=bank.owner, turn=1, now=LATER)
    fact = fact_of("1765")
    lists = as_it_stands(fact)
    text = lists.text.replace("was discovered", "was found")
    change_statement(fact.statement, {"b1": type(lists)(text, prompts=lists.prompts)}, change=Change.WORDING, now=SOON)

    with pytest.raises(NotPossible):
        undo_decision(one, by=bank.owner, turn=2, now=SOON)

    assert fact_of("1765").statement.text == text
    assert Difference.objects.get(pk=one.pk).decision == "answer"


@pytest.mark.parametrize(("answer", "decision"), [("1911", "answer"), ("1911", "wording"), ("1847", "answer")])
def test_what_makes_no_sense_is_not_done(bank, answer, decision):
    with pytest.raises(NotPossible):
        decide(difference_of(answer), decision, by=bank.owner, turn=1, now=LATER)
    assert Difference.objects.waiting().count() == 8


def test_one_decision_serves_all_facts_of_a_sentence_and_is_undone_as_one(bank):
    before = everything()
    ones = list(beside(difference_of("1764")))
    turns = {one.pk: one.turn for one in ones}

    decide_all(ones, "answer", by=bank.owner, turns=turns, now=LATER)

    texts = Fact.objects.filter(statement__in=[one.statement_id for one in ones])
    assert {text.count("1765") for text in texts.values_list("statement__text", flat=True)} == {1}
    decided = {one.statement.facts.get().answer: one.decision for one in beside(ones[0])}
    assert decided == {"1765": "answer", "Ilse Brandom": "wording"}
    assert Correction.objects.count() == 1

    undo_all(beside(ones[0]), by=bank.owner, turns={pk: turn + 1 for pk, turn in turns.items()}, now=SOON)
    assert everything() == before


def test_nothing_of_a_sentence_is_decided_when_a_part_of_it_has_moved_on(bank):
    ones = list(beside(difference_of("1764")))
    turns = {one.pk: one.turn for one in ones}
    decide(ones[-1], "kept", by=bank.owner, turn=1, now=LATER)

    with pytest.raises(StaleDifference):
        decide_all(beside(ones[0]), "answer", by=bank.owner, turns=turns, now=SOON)
    assert Difference.objects.waiting().count() == 7


def reworded():
    return Difference.objects.waiting().filter(kind="reworded")


def test_rewordings_taken_all_at_once_are_what_each_taken_by_itself_is(bank):
    with transaction.atomic():
        for one in reworded():
            decide(one, "wording", by=bank.owner, turn=1, now=SOON)
        by_itself = everything()
        transaction.set_rollback(True)

    assert take_rewordings(bank, by=bank.owner, now=SOON) == 4

    assert everything() == by_itself
    assert not reworded().exists()
    for one in Difference.objects.filter(kind="reworded"):
        undo_decision(one, by=bank.owner, turn=2, now=SOON)
    assert reworded().count() == 4


def test_the_questions_of_the_bank_are_made_anew_once_for_all_rewordings(bank):
    with CaptureQueriesContext(connection) as seen:
        take_rewordings(bank, by=bank.owner, now=SOON)

    reads = [one["sql"] for one in seen.captured_queries if 'AS "statement"' in one["sql"]]
    assert sum('FROM "questions_draft"' in sql for sql in reads) == 1


def test_a_rewording_that_leaves_nothing_to_ask_waits_and_the_others_are_taken():
    bank = first_version()
    Draft.objects.filter(answer="Karsten").update(questions=[])
    make_anew(bank, now=NOON)
    second_version(bank, SECOND.replace("a first dam, of wood, at Karsten", "near Karsten a first dam at Karsten"))
    count = reworded().count()

    assert take_rewordings(bank, by=bank.owner, now=SOON) == count - 1

    assert [one.statement.facts.get().answer for one in reworded()] == ["Karsten"]


def test_what_was_taken_out_of_the_bank_asks_for_no_decision_any_more(bank):
    draft = Draft.objects.select_related("bank", "passage", "unit").get(answer="Karsten", state="accepted")
    reject(draft, by=bank.owner, version=draft.version, now=SOON)

    assert not Difference.objects.standing().filter(statement__facts__answer="Karsten").exists()
    assert take_rewordings(bank, by=bank.owner, now=SOON) == 3
