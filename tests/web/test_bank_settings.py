"""A bank copied, shared and put in the archive by the person who keeps it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.authoring.deleting import ANSWERED
from questions.models import Bank, Course, Membership
from tests.factories import NOON, make_bank, make_facts, make_learner
from tests.practice.sitting import ask
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

SETTINGS = reverse("bank_settings", args=["orin"])
COPY = reverse("copy_bank", args=["orin"])
DELETE = reverse("delete_bank", args=["orin"])
ARCHIVE = reverse("archive_bank", args=["orin"])


@pytest.fixture
def mira(client):
    person = make_learner("mira", is_instructor=True)
    client.force_login(person)
    return person


@pytest.fixture
def course(mira):
    found = Course.objects.create(title="Lakes", created_at=NOON)
    Membership.objects.create(course=found, person=mira, role=Membership.Role.INSTRUCTOR, joined_at=NOON)
    return found


@pytest.fixture
def own(mira):
    return make_bank(owner=mira, visibility="private")


def save(client, **sent):
    return client.post(SETTINGS, {"title": "Lake Orin", "description": "", "visibility": "private"} | sent)


def test_copying_leads_to_the_settings_of_the_copy(client, mira):
    make_facts(2)

    sent = client.post(COPY)

    assert (sent.status_code, sent.headers["Location"]) == (303, "/banks/orin-copy/settings/")
    assert Bank.objects.owned_by(mira).get().facts.count() == 2


def test_the_page_of_a_bank_offers_the_copy_to_those_who_may(client, mira):
    make_facts(1)

    assert "Copy it to edit" in text_of(client.get("/banks/orin/"))
    client.force_login(make_learner())
    assert "Copy it to edit" not in text_of(client.get("/banks/orin/"))
    assert client.post(COPY).status_code == 404


def test_a_bank_is_published(client, own):
    assert save(client, title="The lake", visibility="public").status_code == 303

    assert Bank.objects.values_list("title", "visibility").get() == ("The lake", "public")


def test_a_bank_is_shared_with_a_course(client, own, course):
    save(client, visibility="course", courses=[course.pk])

    assert own.courses.get() == course


def test_ticking_a_course_is_enough_to_share_a_bank_that_only_its_owner_saw(client, own, course):
    student = make_learner("ines")
    Membership.objects.create(course=course, person=student, role=Membership.Role.STUDENT, joined_at=NOON)
    assert not Bank.objects.visible_to(student).exists()

    assert save(client, visibility="private", courses=[course.pk]).status_code == 303

    assert Bank.objects.visible_to(student).get() == own


def test_a_bank_goes_to_the_archive_and_back(client, own):
    client.post(ARCHIVE, {"is_archived": "1"})
    assert "In the archive since 2 November 2026" in text_of(client.get(SETTINGS))
    assert "· in the archive" in text_of(client.get("/banks/"))

    client.post(ARCHIVE, {"is_archived": "0"})
    assert Bank.objects.get().archived_at is None


def test_a_bank_that_nobody_has_used_is_deleted_by_its_owner(client, own):
    assert "Delete the bank" in text_of(client.get(SETTINGS))

    sent = client.post(DELETE)

    assert (sent.status_code, sent.headers["Location"]) == (303, "/banks/")
    assert Bank.objects.count() == 0


def test_a_bank_that_somebody_has_answered_says_why_it_is_only_archived(client, mira):
    [fact] = make_facts(1)
    Bank.objects.update(owner=mira)
    ask(make_learner(), fact, NOON)

    page = text_of(client.get(SETTINGS))
    said = text_of(client.post(DELETE, follow=True))

    assert "Delete the bank" not in page
    assert [ANSWERED in page, said.count(ANSWERED), Bank.objects.count()] == [True, 2, 1]


def test_others_have_no_settings(client, own):
    client.force_login(make_learner("eve", is_instructor=True))

    assert [client.get(SETTINGS).status_code, save(client).status_code, client.post(ARCHIVE).status_code] == [404] * 3
    assert [client.post(DELETE).status_code, Bank.objects.count()] == [404, 1]
    assert client.post(COPY).status_code == 404


def test_a_shipped_bank_has_no_settings(client, mira):
    make_bank(is_shipped=True, owner=mira)

    assert client.get(SETTINGS).status_code == 404


def test_htmx_gets_the_settings_as_a_page(client, own):
    assert "<title>Settings" in text_of(client.get(SETTINGS, headers=HTMX))


@pytest.mark.parametrize("count", [1, 5])
def test_the_settings_cost_the_same_number_of_queries(client, own, mira, count):
    for number in range(count):
        course = Course.objects.create(title=f"Lakes {number}", created_at=NOON)
        Membership.objects.create(course=course, person=mira, role=Membership.Role.INSTRUCTOR, joined_at=NOON)

    assert queries(lambda: client.get(SETTINGS)) == 7 + 7
    # session, person, bank, its courses, any, learners, courses; and whatever may be a reason to keep it
