"""A report of a question, sent once however often the button is pressed."""

from questions.models import Report
from questions.practice.reports import report
from tests.factories import NOON, make_facts

from .sitting import ask, at


def test_a_report_keeps_what_was_answered(learner):
    review = ask(learner, make_facts(1)[0], NOON, right=False)

    made = report(learner, review, reason="unclear", note="Which camp?", now=at(seconds=5))

    assert (made.question, made.reason, made.note, made.given, made.made_at, made.learner) == (
        *(review.question, "unclear", "Which camp?", review.given, at(seconds=5), learner),
    )


def test_the_same_report_twice_is_one(learner):
    review = ask(learner, make_facts(1)[0], NOON)

    first = report(learner, review, reason="other", note="", now=NOON)

    assert report(learner, review, reason="other", note="", now=at(seconds=5)) == first
    assert report(learner, review, reason="wrong", note="", now=at(seconds=5)) != first


def test_a_report_that_was_settled_can_be_made_again(learner):
    review = ask(learner, make_facts(1)[0], NOON)
    first = report(learner, review, reason="other", note="", now=NOON)
    Report.objects.update(resolved_at=at(1))

    assert report(learner, review, reason="other", note="", now=at(2)) != first


def test_a_note_is_stored_without_nul_and_within_its_length(learner):
    review = ask(learner, make_facts(1)[0], NOON)

    assert report(learner, review, reason="other", note="a\0b" + "x" * 3000, now=NOON).note == "ab" + "x" * 1998
