"""Dates at the precision of the right answer: coarser is incomplete, finer must agree, either day-month order."""

import pytest

from questions.grading import Forgiven
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

DAY = key(AnswerType.DATE, "11 November 1918")


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("11 November 1918", "November 11th, 1918"),
        ("11 November 1918", "1918-11-11"),
        ("3 April 1920", "3/4/1920"),
        ("3 April 1920", "4/3/1920"),
        ("1918", "in 1918"),
        ("1918", "nineteen eighteen"),
        ("1918", "c. 1918"),
        ("July 1918", "in July 1918"),
        ("1918–1922", "1918-1922"),
        ("1918–1922", "from 1918 to 1922"),
        ("11–13 June 1921", "between 11 and 13 June 1921"),
        ("the 1880s", "1880-1889"),
        ("late 1919", "the end of 1919"),
        ("20 August", "August 20th"),
    ],
)
def test_the_same_date_may_be_written_otherwise(answer, given):
    assert typed(key(AnswerType.DATE, answer), given).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("1918", "11 November 1918"),
        ("July 1918", "4 July 1918"),
        ("summer of 1922", "July 1922"),
        ("20 August", "20 August 1921"),
        ("1918–1922", "August 1918 to October 1922"),
    ],
)
def test_a_finer_date_that_agrees_is_right(answer, given):
    verdict = typed(key(AnswerType.DATE, answer), given)
    assert (verdict.outcome, verdict.forgiven) == (Outcome.CORRECT, (Forgiven.FINER,))


@pytest.mark.parametrize(
    ("answer", "given", "message"),
    [
        ("11 November 1918", "November 1918", "Right so far. Give the day too."),
        ("11 November 1918", "1918", "Right so far. Give the day and the month too."),
        ("11 November 1918", "11 November", "Right so far. Give the year too."),
        ("11 November 1918", "the 1910s", "Right so far. Give the day, the month and the year too."),
        ("summer of 1922", "1922", "Right so far. Give the season too."),
        ("late 1919", "1919", "Right so far. Say more exactly when."),
        ("1918–1922", "1918", "Right so far. Give both ends."),
    ],
)
def test_a_coarser_date_is_handed_back_with_what_is_missing(answer, given, message):
    verdict = typed(key(AnswerType.DATE, answer), given)
    assert (verdict.outcome, verdict.message) == (Outcome.INCOMPLETE, message)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("1918", "1981"),
        ("1918", "1918 or 1919"),
        ("1918", "1918-1919"),
        ("1918", "11 November 1919"),
        ("July 1918", "4 August 1918"),
        ("3 April 1920", "5/4/1920"),
        ("1918–1922", "1920"),
        ("1918–1922", "1918–1921"),
        ("11–13 June 1921", "12 June 1921"),
        ("11 November 1918", "1917"),
        ("11 November 1918", "Kolchak"),
        ("the 1880s", "1870s"),
    ],
)
def test_another_date_is_wrong(answer, given):
    assert typed(key(AnswerType.DATE, answer), given).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("12 November 1918", "The day is different."),
        ("11 October 1918", "The month is different."),
        ("11 November 1919", "The year is different."),
        ("12 November 1919", "The day and the year are different."),
    ],
)
def test_a_wrong_date_is_told_what_differs(given, message):
    assert typed(DAY, given).message == message


def test_the_name_of_a_month_may_hold_a_slip():
    verdict = typed(DAY, "11 Novmeber 1918")
    assert (verdict.outcome, verdict.forgiven) == (Outcome.NEAR_MISS, (Forgiven.TYPO,))
    assert typed(key(AnswerType.DATE, "June 1918"), "Juny 1918").outcome is Outcome.WRONG


def test_a_date_in_plain_words_is_graded_by_its_words():
    asked = key(AnswerType.DATE, "the eve of the revolution")
    assert typed(asked, "eve of the revolution").outcome is Outcome.CORRECT


def test_an_accepted_date_counts_in_any_writing():
    asked = key(AnswerType.DATE, "18 March 1921", "17 March 1921")
    assert typed(asked, "March 17, 1921").forgiven == (Forgiven.ALTERNATIVE,)
