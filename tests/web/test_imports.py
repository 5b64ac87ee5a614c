"""The pages of an import: beginning it, watching it, ending it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from questions.models import Bank, Import, Upload
from tests.factories import make_bank, make_learner

pytestmark = pytest.mark.django_db

TEXT = "# Lake Orin\n\nThe Ashby expedition reached Lake Orin in 1871. Ann Ashby bought the boats in Calder in 1870.\n"
HTMX = {"HTTP_HX_REQUEST": "true"}
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def owner(client):
    person = make_learner("teacher")
    client.force_login(person)
    return person


@pytest.fixture
def queued():
    with override_settings(TASKS=QUEUED):
        yield


def file(text: str = TEXT, name: str = "orin.md") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def begin(client, **fields):
    return client.post(reverse("new_import"), fields)


def make_import(owner, **fields) -> Import:
    known = {
        "state": Import.State.DRAFTING,
        "progress": 40,
        "sha256": "0" * 64,
        "size": 9,
        "created_at": timezone.now(),
    }
    return Import.objects.create(owner=owner, **known | fields)


def page(client, one, **headers):
    return client.get(reverse("import", args=[one.pk]), **headers)


def test_a_file_is_imported_and_leads_to_its_page(client, owner):
    answer = begin(client, file=file(), author="M. Field", year="1990")
    made = Import.objects.get()
    assert (answer.status_code, answer.url) == (303, reverse("import", args=[made.pk]))
    assert (made.state, made.document.author, made.bank.owner) == (Import.State.DONE, "M. Field", owner)
    assert "Ready to review" in page(client, made).content.decode()


def test_text_is_pasted(client, owner):
    begin(client, text=TEXT, bank_title="My lakes")
    assert Bank.objects.get().title == "My lakes"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose a file or paste a text."),
        ({"text": TEXT, "file": True}, "Choose a file or paste a text, not both."),
    ],
)
def test_one_of_file_and_text_is_needed(client, owner, given, said):
    answer = begin(client, **given | ({"file": file()} if "file" in given else {}))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Import.objects.count() == 0


def test_a_file_of_another_kind_is_refused_at_once(client, owner):
    answer = begin(client, file=SimpleUploadedFile("orin.pdf", b"\x89PNG...."))
    assert answer.status_code == 422
    assert "“orin.pdf” is a picture." in answer.content.decode()


def test_an_empty_file_is_named_with_what_to_do(client, owner):
    answer = begin(client, file=file("", "hollow.md"))

    assert answer.status_code == 422
    assert "“hollow.md” is empty. Choose another file, or save it again." in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "is_said"), [("orin.pdf", True), ("orin.xyz", True), ("orin.md", False), ("ORIN.TXT", False)]
)
def test_what_a_file_of_another_name_was_read_as_is_said(client, owner, name, is_said):
    answer = begin(client, file=file(name=name))

    assert (f"“{name}” holds text, so it is read as text" in client.get(answer.url).content.decode()) is is_said


def test_a_pasted_text_that_is_too_long_stays_on_the_page_and_the_way_out_is_said(client, owner):
    text = "wool " * 200_001

    page = begin(client, text=text.strip() + "!")

    assert page.status_code == 422
    html = page.content.decode()
    assert "has 1,000,005 characters; 1,000,000 can be pasted. Save it as a file and upload that, up to 20 MB." in html
    assert "wool " * 200_000 in html
    assert "maxlength" not in html.partition('name="text"')[2].partition(">")[0]


@pytest.mark.parametrize("sign", ["w", "é", "湖", "𐌰"], ids=["one", "two", "three", "four"])
def test_a_million_characters_are_pasted_however_many_bytes_each_has(client, owner, queued, sign):
    text = ("The ferry sank. " + sign * 100) * 8_600

    answer = begin(client, text=text)

    assert (answer.status_code, len(text)) == (303, 997_600)
    assert Import.objects.get().size == len(text.encode())


def test_only_ones_own_banks_are_offered(client, owner):
    make_bank("shipped", is_shipped=True)
    make_bank("another", owner=make_learner("someone"))
    mine = make_bank("mine", owner=owner)
    form = client.get(reverse("new_import")).context["form"]
    assert list(form.fields["bank"].queryset) == [mine]
    assert begin(client, text=TEXT, bank="another").status_code == 422


def test_the_same_text_in_the_same_bank_is_said_and_imported_only_when_wanted(client, owner):
    make_bank("mine", owner=owner)
    begin(client, text=TEXT, bank="mine")
    answer = begin(client, text=TEXT, bank="mine")
    assert answer.status_code == 409
    assert "has this very text already" in answer.content.decode()
    assert Import.objects.count() == 1
    assert begin(client, text=TEXT, bank="mine", again="on").status_code == 303


def test_progress_is_a_part_for_htmx_and_asks_again(client, owner):
    one = make_import(owner)
    part = page(client, one, **HTMX).content.decode()
    assert "<html" not in part
    assert 'hx-trigger="every 1s"' in part
    assert 'value="40"' in part


def test_once_it_has_ended_htmx_fetches_the_page_anew(client, owner):
    answer = page(client, make_import(owner, state=Import.State.CANCELLED), **HTMX)
    assert (answer.headers["HX-Refresh"], answer.headers["Vary"]) == ("true", "HX-Request, Cookie")


def test_without_javascript_the_page_reloads_itself_while_work_is_under_way(client, owner):
    assert 'http-equiv="refresh"' in page(client, make_import(owner)).content.decode()
    assert 'http-equiv="refresh"' not in page(client, make_import(owner, state=Import.State.FAILED)).content.decode()


def test_someone_elses_import_is_404(client, owner):
    one = make_import(make_learner("someone"))
    assert page(client, one).status_code == 404
    assert client.post(reverse("cancel_import", args=[one.pk])).status_code == 404
    assert client.post(reverse("retry_import", args=[one.pk])).status_code == 404


def test_cancelling_leaves_nothing(client, owner, queued):
    begin(client, text=TEXT)
    one = Import.objects.get()
    assert one.state == Import.State.WAITING
    assert client.post(reverse("cancel_import", args=[one.pk])).status_code == 303
    one.refresh_from_db()
    assert (one.state, Upload.objects.count(), Bank.objects.count()) == (Import.State.CANCELLED, 0, 0)
    assert "Nothing of it was kept." in page(client, one).content.decode()


def test_a_failed_import_is_tried_again(client, owner):
    one = make_import(owner, state=Import.State.FAILED, message="It was stopped.")
    Upload.objects.create(of=one, content=TEXT.encode())
    assert "Try again" in page(client, one).content.decode()
    client.post(reverse("retry_import", args=[one.pk]))
    one.refresh_from_db()
    assert one.state == Import.State.DONE


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_of_imports_costs_the_same_however_long(client, owner, count, django_assert_num_queries):
    for _ in range(count):
        make_import(owner, bank=Bank.objects.filter(key="mine").first() or make_bank("mine", owner=owner))
    with django_assert_num_queries(5):
        client.get(reverse("new_import"))


def test_the_page_of_an_import_never_loads_its_file(client, owner, django_assert_num_queries):
    one = make_import(owner)
    with django_assert_num_queries(3):
        page(client, one)
