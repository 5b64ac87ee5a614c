"""Who edits a bank beside its owner: invited by name, and no more once that is withdrawn."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.models import Editor, Import, Upload, User
from tests.authoring.drafted import make_desk
from tests.factories import make_learner
from tests.web.cards import queries, text_of

pytestmark = pytest.mark.django_db

PAGE = reverse("editors", args=["lake"])


@pytest.fixture
def owner(client):
    person = make_learner("mira")
    client.force_login(person)
    return person


@pytest.fixture
def bank(owner):
    return make_desk(owner)


@pytest.fixture
def ben():
    return User.objects.create_user("ben", is_instructor=True)


def test_an_instructor_is_invited_and_finds_the_bank_its_desk_and_its_imports(client, bank, ben, owner):
    one = Import.objects.create(owner=owner, bank=bank, sha256="0" * 64, size=9, created_at=timezone.now())
    page = client.post(PAGE, {"username": " ben "}, follow=True)
    assert "ben edits this bank with you now." in text_of(page)

    client.force_login(ben)

    assert "The lake" in text_of(client.get(reverse("banks")))
    assert "Import into this bank" in text_of(client.get(reverse("bank", args=["lake"])))
    for address in (
        reverse("desk", args=["lake"]),
        reverse("import", args=[one.pk]),
        reverse("reports", args=["lake"]),
    ):
        assert client.get(address).status_code == 200


def test_sharing_the_archive_and_the_list_stay_the_owners(client, bank, ben):
    Editor.objects.create(bank=bank, person=ben, invited_at=timezone.now())
    client.force_login(ben)

    assert [client.get(address).status_code for address in (PAGE, reverse("bank_settings", args=["lake"]))] == [
        404,
        404,
    ]
    assert client.post(reverse("archive_bank", args=["lake"])).status_code == 404


def test_an_invitation_is_withdrawn(client, bank, ben):
    client.post(PAGE, {"username": "ben"})

    assert "ben does not edit this bank any more." in text_of(client.post(PAGE, {"withdraw": ben.pk}, follow=True))

    client.force_login(ben)
    assert client.get(reverse("desk", args=["lake"])).status_code == 404


def an_import(bank, person, **fields):
    known = {"sha256": "0" * 64, "size": 9, "created_at": timezone.now(), "bank": bank, "owner": person}
    return Import.objects.create(**known | fields)


def test_the_owner_finds_what_an_editor_imports_into_the_bank(client, bank, ben):
    Editor.objects.create(bank=bank, person=ben, invited_at=timezone.now())
    theirs = an_import(bank, ben)

    assert client.get(reverse("import", args=[theirs.pk])).status_code == 200
    assert client.post(reverse("cancel_import", args=[theirs.pk])).status_code == 303


def test_whose_invitation_is_withdrawn_brings_nothing_more_into_the_bank(client, bank, ben):
    client.post(PAGE, {"username": "ben"})
    begun, failed = an_import(bank, ben), an_import(bank, ben, state="failed")
    Upload.objects.create(of=failed, content=b"The ferry sank in 1880.")
    own = an_import(None, ben)

    client.post(PAGE, {"withdraw": ben.pk})

    client.force_login(ben)
    begun.refresh_from_db()
    assert begun.state == "cancelled"
    assert client.get(reverse("import", args=[begun.pk])).status_code == 404
    assert client.post(reverse("retry_import", args=[failed.pk])).status_code == 404
    assert client.get(reverse("import", args=[own.pk])).status_code == 200


@pytest.mark.parametrize("name", ["nobody", "learner", "x\0y"])
def test_only_instructors_are_invited_and_nobody_learns_who_else_is_here(client, bank, name):
    make_learner("learner")

    page = client.post(PAGE, {"username": name})

    assert page.status_code == 422
    assert not Editor.objects.exists()


@pytest.mark.parametrize("nobody", ["9" * 30, "9" * 5000, "١"])
def test_a_number_no_row_can_have_withdraws_nobody(client, bank, ben, nobody):
    client.post(PAGE, {"username": "ben"})

    assert client.post(PAGE, {"withdraw": nobody}).status_code == 422
    assert Editor.objects.get().person == ben


@pytest.mark.parametrize("count", [1, 9])
def test_the_list_costs_the_same_number_of_queries(client, bank, count):
    for number in range(count):
        Editor.objects.create(bank=bank, person=make_learner(f"p{number}"), invited_at=timezone.now())

    assert queries(lambda: client.get(PAGE)) == 4
