"""The pages of a new version: its upload, what changed, a decision and its undoing."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from questions.models import Difference, DocumentVersion, Import
from tests.authoring.versions.revised import FIRST, SECOND, fact_of, first_version, second_version
from tests.factories import make_learner
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def bank(client):
    mira = make_learner("mira", first_name="Mira", last_name="Moss")
    client.force_login(mira)
    return first_version(mira)


@pytest.fixture
def revised(bank):
    second_version(bank)
    return bank


def upload(client, bank, text, document=None):
    address = reverse("new_version", args=[bank.key, (document or bank.document).pk])
    return client.post(address, {"file": SimpleUploadedFile("velmar-2.md", text.encode()), "year": "2026"})


def page(client, bank):
    return client.get(reverse("what_changed", args=[bank.key]))


def send(client, name, one, *, headers=None, **sent):
    address = reverse(name, args=[one.version.bank.key, one.pk])
    turns = {"turns": ",".join(f"{other.pk}:{other.turn}" for other in beside(one))}
    return client.post(address, turns | sent, headers=headers or {})


def beside(one):
    return Difference.objects.filter(old_sentence=one.old_sentence)


def worst():
    return Difference.objects.worst_first().first()


def test_a_file_that_is_too_large_is_said_by_its_name(client, bank):
    sent = upload(client, bank, "x" * 22_000_000)

    assert sent.status_code == 422
    assert "“velmar-2.md” has more than 20 MB." in text_of(sent)


def test_a_newer_file_is_brought_in_and_leads_to_what_changed(client, bank):
    sent = upload(client, bank, SECOND)

    made = Import.objects.first()
    assert (sent.status_code, sent.headers["Location"]) == (303, f"/imports/{made.pk}/")
    assert (made.state, made.year, made.title) == ("done", "2026", "Lake Velmar")
    assert f'href="/banks/{bank.key}/changes/">See what changed' in client.get(f"/imports/{made.pk}/").content.decode()


def test_the_same_file_is_no_new_version(client, bank):
    sent = upload(client, bank, FIRST)

    assert sent.status_code == 409
    assert "has this very text already" in text_of(sent)


def test_what_is_no_document_is_refused_at_once(client, bank):
    assert upload(client, bank, "").status_code == 422
    assert not DocumentVersion.objects.exists()


def test_only_the_newest_version_is_replaced(client, revised):
    old = DocumentVersion.objects.get().replaces

    assert client.get(reverse("new_version", args=[revised.key, old.pk])).status_code == 404
    assert upload(client, revised, FIRST.replace("1764", "1769"), old).status_code == 404


def test_the_page_lists_the_worst_first_with_both_texts(client, revised):
    shown = text_of(page(client, revised))

    tags = re.findall(r'<span class="tag">([^<]+)</span>', shown)
    assert tags == ["Answer changed", "Taken out", "Reworded"]
    assert "discovered in <del>1764</del> by" in shown
    assert "discovered in <ins>1765</ins> by" in shown
    assert "0 of 3 decided" in shown
    assert "by Mira Moss" in shown


def test_a_decision_is_carried_out_and_shown(client, revised):
    sent = send(client, "decide_change", worst(), decision="answer")

    assert (sent.status_code, sent.headers["Location"]) == (303, f"/banks/{revised.key}/changes/#change-{worst().pk}")
    assert fact_of("1765")
    assert "1 of 3 decided" in text_of(page(client, revised))


def test_htmx_gets_the_sentence_and_how_far_all_is(client, revised):
    sent = send(client, "decide_change", worst(), decision="answer", headers=HTMX)

    shown = text_of(sent)
    assert sent.status_code == 200
    assert "<html" not in shown
    assert 'hx-swap-oob="true"' in shown
    assert "1 of 3 decided" in shown
    assert "New answer" in shown


def test_a_decision_is_undone(client, revised):
    send(client, "decide_change", worst(), decision="answer")

    sent = send(client, "undo_change", worst(), headers=HTMX)

    assert "0 of 3 decided" in text_of(sent)
    assert fact_of("1764")


def test_the_second_of_two_sees_what_the_first_decided(client, revised):
    one = worst()
    turns = {"turns": ",".join(f"{other.pk}:{other.turn}" for other in beside(one))}
    send(client, "decide_change", one, decision="kept")
    send(client, "undo_change", one)

    sent = client.post(reverse("decide_change", args=[revised.key, one.pk]), turns | {"decision": "answer"})

    assert sent.status_code == 409
    assert "Mira Moss took a decision back here in the meantime" in text_of(sent)
    assert fact_of("1764")


def test_one_statement_is_decided_alone(client, revised):
    one = worst()

    client.post(
        reverse("decide_change", args=[revised.key, one.pk]), {"turns": f"{one.pk}:{one.turn}", "decision": "wording"}
    )

    assert [other.decision for other in beside(one).order_by("-weight", "pk")] == ["wording", ""]


NONSENSE = [{}, {"decision": "burn"}, {"decision": "kept", "turns": "a:b"}, {"decision": "kept", "turns": "9" * 30}]


@pytest.mark.parametrize("sent", NONSENSE)
def test_nonsense_decides_nothing(client, revised, sent):
    one = worst()

    assert client.post(reverse("decide_change", args=[revised.key, one.pk]), sent).status_code == 422
    assert not Difference.objects.exclude(decision="").exists()


def test_all_that_is_only_reworded_is_taken_at_once(client, revised):
    client.post(reverse("take_rewordings", args=[revised.key]))

    assert "a first dam, of wood," in fact_of("Karsten").statement.text
    assert list(Difference.objects.waiting().values_list("kind", flat=True)) == ["changed", *["gone"] * 3]


def test_the_button_for_rewordings_counts_what_waits_and_goes_with_the_last(client, revised):
    assert "only reworded (4)" in text_of(page(client, revised))

    decided = [send(client, "decide_change", one, decision="kept", headers=HTMX) for one in (worst(), next_reworded())]

    assert "only reworded (3)" in text_of(decided[0])
    assert [button_of(one).endswith(" hidden>") for one in decided] == [False, True]


def next_reworded():
    return Difference.objects.filter(kind="reworded", old_sentence__startswith="In 1847").first()


def button_of(response):
    return re.search(r'<form [^>]*id="changes-reworded"[^>]*>', text_of(response))[0]


def test_others_see_and_decide_nothing(client, revised):
    client.force_login(make_learner("eve"))

    assert page(client, revised).status_code == 404
    assert send(client, "decide_change", worst(), decision="retired").status_code == 404
    assert upload(client, revised, FIRST).status_code == 404


def test_the_page_costs_a_fixed_number_of_queries(client, bank):
    second_version(bank, FIRST.replace("1764", "1765"))
    few = queries(lambda: page(client, bank))
    second_version(bank, SECOND.replace("1765", "1766"))

    assert queries(lambda: page(client, bank)) == few


def test_the_bank_says_how_many_changes_wait(client, revised):
    assert "8 changes to decide" in text_of(client.get(reverse("bank", args=[revised.key])))
