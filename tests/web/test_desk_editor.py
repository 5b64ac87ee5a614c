"""The editor of the desk: blanks and their fields, live checks, grading tried, and two who edit at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Draft, Fact
from tests.authoring.drafted import add_four, make_desk
from tests.factories import make_learner
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

TEXT = "Nora Ashby crossed the Grey Pass in [1871](date:b1)."
WRITE = reverse("write_statement", args=["lake"])
CHECK = reverse("check_written", args=["lake"])


@pytest.fixture
def owner(client):
    person = make_learner("mira")
    client.force_login(person)
    return person


@pytest.fixture
def draft(owner):
    return add_four(make_desk(owner))[0]


def save(client, draft, text=TEXT, version=1, *, headers=None, **fields):
    address = reverse("edit_draft", args=["lake", draft.pk])
    return client.post(address, {"text": text, "version": version} | fields, headers=headers)


def test_prompts_alternatives_and_options_of_a_blank_are_saved(client, draft):
    fields = {"b1-prompts": "When was the pass crossed?", "b1-accepted": "in 1871\n", "b1-options": "1869\n1874"}

    assert save(client, draft, **fields).status_code == 303

    saved = Draft.objects.get(pk=draft.pk)
    details = {"prompts": ["When was the pass crossed?"], "accepted": ["in 1871"], "options": ["1869", "1874"]}
    assert saved.details == {"b1": details | {"also_true": []}}
    assert (saved.answer, saved.accepted, saved.options) == ("1871", ["in 1871"], ["1869", "1874"])


def test_the_editor_of_someone_elses_draft_is_404(client, draft):
    client.force_login(make_learner("eve"))

    for address in (reverse("edit_draft", args=["lake", draft.pk]), WRITE, reverse("desk_units", args=["lake"])):
        assert client.get(address).status_code == 404
    assert client.post(CHECK, {"text": TEXT}).status_code == 404


def test_the_editor_comes_as_a_part_for_htmx(client, draft):
    part = text_of(client.get(reverse("edit_draft", args=["lake", draft.pk]), headers=HTMX))

    assert "<html" not in part
    assert "In which year did Nora Ashby cross the Grey Pass?" in part


def test_opening_the_editor_costs_a_fixed_number_of_queries(client, draft):
    assert queries(lambda: client.get(reverse("edit_draft", args=["lake", draft.pk]))) == 8


def test_a_text_without_a_blank_is_handed_back_as_it_was_written(client, draft):
    page = save(client, draft, "Nothing is asked here.")

    assert page.status_code == 422
    assert "The statement has no blank." in text_of(page)
    assert "Nothing is asked here." in text_of(page)


def test_who_saves_last_keeps_their_text_and_sees_the_others(client, draft):
    save(client, draft, "Nora Ashby crossed the [Grey Pass](place:b1) in 1871.")

    late = save(client, draft, "The Grey Pass was crossed in [1871](date:b1).", headers=HTMX)

    page = text_of(late)
    assert late.status_code == 409
    assert "mira changed this draft in the meantime." in page
    assert "Nora Ashby crossed the [Grey Pass](place:b1) in 1871." in page
    assert "The Grey Pass was crossed in [1871](date:b1).</textarea>" in page
    assert 'name="version" value="2"' in page


def test_an_accepted_draft_is_not_edited_under_its_learners(client, draft):
    client.post(reverse("decide_draft", args=["lake", draft.pk]), {"act": "accept", "version": 1})

    assert save(client, draft, version=2).status_code == 422
    assert Draft.objects.get(pk=draft.pk).state == "accepted"


@pytest.mark.parametrize(
    ("tried", "said"),
    [("1871", "“1871” is right for “1871”."), ("1890", "“1890” is not right for “1871”.")],
)
def test_an_answer_typed_on_trial_is_graded(client, draft, tried, said):
    part = client.post(CHECK, {"text": TEXT, "b1-tried": tried, "part": "findings"}, headers=HTMX)

    assert said in text_of(part)


def test_checks_say_in_words_what_is_wrong(client, draft):
    fields = {"text": TEXT, "b1-prompts": "Who crossed it in 1871?", "b1-options": "1871"}

    part = text_of(client.post(CHECK, fields, headers=HTMX))

    assert "The prompt “Who crossed it in 1871?” holds its own answer “1871”." in part
    assert "“1871” is the answer or accepted for it." in part


def test_a_statement_written_by_hand_is_a_proposal_and_reaches_nobody_yet(client, draft):
    text = "The [ferry](term:b1) of Orin sank at [Cape Dun](place:b2)."

    assert client.post(WRITE, {"text": text}).status_code == 303

    made = Draft.objects.order_by("pk").last()
    assert (made.text, made.state, made.unit.title) == (text, "proposed", "The journey")
    assert not Fact.objects.exists()


def test_a_handwritten_statement_gives_a_fact_for_each_blank(client, draft):
    client.post(WRITE, {"text": "The [ferry](term:b1) of Orin sank at [Cape Dun](place:b2)."})
    made = Draft.objects.order_by("pk").last()

    client.post(reverse("decide_draft", args=["lake", made.pk]), {"act": "accept", "version": 1})

    key = f"lake/own-d{made.pk}"
    assert list(Fact.objects.values_list("key", "answer")) == [(f"{key}/b1", "ferry"), (f"{key}/b2", "Cape Dun")]


def test_units_are_renamed_moved_added_and_undone(client, draft):
    address = reverse("desk_units", args=["lake"])
    unit = draft.unit
    client.post(address, {"act": "add", "title": "Later"})
    client.post(address, {"act": "rename", "unit": unit.pk, "title": "Before"})
    client.post(address, {"act": "down", "unit": unit.pk})
    assert [one.title for one in draft.bank.units.current()] == ["Later", "Before"]

    client.post(reverse("undo_desk", args=["lake"]))
    client.post(reverse("undo_desk", args=["lake"]))

    assert [one.title for one in draft.bank.units.current()] == ["The journey", "Later"]
