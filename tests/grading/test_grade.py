"""The way into grading, for every kind and answer type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.grading import LONGEST_ANSWER, AnswerKey, grade
from questions.grading.explain import EMPTY, TOO_LONG
from questions.grading.grade import GRADERS
from questions.vocabulary import AnswerType, Kind, Outcome

from .keys import key

OMSK = key(AnswerType.PLACE, "Omsk", "Omsk city")
ANSWERS = st.text(max_size=60) | st.from_regex(r"[0-9a-zäЖ ,./'–%½-]{1,30}", fullmatch=True)
TYPES = st.sampled_from(AnswerType)
TYPING = st.sampled_from([Kind.CLOZE, Kind.TYPED])
RIVALS = st.lists(st.lists(ANSWERS, max_size=2).map(tuple), max_size=3).map(tuple)


def test_every_answer_type_is_graded():
    assert set(GRADERS) == set(AnswerType)


@given(st.sampled_from(Kind), TYPES, ANSWERS, st.lists(ANSWERS, max_size=2).map(tuple), RIVALS, ANSWERS, ANSWERS)
def test_grading_never_raises(kind, answer_type, answer, accepted, rivals, unit, said):
    verdict = grade(kind, AnswerKey(answer, answer_type, accepted, rivals, unit), said)
    assert verdict.outcome in Outcome


@given(TYPES, st.text(alphabet=st.characters(min_codepoint=0xD7F0, max_codepoint=0xE010), max_size=40))
def test_broken_unicode_is_only_wrong(answer_type, said):
    assert grade(Kind.TYPED, key(answer_type, "Omsk"), said).outcome is Outcome.WRONG


@given(TYPING, TYPES, ANSWERS.filter(str.strip), st.lists(ANSWERS.filter(str.strip), max_size=3), RIVALS)
def test_the_answer_and_its_alternatives_are_right_whatever_the_rivals(kind, answer_type, answer, accepted, rivals):
    asked = AnswerKey(answer, answer_type, tuple(accepted), rivals)
    outcomes = {grade(kind, asked, text).outcome for text in asked.right}
    assert outcomes == {Outcome.CORRECT}


@given(TYPES, st.from_regex(r"[A-Za-z]{3,8} [A-Za-z]{3,8}", fullmatch=True), st.sampled_from(["or", "and", "/", ","]))
def test_two_answers_in_one_are_wrong(answer_type, answer, between):
    asked = key(answer_type, answer)
    assert grade(Kind.TYPED, asked, f"{answer} {between} something else").outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("yes", Outcome.CORRECT), (" Yes ", Outcome.CORRECT), ("no", Outcome.WRONG), ("", Outcome.WRONG)],
)
def test_recall_takes_the_learners_word(said, outcome):
    assert grade(Kind.RECALL, OMSK, said).outcome is outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Omsk", Outcome.CORRECT),
        ("Omsk city", Outcome.CORRECT),
        ("omsk", Outcome.WRONG),
        ("Tomsk", Outcome.WRONG),
        ("", Outcome.WRONG),
    ],
)
def test_a_choice_is_the_text_of_its_option(said, outcome):
    assert grade(Kind.CHOICE, OMSK, said).outcome is outcome


@pytest.mark.parametrize("kind", [Kind.CLOZE, Kind.TYPED])
def test_nothing_and_too_much_are_wrong_and_say_so(kind):
    assert grade(kind, OMSK, " \n").message == EMPTY
    assert grade(kind, OMSK, "x" * (LONGEST_ANSWER + 1)).message == TOO_LONG
    assert grade(kind, OMSK, "x" * LONGEST_ANSWER).message == ""


def test_a_cloze_may_repeat_the_article():
    assert grade(Kind.CLOZE, OMSK, "the omsk").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("said", "outcome"), [("true", Outcome.CORRECT), ("false", Outcome.WRONG), ("", Outcome.WRONG)]
)
def test_a_claim_is_true_or_false(said, outcome):
    assert grade(Kind.TRUE_FALSE, AnswerKey("true", AnswerType.DATE), said).outcome is outcome
