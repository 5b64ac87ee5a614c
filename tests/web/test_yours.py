"""A person's data: taken along, or gone."""

import io
import zipfile

import pytest
from django.urls import reverse

from questions.models import User
from tests.factories import make_learner

pytestmark = pytest.mark.django_db
PASSWORD = "a lake called Orin"


@pytest.fixture
def ada(client):
    learner = make_learner()
    learner.set_password(PASSWORD)
    learner.save()
    client.force_login(learner)
    return learner


def test_the_archive_is_a_zip_of_tables(client, ada):
    answer = client.get(reverse("yours_download"))
    assert answer["Content-Disposition"] == 'attachment; filename="recollect-ada.zip"'
    assert answer["Cache-Control"] == "no-store, private"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert {"README.txt", "account.json", "reviews.csv"} <= set(archive.namelist())


def test_who_leaves_is_logged_out_and_gone(client, ada):
    answer = client.post(reverse("leave_site"), {"password": PASSWORD})
    assert (answer.status_code, answer.url) == (303, "/")
    assert not User.objects.filter(username="ada").exists()
    assert client.get(reverse("today")).status_code == 302


def test_without_the_password_nobody_leaves(client, ada):
    answer = client.post(reverse("leave_site"), {"password": "another"})
    assert answer.status_code == 422
    assert "This is not your password." in answer.text
    assert User.objects.filter(username="ada", is_active=True).exists()


def test_an_heir_who_is_not_here_is_refused(client, ada):
    answer = client.post(reverse("leave_site"), {"password": PASSWORD, "heir": "nobody"})
    assert answer.status_code == 422
    assert "There is nobody here called nobody" in answer.text


def test_a_stranger_is_sent_to_the_door(client):
    assert client.get(reverse("yours_download")).status_code == 302


def test_the_archive_costs_the_same_number_of_queries(client, ada, django_assert_num_queries):
    with django_assert_num_queries(28):  # session, person, and one a table; attempts take two
        client.get(reverse("yours_download"))
