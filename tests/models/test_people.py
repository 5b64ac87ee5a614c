"""The learner's day: local, and turning at four in the morning."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from questions.models import User


@pytest.mark.parametrize(
    ("zone", "instant", "day"),
    [
        ("UTC", datetime(2026, 11, 2, 3, 59, tzinfo=UTC), date(2026, 11, 1)),
        ("UTC", datetime(2026, 11, 2, 4, 0, tzinfo=UTC), date(2026, 11, 2)),
        ("Asia/Tokyo", datetime(2026, 11, 1, 18, 59, tzinfo=UTC), date(2026, 11, 1)),  # 03:59 on the 2nd in Tokyo
        ("Asia/Tokyo", datetime(2026, 11, 1, 19, 0, tzinfo=UTC), date(2026, 11, 2)),
        ("America/New_York", datetime(2026, 11, 2, 8, 59, tzinfo=UTC), date(2026, 11, 1)),  # 03:59 in winter time
        ("America/New_York", datetime(2026, 7, 2, 8, 0, tzinfo=UTC), date(2026, 7, 2)),  # 04:00 in summer time
    ],
)
def test_a_day_turns_at_four_local_time(zone, instant, day):
    assert User(time_zone=zone).local_day(instant) == day


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd"])
def test_an_unknown_time_zone_is_refused(zone):
    with pytest.raises(ValidationError):
        User(username="ada", password="x", time_zone=zone).clean_fields()


@pytest.mark.parametrize(
    ("field", "value", "is_fine"),
    [
        ("desired_retention", 0.97, True),
        ("desired_retention", 0.98, False),
        ("desired_retention", 0.69, False),
        ("due_per_day", 1000, True),
        ("due_per_day", 1001, False),
        ("due_per_day", 0, False),
        ("week", "2222210", True),
        ("week", "0000000", False),
        ("week", "3222222", False),
        ("week", "222222", False),
    ],
)
def test_settings_of_practice_stay_in_their_range(field, value, is_fine):
    user = User(**{field: value})
    faults = faults_of(user)
    assert (field not in faults) is is_fine


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"week": "0000000"},
        {"week": "22222"},
        {"week": "222222x"},
        {"away_from": date(2026, 11, 2)},
        {"away_until": date(2026, 11, 2)},
        {"away_from": date(2026, 11, 3), "away_until": date(2026, 11, 2)},
    ],
)
def test_the_database_takes_no_week_without_a_day_and_no_half_break(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="ada", **fields)


@pytest.mark.parametrize(("day", "is_away"), [(1, False), (2, True), (4, True), (5, False)])
def test_a_break_holds_its_first_and_its_last_day(day, is_away):
    user = User(away_from=date(2026, 11, 2), away_until=date(2026, 11, 4))

    assert user.is_away(date(2026, 11, day)) is is_away


def test_without_a_break_nobody_is_away():
    assert not User().is_away(date(2026, 11, 2))


def faults_of(user: User) -> dict[str, list[str]]:
    try:
        user.clean_fields()
    except ValidationError as error:
        return error.message_dict
    return {}
