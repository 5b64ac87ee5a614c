"""The order of items and options in an attempt."""

from questions.assignments.order import items_in, options_in
from questions.models import Item


def items(count):
    return [Item(pk=pk, options=["red", "green", "blue"]) for pk in range(1, count + 1)]


def test_an_attempt_always_shows_its_items_in_the_same_order():
    assert items_in(items(20), "attempt 7") == items_in(reversed(items(20)), "attempt 7")


def test_two_attempts_show_them_in_different_orders():
    assert items_in(items(20), "attempt 7") != items_in(items(20), "attempt 8")


def test_nothing_is_lost_or_doubled():
    assert sorted(item.pk for item in items_in(items(20), "attempt 7")) == list(range(1, 21))


def test_the_right_option_stands_in_every_place_about_equally_often():
    places = [options_in(Item(pk=1, options=["red", "green", "blue"]), f"attempt {n}").index("red") for n in range(600)]
    assert all(150 < places.count(place) < 250 for place in range(3))
