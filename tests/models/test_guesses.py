"""Counting wrong codes: up to the limit, an hour at a time."""

import pytest

from questions.models import WrongCodes

pytestmark = pytest.mark.django_db


def take(who="ada", hour=7):
    return WrongCodes.objects.take(who, hour, limit=2)


def test_tries_are_taken_up_to_the_limit():
    assert [take(), take(), take()] == [True, True, False]
    assert take("ben") is True


def test_what_is_given_back_can_be_taken_again():
    take(), take()
    WrongCodes.objects.give_back("ada", 7)
    assert [take(), take()] == [True, False]


def test_the_next_hour_begins_anew_and_forgets_the_last():
    take(), take()
    assert take(hour=8) is True
    assert list(WrongCodes.objects.values_list("hour", "count")) == [(8, 1)]
