"""The editor of the desk: blanks and their fields, live checks, grading tried, and two who edit at once."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from questions.authoring.units import rename_unit
from questions.models import Draft, Fact, FactChange, Memory
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.authoring.drafted import add_four, make_desk
from tests.factories import NOON, make_learner
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


@pytest.mark.parametrize("address", ["edit_draft", "write_statement"])
@pytest.mark.parametrize("field", ["prompts", "accepted", "options", "also_true"])
def test_a_sign_that_no_database_keeps_is_left_out(client, draft, field, address):
    args = ["lake", draft.pk] if address == "edit_draft" else ["lake"]

    sent = client.post(reverse(address, args=args), {"text": TEXT, "version": 1, f"b1-{field}": "a\0b"})

    assert sent.status_code == 303
    saved = Draft.objects.get(pk=draft.pk) if address == "edit_draft" else Draft.objects.latest("pk")
    assert saved.details["b1"][field] == ["ab"]


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


def test_what_was_edited_shows_each_kind_it_would_be_asked_in(client, draft):
    fields = {"b1-prompts": "When was the pass crossed?", "b1-options": "1869\n1874"}

    part = save(client, draft, headers=HTMX, **fields)

    assert part.context["draft"].asked == [
        (["choice", "typed"], "When was the pass crossed?"),
        (["cloze"], "Nora Ashby crossed the Grey Pass in _____."),
    ]


def test_a_statement_by_hand_shows_what_would_be_asked_of_it_and_what_not(client, draft):
    client.post(WRITE, {"text": "Orin Station had [14](quantity:b1) huts by [1873](date:b2)."})

    shown = client.get(reverse("desk", args=["lake"]), {"draft": Draft.objects.latest("pk").pk}).context["drafts"]

    [own] = [one for one in shown if one.pk == Draft.objects.latest("pk").pk]
    assert own.asked == [
        (["cloze"], "Orin Station had _____ huts by 1873."),
        (["cloze"], "Orin Station had 14 huts by _____."),
    ]
    assert own.refused == [("choice", "it has too few safe wrong options")]


def accepted(client, draft):
    """The draft in the bank, and its fact answered by a student."""
    client.post(reverse("decide_draft", args=["lake", draft.pk]), {"act": "accept", "version": 1})
    return Fact.objects.get()


def practised(fact):
    ada = make_learner("ada")
    record_review(ada, draw(ada, fact, now=NOON), given=fact.answer, now=NOON)
    return Memory.objects.get()


LATER = "Nora Ashby crossed the Grey Pass in [1872](date:b1)."


def test_an_accepted_draft_nobody_met_is_edited_at_once(client, draft):
    fact = accepted(client, draft)

    assert save(client, draft, LATER, version=2).status_code == 303

    fact.refresh_from_db()
    assert (fact.answer, fact.statement.text) == ("1872", LATER)
    assert set(fact.questions.filter(is_current=True).values_list("answer", flat=True)) == {"1872"}


def test_an_accepted_draft_that_was_practised_asks_what_changes(client, draft):
    memory = practised(accepted(client, draft))

    page = save(client, draft, LATER, version=2)
    assert page.status_code == 422
    assert "Say what kind of change it is" in text_of(page)

    assert save(client, draft, LATER, version=2, change="wording").status_code == 303
    assert Memory.objects.get().stability == memory.stability


def test_a_new_answer_makes_memories_fragile(client, draft):
    memory = practised(accepted(client, draft))

    save(client, draft, LATER, version=2, change="answer")

    assert Memory.objects.get().stability < memory.stability
    assert FactChange.objects.values_list("old_answer", "answer").get() == ("1871", "1872")


def test_another_fact_begins_anew_and_is_undone_whole(client, draft):
    old = accepted(client, draft)
    practised(old)

    save(client, draft, LATER, version=2, change="new_fact")
    new = Fact.objects.current().get()
    assert (new.answer, new.pk == old.pk, new.memories.exists()) == ("1872", False, False)

    client.post(reverse("undo_desk", args=["lake"]))
    assert Fact.objects.current().get() == old


def test_a_statement_written_beside_a_passage_cites_the_selected_words(client, draft):
    text = "Orin Station had [14](quantity:b1) huts."
    start = draft.passage.text.index("The station had 14 huts.")
    sent = {"text": text, "start": start, "end": start + len("The station had 14 huts.")}

    client.post(f"{WRITE}?draft={draft.pk}", sent)

    made = Draft.objects.order_by("pk").last()
    assert (made.passage, made.sentence, made.position) == (draft.passage, "The station had 14 huts.", 3)
    client.post(reverse("decide_draft", args=["lake", made.pk]), {"act": "accept", "version": 1})
    cited = Fact.objects.get().statement
    assert cited.citation == "The lake, paragraph 1"
    assert cited.passages.get().text[cited.start : cited.end] == "The station had 14 huts."


@pytest.mark.parametrize("span", [{}, {"start": 5, "end": 5}, {"start": 9, "end": 10_000}])
def test_without_sound_words_the_whole_passage_is_cited(client, draft, span):
    client.post(f"{WRITE}?draft={draft.pk}", {"text": "The hut was [red](term:b1)."} | span)

    made = Draft.objects.order_by("pk").last()
    assert (made.text, made.sentence) == ("The hut was [red](term:b1).", draft.passage.text)


def test_no_id_stands_twice_with_two_editors_open(client, draft):
    other = Draft.objects.exclude(pk=draft.pk).first()
    parts = "".join(
        text_of(client.get(reverse("edit_draft", args=["lake", pk]), headers=HTMX)) for pk in (draft.pk, other.pk)
    )

    ids = re.findall(r'\sid="([^"]+)"', parts)
    assert len(ids) == len(set(ids)) > 10


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
    client.post(address, {"act": "rename", "unit": unit.pk, "title": "Before", "was": "The journey"})
    client.post(address, {"act": "down", "unit": unit.pk, "after": draft.bank.units.last().pk})
    assert [one.title for one in draft.bank.units.current()] == ["Later", "Before"]

    for _ in range(3):
        client.post(reverse("undo_desk", args=["lake"]), {"to": "units"})

    assert [one.title for one in draft.bank.units.current()] == ["The journey"]


def test_a_unit_that_somebody_else_renamed_is_not_overwritten(client, draft):
    address, unit, ben = reverse("desk_units", args=["lake"]), draft.unit, make_learner("ben")
    shown = text_of(client.get(address))
    assert f'name="was" value="{unit.title}"' in shown
    rename_unit(unit, "Crossing", was=unit.title, by=ben, now=NOON)

    response = client.post(address, {"act": "rename", "unit": unit.pk, "title": "Voyage", "was": "The journey"})

    assert response.status_code == 409
    assert "ben renamed “The journey” to “Crossing” in the meantime." in text_of(response)
    assert "Your title was “Voyage”." in text_of(response)
    assert [one.title for one in draft.bank.units.current()] == ["Crossing"]
