"""The one sentence a learner reads beside the verdict."""

import pytest

from questions.grading import Forgiven
from questions.grading.explain import incomplete, right, wrong
from questions.vocabulary import Outcome


@pytest.mark.parametrize(
    ("forgiven", "message"),
    [
        ([], ""),
        ([Forgiven.CASE], ""),
        ([Forgiven.ARTICLE], ""),
        ([Forgiven.ACCENTS, Forgiven.ARTICLE], "Right. With its accents: Sükhbaatar."),
        ([Forgiven.SURNAME], "Right. The full name is Sükhbaatar."),
        ([Forgiven.ALTERNATIVE], "Right. Also known as Damdin Sükhbaatar."),
        ([Forgiven.ALTERNATIVE, Forgiven.TYPO], "Nearly: it is spelt Sükhbaatar."),
    ],
)
def test_only_the_weightiest_difference_is_spoken_of(forgiven, message):
    assert right("Sükhbaatar", "Damdin Sükhbaatar", forgiven).message == message


def test_a_forgiven_typo_is_a_near_miss():
    assert right("a", "a", [Forgiven.TYPO]).outcome is Outcome.NEAR_MISS
    assert right("a", "a", [Forgiven.TITLE]).outcome is Outcome.CORRECT


def test_a_wrong_answer_matches_nothing():
    verdict = wrong("Why.")
    assert (verdict.outcome, verdict.matched, verdict.message) == (Outcome.WRONG, "", "Why.")


def test_what_is_missing_is_listed():
    assert (
        incomplete("x", ["day", "month", "year"]).message == "Right so far. Give the day, the month and the year too."
    )


def test_braces_in_an_answer_are_only_text():
    assert right("{answer} {0}", "a", [Forgiven.TYPO]).message == "Nearly: it is spelt {answer} {0}."
