"""A file that is too large is neither read into a form nor written to a disk; its sender is told in a sentence."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse

from questions.models import Import
from tests.factories import make_learner
from tests.web.cards import text_of

pytestmark = pytest.mark.django_db

SAID = "“long.txt” has more than 20 MB. Import its chapters one by one, or save it without pictures."


@pytest.fixture
def written(tmp_path, settings):
    """Where Django puts what it spools; every file that was ever made there is seen by its name in the folder."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


@pytest.mark.parametrize("megabytes", [20.5, 30])
def test_more_than_twenty_megabytes_is_said_and_nothing_stays(client, written, megabytes):
    client.force_login(make_learner())
    content = SimpleUploadedFile("long.txt", b"a " * int(megabytes * 500_000))

    page = client.post(reverse("new_import"), {"file": content})

    assert page.status_code == 422
    assert SAID in text_of(page)
    assert list(written.iterdir()) == []
    assert not Import.objects.exists()


def test_a_body_far_too_large_is_left_unread(client):
    client.force_login(make_learner())
    head = (
        b'--B\r\nContent-Disposition: form-data; name="file"; filename="long.txt"\r\nContent-Type: text/plain\r\n\r\n'
    )
    kind = {"content_type": "multipart/form-data; boundary=B", "CONTENT_LENGTH": "900000000"}

    page = client.generic("POST", reverse("new_import"), head + b"a" * 100_000, **kind)

    assert page.status_code == 422
    assert SAID in text_of(page)


@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
def test_a_file_below_the_limit_arrives_whole(client, written):
    client.force_login(make_learner())
    text = "The Ashby expedition reached Lake Orin in 1871. Ann Ashby bought the boats in Calder in 1870.\n" * 40_000

    client.post(reverse("new_import"), {"file": SimpleUploadedFile("orin.txt", text[:3_000_000].encode())})

    assert Import.objects.get().size == 3_000_000
