"""Publishing: what stands against it, what it fixes, and taking it back."""

from datetime import timedelta

import pytest

from questions.assignments import build
from questions.assignments.publish import NotPublishable, NotTakenBack, examine, publish, take_back
from questions.assignments.sit import start
from questions.models import Question

from .classroom import DUE, NOW, add_fact, make_draft


def objections(quiz, now=NOW):
    with pytest.raises(NotPublishable) as refusal:
        publish(quiz, now=now)
    return refusal.value.objections


def test_publishing_refuses_a_set_in_which_a_prompt_tells_an_answer(course, facts):
    Question.objects.filter(fact=facts[1]).update(prompt="In which year did Ada Ashby set out?")
    quiz = make_draft(course, facts)
    assert objections(quiz) == ["Item 2 gives away item 1: its prompt holds “Ada Ashby”."]
    quiz.refresh_from_db()
    assert quiz.published_at is None


def test_publishing_refuses_an_empty_quiz(course):
    assert objections(make_draft(course, [])) == ["The quiz has no items yet."]


def test_publishing_refuses_a_due_time_that_is_past(course, facts):
    assert objections(make_draft(course, facts), now=DUE) == ["Its due time is past. Give it a later one."]


def test_publishing_refuses_an_item_that_can_no_longer_be_asked(course, facts):
    quiz = make_draft(course, facts[:2])
    facts[1].retired_at = NOW
    facts[1].save()
    assert objections(quiz) == ["Item 2 can no longer be asked as choice. Take it out."]


def test_publishing_refuses_a_choice_that_lost_its_options(course, facts):
    quiz = make_draft(course, facts[:1])
    Question.objects.filter(fact=facts[0], kind="choice").update(distractors=["Tom Brook"])
    assert objections(quiz) == ["Item 1 can no longer be asked as choice. Take it out."]


def test_two_facts_of_one_statement_only_warn(course, bank, facts):
    twin = add_fact(
        bank.units.get(),
        "camp",
        "place",
        "Pine Hill",
        "Where was the camp?",
        ["Oak Hill", "Elm Hill"],
        facts[0].statement,
    )
    quiz = make_draft(course, [facts[0], twin])
    assert examine(quiz, now=NOW).warnings == [
        "Items 1 and 2 come from one statement; who knows one may guess the other."
    ]
    assert publish(quiz, now=NOW).published_at == NOW


def test_a_claim_is_given_away_by_its_value_and_not_by_the_word_true(course, facts):
    Question.objects.create(
        fact=facts[1], kind="true_false", prompt="The boats set out in 1869.", answer="false", distractors=["true"]
    )
    facts[0].questions.update(prompt="Whose story is false, the year of 1871 being too early?")
    quiz = make_draft(course, [facts[0]])
    build.add(quiz, [facts[1]], kind="true_false")
    assert objections(quiz) == ["Item 1 gives away item 2: its prompt holds “1871”."]


def test_publishing_fixes_the_wording_of_that_moment(course, facts):
    quiz = make_draft(course, facts[:1])
    Question.objects.filter(fact=facts[0]).update(is_current=False)
    new = Question.objects.create(
        fact=facts[0],
        kind="choice",
        version=2,
        prompt="Who was the leader?",
        answer="Ada Ashby",
        distractors=["A", "B", "C"],
    )
    publish(quiz, now=NOW)
    Question.objects.filter(pk=new.pk).update(prompt="Changed later")
    item = quiz.items.get()
    assert (item.prompt, item.options, item.question) == ("Who was the leader?", ["Ada Ashby", "A", "B"], new)


def test_a_published_quiz_that_nobody_has_begun_can_be_taken_back(quiz):
    take_back(quiz)
    quiz.refresh_from_db()
    assert quiz.published_at is None


def test_a_quiz_that_someone_has_begun_stays_published(quiz, student):
    start(quiz, student, now=NOW + timedelta(hours=1))
    with pytest.raises(NotTakenBack, match="begun"):
        take_back(quiz)
