"""Joining by code, and what slows down guessing."""

from datetime import timedelta

import pytest

from questions.assignments.joining import (
    NoSuchCode,
    TooManyCodes,
    WasRemoved,
    find_course,
    join,
    remove,
    replace_code,
    take_back,
)
from questions.models import Course, WrongCodes
from questions.models.courses import JOIN_ALPHABET, new_join_code

from .classroom import NOW, make_person

LATER = NOW + timedelta(hours=1)


def find(code, person, *, address="10.0.0.1", now=NOW):
    return find_course(code, person=person, address=address, now=now)


def fail(person, *, times, address="10.0.0.1", now=NOW):
    for _ in range(times):
        with pytest.raises(NoSuchCode):
            find("WRONG", person, address=address, now=now)


def test_a_code_holds_forty_bits_and_more():
    assert len(set(JOIN_ALPHABET)) ** len(new_join_code()) > 2**48


def test_a_code_is_found_however_it_was_copied(course, student):
    code = course.join_code
    assert find(f" {code[:5].lower()}-{code[5:]} ", student) == course


def test_after_ten_wrong_codes_the_account_waits_even_with_the_right_one(course, student):
    fail(student, times=10)
    with pytest.raises(TooManyCodes):
        find(course.join_code, student)
    assert find(course.join_code, student, now=LATER) == course


def test_a_class_behind_one_address_is_not_shut_out_by_one_of_them(course, student):
    fail(student, times=10)
    assert find(course.join_code, make_person("other")) == course


def test_two_hundred_wrong_codes_from_one_address_stop_every_account_there(course):
    for number in range(20):
        fail(make_person(f"guesser{number}"), times=10)
    newcomer = make_person("newcomer")
    with pytest.raises(TooManyCodes):
        find(course.join_code, newcomer)
    assert find(course.join_code, newcomer, address="10.0.0.2") == course


def test_a_refused_account_does_not_use_up_its_address(course, student):
    fail(student, times=10)
    for _ in range(300):
        with pytest.raises(TooManyCodes):
            find("WRONG", student)
    assert find(course.join_code, make_person("other")) == course


def test_counts_are_kept_for_their_hour_only_and_name_nobody(student):
    fail(student, times=2)
    fail(student, times=1, now=LATER)
    assert sorted(WrongCodes.objects.values_list("count", flat=True)) == [1, 1]  # the account's, and the address's
    assert not any(str(student.pk) == row.who or "10.0.0.1" in row.who for row in WrongCodes.objects.all())


def test_right_codes_are_not_counted(course, student):
    for _ in range(30):
        assert find(course.join_code, student) == course


def test_joining_twice_is_one_place(course, student):
    assert join(student, course, now=LATER).joined_at == NOW
    assert course.memberships.count() == 2


def test_an_instructor_who_follows_the_link_stays_instructor(course, instructor):
    assert join(instructor, course, now=LATER).role == "instructor"


def test_a_replaced_code_no_longer_works(course, student):
    old = course.join_code
    new = replace_code(course)
    assert find(new, student) == course
    with pytest.raises(NoSuchCode):
        find(old, student)


def test_who_was_removed_keeps_the_row_and_cannot_walk_in_again(course, student):
    place = course.memberships.get(person=student)
    remove(place, now=LATER)
    assert list(Course.objects.attended_by(student)) == []
    with pytest.raises(WasRemoved):
        join(student, course, now=LATER)
    take_back(place)
    assert list(Course.objects.attended_by(student)) == [course]
