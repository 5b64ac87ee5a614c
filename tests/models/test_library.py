"""Banks and facts: who may open them, which are current, what is kept out while a quiz is sat."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from questions.models import (
    Assignment,
    Attempt,
    Bank,
    Course,
    Fact,
    Item,
    Membership,
    Memory,
    Question,
    Statement,
    Unit,
)
from tests.factories import NOON, add_statement, make_bank, make_facts, make_learner, make_memory, make_unit

pytestmark = pytest.mark.django_db


def make_course(student, **membership):
    course = Course.objects.create(title="History", created_at=NOON)
    return course, Membership.objects.create(course=course, person=student, joined_at=NOON, **membership)


def make_quiz(course, facts):
    quiz = Assignment.objects.create(course=course, title="One", opens_at=NOON, due_at=NOON + timedelta(days=1))
    for place, fact in enumerate(facts):
        question = fact.questions.get(kind="typed", wording=0)
        Item.objects.create(
            assignment=quiz,
            fact=fact,
            question=question,
            position=place,
            kind="typed",
            prompt=question.prompt,
            answer=fact.answer,
        )
    return quiz


@pytest.mark.parametrize(
    ("visibility", "sees"),
    [("public", {"owner", "classmate", "stranger"}), ("private", {"owner"}), ("course", {"owner"})],
)
def test_a_bank_is_seen_as_its_visibility_says(visibility, sees):
    people = [make_learner(name) for name in ("owner", "classmate", "stranger")]
    bank = make_bank(visibility=visibility, owner=people[0])
    make_course(people[1], role="student")
    assert {p.username for p in people if bank in Bank.objects.visible_to(p)} == sees


def test_a_bank_shared_with_a_course_is_seen_by_its_people_once_each():
    student, stranger = make_learner("student"), make_learner("stranger")
    bank = make_bank(visibility="course")
    for _ in range(2):
        course, _place = make_course(student, role="student")
        course.banks.add(bank)
    assert list(Bank.objects.visible_to(student)) == [bank]
    assert list(Bank.objects.visible_to(stranger)) == []


def test_a_private_bank_is_not_seen_by_a_course_it_is_listed_in():
    student = make_learner()
    course, _place = make_course(student, role="student")
    course.banks.add(make_bank(visibility="private"))
    assert list(Bank.objects.visible_to(student)) == []


def test_a_person_removed_from_the_course_no_longer_sees_its_bank():
    student = make_learner()
    course, place = make_course(student, role="student")
    course.banks.add(make_bank(visibility="course"))
    place.removed_at = NOON
    place.save()
    assert list(Bank.objects.visible_to(student)) == []


def test_facts_are_seen_where_their_bank_is():
    owner, stranger = make_learner("owner"), make_learner("stranger")
    facts = make_facts(2)
    Bank.objects.update(visibility="private", owner=owner)
    assert list(Fact.objects.visible_to(owner)) == facts
    assert list(Fact.objects.visible_to(stranger)) == []


def test_retired_facts_and_units_are_not_current():
    facts = make_facts(2)
    old = make_unit(facts[0].bank, "old", "Old")
    Fact.objects.filter(pk=facts[0].pk).update(retired_at=NOON)
    Unit.objects.filter(pk=old.pk).update(retired_at=NOON)
    assert list(Fact.objects.current()) == [facts[1]]
    assert [unit.key for unit in Unit.objects.current()] == ["journey"]


def test_questions_of_a_retired_fact_are_not_current():
    facts = make_facts(2, kinds={"typed"})
    Fact.objects.filter(pk=facts[0].pk).update(retired_at=NOON)
    Question.objects.filter(fact=facts[1], wording=1).update(is_current=False)
    assert [(q.fact, q.wording) for q in Question.objects.current()] == [(facts[1], 0)]


def test_counts_are_of_current_facts_and_of_what_this_learner_has_met():
    learner, other = make_learner("ada"), make_learner("ben")
    facts = make_facts(4)
    make_memory(learner, facts[0])
    Memory.objects.create(learner=learner, fact=facts[1], is_suspended=True)  # never met
    make_memory(learner, facts[3])
    make_memory(other, facts[2])
    Fact.objects.filter(pk=facts[3].pk).update(retired_at=NOON)
    make_unit(facts[0].bank, "empty", "Empty")
    bank = Bank.objects.with_counts_for(learner).get()
    assert (bank.fact_count, bank.met_count) == (3, 1)
    units = [(u.key, u.fact_count, u.met_count) for u in Unit.objects.with_counts_for(learner)]
    assert units == [("journey", 3, 1), ("empty", 0, 0)]


def test_the_facts_of_an_open_quiz_are_kept_out_for_who_sits_it():
    sitting, classmate = make_learner("ada"), make_learner("ben")
    facts = make_facts(3)
    course, _place = make_course(sitting, role="student")
    quiz = make_quiz(course, facts[:2])
    quiz.items.filter(fact=facts[1]).update(withdrawn_at=NOON)
    closes = NOON + timedelta(hours=1)
    attempt = Attempt.objects.create(assignment=quiz, student=sitting, number=1, started_at=NOON, closes_at=closes)
    assert list(Fact.objects.in_open_quiz(sitting, NOON)) == [facts[0]]
    assert list(Fact.objects.in_open_quiz(classmate, NOON)) == []
    assert list(Fact.objects.in_open_quiz(sitting, closes)) == []
    attempt.handed_in_at = NOON
    attempt.save()
    assert list(Fact.objects.in_open_quiz(sitting, NOON)) == []


def test_what_a_verdict_shows_costs_the_same_for_one_fact_and_for_many(django_assert_num_queries):
    make_facts(5)
    with django_assert_num_queries(2):
        shown = [(f.bank.document.title, f.unit.title, f.statement.citation) for f in Fact.objects.with_source()]
    assert shown[0] == ("A Short History of Lake Orin", "The journey", "The lake, paragraph 1")


def test_a_unit_reads_in_the_order_of_teaching_without_what_is_asked_now():
    unit = make_unit(make_bank())
    first, second, third = (add_statement(unit, f"Camp {n} stood at [Avik {n}](place:where).")[0] for n in range(3))
    Statement.objects.filter(pk=third.statement_id).update(retired_at=NOON)
    assert [s.key for s in Statement.objects.of_unit(unit)] == ["s0", "s1"]
    assert [s.key for s in Statement.objects.of_unit(unit).without(Fact.objects.filter(pk=first.pk))] == ["s1"]
    assert second.statement.citation == "The lake, paragraph 2"


@pytest.mark.parametrize(
    "again",
    [
        lambda fact: Bank.objects.create(key=fact.bank.key, title="Again"),
        lambda fact: Unit.objects.create(bank=fact.bank, key=fact.unit.key, title="Again", position=9),
        lambda fact: Statement.objects.create(bank=fact.bank, unit=fact.unit, key="s0", position=9, text="Again."),
        lambda fact: Question.objects.create(fact=fact, kind="typed", wording=0, version=2, prompt="?", answer="!"),
        lambda fact: Question.objects.create(
            fact=fact, kind="typed", wording=0, version=1, prompt="?", answer="!", is_current=False
        ),
    ],
)
def test_keys_are_never_used_twice_and_one_version_is_current(again):
    fact = make_facts(1)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        again(fact)


def test_an_older_version_of_a_question_is_kept_beside_the_current_one():
    fact = make_facts(1, kinds={"cloze"})[0]
    fact.questions.update(is_current=False)
    newer = Question.objects.create(fact=fact, kind="cloze", wording=0, version=2, prompt="?", answer="!")
    assert list(Question.objects.current()) == [newer]
