from datetime import timedelta

import pytest

from questions.models import Review
from questions.practice.tallies import add_up
from questions.progress.calendar import CalendarDay
from questions.progress.calendar import calendar as calendar_of
from tests.factories import MONDAY, make_facts, make_learner
from tests.progress.rows import answer, correct

pytestmark = pytest.mark.django_db


def days_ago(number):
    return MONDAY - timedelta(days=number)


def calendar(learner, day, **more):
    return calendar_of(add_up(Review.objects.of(learner)), day, **more)


def test_without_answers_every_day_is_empty():
    found = calendar(make_learner(), MONDAY + timedelta(days=2), weeks=3)

    assert [[each.day.day for each in week.days] for week in found.weeks] == [
        [19, 20, 21, 22, 23, 24, 25],
        [26, 27, 28, 29, 30, 31, 1],
        [2, 3, 4],
    ]
    assert (found.answers, found.days_practised, found.usual_minutes) == (0, 0, 0)
    assert found.seconds_an_answer == 0


def test_one_answer_counts_on_its_day():
    learner, (fact,) = make_learner(), make_facts(1)
    answer(learner, fact, days_ago(1), milliseconds=12_000)

    found = calendar(learner, MONDAY, weeks=2)

    assert found.weeks[0].days[6] == CalendarDay(days_ago(1), 1, 1, 12_000)
    assert (found.answers, found.days_practised) == (1, 1)
    assert found.seconds_an_answer == 12


def test_minutes_are_summed_and_a_long_thought_counts_as_one():
    """90 s count as 60; 60 + 40 + 40 s are 2 min 20 s, so three minutes are begun."""
    learner, (fact,) = make_learner(), make_facts(1)
    for milliseconds in (90_000, 40_000, 40_000):
        answer(learner, fact, MONDAY, milliseconds=milliseconds)

    found = calendar(learner, MONDAY)

    assert (found.this_week.answers, found.this_week.minutes) == (3, 3)
    assert found.seconds_an_answer == pytest.approx(140 / 3)


def test_what_is_usual_is_the_mean_of_four_weeks_since_the_first_answer():
    """Ten minutes two weeks ago, four last week; nothing before: (10 + 4) / 2. This week is not over."""
    learner, (fact,) = make_learner(), make_facts(1)
    for day, minutes in ((days_ago(14), 10), (days_ago(7), 4), (MONDAY, 30)):
        for _ in range(minutes):
            answer(learner, fact, day, milliseconds=60_000)

    assert calendar(learner, MONDAY).usual_minutes == 7


def test_an_undone_answer_is_not_counted():
    learner, (fact,) = make_learner(), make_facts(1)
    correct(answer(learner, fact, MONDAY), "undo")
    correct(answer(learner, fact, MONDAY), "claim")

    assert calendar(learner, MONDAY).answers == 1


def test_other_peoples_answers_and_other_times_are_not_counted():
    learner, (fact,) = make_learner(), make_facts(1)
    answer(make_learner("eve"), fact, MONDAY)
    answer(learner, fact, days_ago(14))
    answer(learner, fact, MONDAY + timedelta(days=1))

    assert calendar(learner, MONDAY, weeks=2).answers == 0


@pytest.mark.parametrize(
    ("answers", "level"), [(0, 0), (1, 1), (9, 1), (10, 2), (24, 2), (25, 3), (49, 3), (50, 4), (500, 4)]
)
def test_a_day_has_a_level(answers, level):
    assert CalendarDay(MONDAY, answers).level == level
