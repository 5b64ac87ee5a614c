"""The review desk: who may open it, what it shows, and what becomes of a draft."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.generation.facts import Reason
from questions.models import Draft, Editor, Fact, Question
from tests.authoring.drafted import add_draft, add_four, make_desk
from tests.factories import NOON, make_learner, make_unit
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

DESK = reverse("desk", args=["lake"])


@pytest.fixture
def owner(client):
    person = make_learner("mira")
    client.force_login(person)
    return person


@pytest.fixture
def drafts(owner):
    return add_four(make_desk(owner))


def decide(client, draft, act, version=1, **more):
    return client.post(reverse("decide_draft", args=["lake", draft.pk]), {"act": act, "version": version}, **more)


def reshape(client, draft, act, version=1, **sent):
    return client.post(reverse("reshape_draft", args=["lake", draft.pk]), {"act": act, "version": version} | sent)


def states():
    return list(Draft.objects.order_by("pk").values_list("state", flat=True))


# The page


def test_drafts_stand_beside_their_passage_best_first(client, drafts):
    page = client.get(DESK)

    assert [draft.pk for draft in page.context["drafts"]] == [draft.pk for draft in drafts]
    assert "0 of 4 reviewed" in text_of(page)
    assert '<mark class="mark-asked">1871</mark>' in text_of(page)


def test_someone_elses_desk_is_404(client, drafts):
    client.force_login(make_learner("eve"))

    assert client.get(DESK).status_code == 404


def test_filters_narrow_by_type_unit_and_reason(client, drafts):
    reasons = [{"kind": "typed", "reason": "no_prompt", "message": "-"}]
    unit = make_unit(drafts[0].bank, "after", "Afterwards")
    only = add_draft(drafts[0].bank, "The [ferry](term:b1) sank.", unit=unit, reasons=reasons)

    for query in ({"type": "term"}, {"unit": unit.pk}, {"reason": "no_prompt"}):
        assert [draft.pk for draft in client.get(DESK, query).context["drafts"]] == [only.pk]


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_for_a_refusal_is_said_in_words_and_can_be_filtered_by(client, drafts, reason):
    only = add_draft(
        drafts[0].bank,
        "The [ferry](term:b1) sank.",
        reasons=[{"kind": "typed", "reason": str(reason), "message": "-"}],
    )

    page = client.get(DESK, {"reason": str(reason)})

    assert page.status_code == 200
    assert [draft.pk for draft in page.context["drafts"]] == [only.pk]


def test_near_duplicates_stand_together(client, drafts):
    double = add_draft(drafts[0].bank, "In [1871](date:b1) Nora Ashby crossed the Grey Pass.", score=0.1)

    page = client.get(DESK)

    assert [draft.pk for draft in page.context["drafts"]][:2] == [drafts[0].pk, double.pk]
    assert "Nearly the same as “1871” above." in text_of(page)


@pytest.mark.parametrize("count", [4, 40])
def test_the_desk_costs_the_same_number_of_queries(client, drafts, count):
    for number in range(count):
        add_draft(drafts[0].bank, f"Camp {number} had [{number} huts](quantity:b1).")

    assert queries(lambda: client.get(DESK)) == 10


# Deciding


def test_accepting_makes_a_fact_with_its_questions_and_citation(client, drafts):
    assert decide(client, drafts[0], "accept").status_code == 303

    fact = Fact.objects.get()
    place = fact.statement
    assert fact.key == f"lake/p1-d{drafts[0].pk}/b1"
    assert [str(passage) for passage in place.passages.all()] == ["The lake, paragraph 1"]
    assert place.passages.get().text[place.start : place.end] == "Nora Ashby crossed the Grey Pass in 1871."
    assert sorted(Question.objects.values_list("kind", flat=True)) == ["cloze", "typed"]


def test_the_part_of_an_accepted_draft_tells_the_progress(client, drafts):
    part = decide(client, drafts[0], "accept", headers=HTMX)

    assert "<html" not in text_of(part)
    assert "1 of 4 reviewed" in text_of(part)


def test_a_stranger_to_the_bank_decides_nothing(client, drafts):
    client.force_login(make_learner("eve"))

    assert decide(client, drafts[0], "accept").status_code == 404
    assert states()[0] == "proposed"


def test_what_another_decided_meanwhile_is_not_overwritten(client, drafts):
    decide(client, drafts[0], "reject")

    late = decide(client, drafts[0], "accept", headers=HTMX)

    assert late.status_code == 409
    assert "mira rejected this draft in the meantime." in text_of(late)
    assert states()[0] == "rejected"


def test_a_draft_of_which_nothing_can_be_asked_is_not_accepted(client, drafts):
    draft = add_draft(drafts[0].bank, "He went there in [1880](date:b1).")

    assert decide(client, draft, "accept", headers=HTMX).status_code == 422
    assert not Fact.objects.exists()


def test_the_desk_says_in_plain_words_what_a_score_is(client, drafts):
    assert "The score guesses how likely a good editor would ask for it" in text_of(client.get(DESK))


def test_all_above_a_score_are_accepted_and_undone_at_once(client, drafts):
    client.post(reverse("accept_above", args=["lake"]), {"score": "0.7"})
    assert states() == ["accepted", "accepted", "accepted", "proposed"]

    client.post(reverse("undo_desk", args=["lake"]))

    assert states() == ["proposed"] * 4
    assert not Fact.objects.current().exists()


def test_two_blanks_of_one_sentence_are_merged_into_one_statement(client, drafts):
    reshape(client, drafts[0], "merge", other=drafts[1].pk)

    merged = Draft.objects.get(pk=drafts[0].pk)
    assert merged.text == "[Nora Ashby](person:b2) crossed the Grey Pass in [1871](date:b1)."
    assert states()[1] == "merged"


def test_a_split_opens_the_second_draft_in_the_editor(client, drafts):
    answer = reshape(client, drafts[0], "split")

    made = Draft.objects.order_by("pk").last()
    assert answer["Location"] == reverse("edit_draft", args=["lake", made.pk])
    assert made.text == drafts[0].text


def test_a_draft_that_is_not_there_is_404(client, drafts):
    for name in ("draft", "decide_draft", "reshape_draft", "edit_draft"):
        address = reverse(name, args=["lake", 10_000])
        assert client.post(address).status_code in {404, 405}


def test_one_draft_comes_alone_for_htmx_and_on_the_desk_for_others(client, drafts):
    address = reverse("draft", args=["lake", drafts[2].pk])

    assert "14 huts" in text_of(client.get(address, headers=HTMX))
    assert client.get(address)["Location"] == f"{DESK}?draft={drafts[2].pk}"


# Several drafts, several reviewers


def share(drafts, name="ben"):
    person = make_learner(name)
    Editor.objects.create(bank=drafts[0].bank, person=person, invited_at=NOON)
    return person


def test_who_was_invited_reviews_as_the_owner_does(client, drafts):
    client.force_login(share(drafts))

    assert client.get(DESK).status_code == 200
    assert decide(client, drafts[0], "accept").status_code == 303
    assert "Accepted by ben," in text_of(client.get(DESK, {"state": "all"}))


def test_the_page_of_one_is_told_what_another_settled(client, drafts, owner):
    shown = [f"{draft.pk}.1" for draft in drafts]
    client.force_login(share(drafts))
    decide(client, drafts[1], "reject")
    client.force_login(owner)

    part = text_of(client.get(reverse("desk_news", args=["lake"]), {"shown": shown}, headers=HTMX))

    assert "ben rejected “Nora Ashby” at 12:00." in part
    assert f'id="draft-{drafts[1].pk}"' in part
    assert f'id="draft-{drafts[0].pk}"' not in part
    assert "1 of 4 reviewed" in part


def test_news_of_a_proposal_that_was_changed_reads_and_sounds_alike(client, drafts):
    client.post(reverse("decide_draft", args=["lake", drafts[1].pk]), {"act": "put_back", "version": 1})
    Draft.objects.filter(pk=drafts[1].pk).update(reviewed_by=make_learner("ben"))

    shown = text_of(client.get(reverse("desk_news", args=["lake"]), {"shown": f"{drafts[1].pk}.1"}, headers=HTMX))

    assert 'data-announce="ben changed “Nora Ashby”."' in shown
    assert ">ben changed “Nora Ashby” at 12:00.<" in shown


def test_without_news_nothing_is_swapped(client, drafts):
    shown = [f"{draft.pk}.1" for draft in drafts]

    assert client.get(reverse("desk_news", args=["lake"]), {"shown": shown}).status_code == 204


@pytest.mark.parametrize("shown", ["", "x.y", "9" * 30 + ".1", "1.١"])
def test_nonsense_is_no_draft(client, drafts, shown):
    assert client.get(reverse("desk_news", args=["lake"]), {"shown": shown}).status_code == 204


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "١", "²"])
def test_the_desk_holds_no_draft_of_a_number_that_no_row_can_have(client, drafts, number):
    page = client.get(reverse("desk", args=["lake"]), {"draft": number})

    assert page.context["chosen"] == drafts[0].pk


def test_the_ticked_drafts_go_to_a_unit_and_come_back(client, drafts):
    unit = make_unit(drafts[0].bank, "after", "Afterwards")

    said = client.post(
        reverse("move_drafts", args=["lake"]), {"drafts": [drafts[1].pk, drafts[2].pk], "unit": unit.pk}, follow=True
    )

    assert "Moved 2 drafts to “Afterwards”. U takes it back." in text_of(said)
    assert list(unit.drafts.order_by("pk")) == drafts[1:3]
    client.post(reverse("undo_desk", args=["lake"]))
    assert not unit.drafts.exists()


def test_a_draft_of_another_bank_is_not_moved(client, drafts):
    other = make_desk(make_learner("eve"), "sea")
    theirs = add_four(other)[0]

    client.post(reverse("move_drafts", args=["lake"]), {"drafts": [theirs.pk], "unit": drafts[0].bank.units.get().pk})

    assert Draft.objects.get(pk=theirs.pk).unit == other.units.get()


def test_what_was_undone_is_done_again(client, drafts):
    decide(client, drafts[0], "reject")
    client.post(reverse("undo_desk", args=["lake"]))

    page = client.post(reverse("undo_desk", args=["lake"]), {"act": "redo"}, follow=True)

    assert "Done again: rejected “1871”." in text_of(page)
    assert states()[0] == "rejected"
