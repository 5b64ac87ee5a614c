"""The key an answer is graded against."""

from questions.grading import AnswerKey
from questions.practice.keys import key_of
from questions.vocabulary import AnswerType, Kind
from tests.factories import NOON, add_statement, make_facts


def test_a_typed_answer_is_told_from_the_other_answers_of_its_type_in_the_bank(db, django_assert_num_queries):
    fact = make_facts(2)[0]
    fact.accepted = ["Bara"]
    fact.save()
    add_statement(fact.unit, "They ate [rice](term:what).")
    [retired] = add_statement(fact.unit, "Camp 7 stood at [Nowhere](place:where).")
    retired.retired_at = NOON
    retired.save()
    make_facts(3, key="another")

    question = fact.questions.filter(kind=Kind.TYPED)[0]

    with django_assert_num_queries(1):
        key = key_of(question, fact)

    assert key == AnswerKey(
        "Baravik", AnswerType.PLACE, rivals=(("Baravik", "Bara"), ("Calina",)), question=question.prompt
    )


def test_a_choice_needs_no_other_answers_and_no_query(db, django_assert_num_queries):
    fact = make_facts(2)[0]
    question = fact.questions.filter(kind=Kind.CHOICE)[0]

    with django_assert_num_queries(0):
        assert key_of(question, fact) == AnswerKey("Baravik", AnswerType.PLACE, question=question.prompt)


def test_the_question_says_what_is_accepted_in_its_version(db):
    fact = make_facts(1)[0]
    question = fact.questions.filter(kind=Kind.CLOZE)[0]
    question.answer, question.accepted = "Old Baravik", ["Bara"]

    assert key_of(question, fact).right == ("Old Baravik", "Bara")
