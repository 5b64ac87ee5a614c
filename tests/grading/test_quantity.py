"""Amounts: the number must be equal, its unit may be left out but not be wrong."""

import pytest

from questions.grading import Forgiven
from questions.grading.explain import BOUND_DIFFERS, NUMBER_DIFFERS, ONE_END, UNIT_DIFFERS
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

TROOPS = key(AnswerType.QUANTITY, "72,000", unit="troops")
MEN = key(AnswerType.QUANTITY, "250–300", unit="men")


@pytest.mark.parametrize(
    ("asked", "given", "forgiven"),
    [
        (TROOPS, "72000", (Forgiven.SEPARATORS,)),
        (TROOPS, "72 000", (Forgiven.SEPARATORS,)),
        (TROOPS, "72.000", (Forgiven.SEPARATORS,)),
        (TROOPS, "seventy-two thousand", (Forgiven.NUMBER_WORDS,)),
        (TROOPS, "72,000 troops", (Forgiven.EXTRA_WORDS,)),
        (TROOPS, "about 72,000 Japanese soldiers", (Forgiven.EXTRA_WORDS,)),
        (TROOPS, "over 72,000", (Forgiven.EXTRA_WORDS,)),
        (MEN, "250-300", (Forgiven.SEPARATORS,)),
        (MEN, "between 250 and 300", (Forgiven.SEPARATORS, Forgiven.EXTRA_WORDS)),
        (key(AnswerType.QUANTITY, "1.6 million"), "1,600,000", (Forgiven.NUMBER_WORDS,)),
        (key(AnswerType.QUANTITY, "30%"), "30", (Forgiven.EXTRA_WORDS,)),
        (key(AnswerType.QUANTITY, "two-thirds"), "2/3", (Forgiven.NUMBER_WORDS,)),
        (key(AnswerType.QUANTITY, "four divisions"), "4", (Forgiven.NUMBER_WORDS,)),
        (key(AnswerType.QUANTITY, "over 70,000"), "70,000", (Forgiven.EXTRA_WORDS,)),
    ],
)
def test_the_same_amount_may_be_written_otherwise(asked, given, forgiven):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.forgiven) == (Outcome.CORRECT, forgiven)


@pytest.mark.parametrize(
    ("asked", "given", "message"),
    [
        (TROOPS, "72,001", NUMBER_DIFFERS),
        (TROOPS, "7,200", NUMBER_DIFFERS),
        (TROOPS, "72", NUMBER_DIFFERS),
        (TROOPS, "72,000 horses", UNIT_DIFFERS),
        (TROOPS, "72,000%", UNIT_DIFFERS),
        (TROOPS, "under 72,000", BOUND_DIFFERS),
        (TROOPS, "72,000 or 73,000", ""),
        (TROOPS, "Kolchak", ""),
        (MEN, "250", ONE_END),
        (MEN, "about 300 men", ONE_END),
        (MEN, "250-350", NUMBER_DIFFERS),
        (key(AnswerType.QUANTITY, "seven"), "sevn", ""),
        (key(AnswerType.QUANTITY, "four divisions"), "4 regiments", UNIT_DIFFERS),
    ],
)
def test_another_amount_is_wrong_and_is_told_why(asked, given, message):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.message) == (Outcome.WRONG, message)


def test_a_mistyped_unit_is_a_near_miss():
    assert typed(TROOPS, "72,000 trops").outcome is Outcome.NEAR_MISS


def test_an_amount_in_plain_words_is_graded_by_its_words():
    assert typed(key(AnswerType.QUANTITY, "most of the army"), "most of army").outcome is Outcome.CORRECT


DEAD = "How many Japanese, soldiers and civilians, were killed at Nikolaevsk?"
AGE = "How old, in years, was the emperor when the edict was signed?"
RIDE = "How many miles did the riders cover on the first day?"


@pytest.mark.parametrize(
    ("asked", "unit", "question", "given"),
    [
        ("700", "", DEAD, "700 Japanese"),
        ("700", "dead", DEAD, "700 Japanese"),
        ("700", "people", DEAD, "some 700 soldiers and civilians"),
        ("700", "people", "The massacre cost the lives of _____ Japanese.", "700 Japanese"),
        ("six", "years", AGE, "6 years old"),
        ("six", "", AGE, "six years old"),
        ("six", "", AGE, "6 years"),
        ("six", "years", AGE, "6 years of age"),
        ("five", "races", "Of how many races did the edict speak?", "5 races"),
        ("30", "", RIDE, "30 mi"),
        ("30", "miles", RIDE, "30 miles"),
    ],
)
def test_words_of_the_question_may_stand_after_the_number(asked, unit, question, given):
    assert typed(key(AnswerType.QUANTITY, asked, unit=unit, question=question), given).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("asked", "unit", "question", "given"),
    [
        ("700", "", DEAD, "700 km"),
        ("700", "people", DEAD, "700 horses"),
        ("700", "people", DEAD, "700 Nikolaevsk"),
        ("700", "people", "The massacre cost the lives of _____ Japanese.", "700 Russians"),
        ("six", "years", AGE, "6 months old"),
        ("six", "", AGE, "6 months"),
        ("30", "miles", RIDE, "30 km"),
        ("30", "km", RIDE, "30 miles"),
        ("30", "", RIDE, "30 km"),
        ("30", "", "What was the strength of the guard?", "30 miles"),
        ("4", "divisions", "How many divisions and regiments marched?", "4 brigades"),
    ],
)
def test_another_unit_stays_another_whatever_was_asked(asked, unit, question, given):
    verdict = typed(key(AnswerType.QUANTITY, asked, unit=unit, question=question), given)
    assert (verdict.outcome, verdict.message) == (Outcome.WRONG, UNIT_DIFFERS)
