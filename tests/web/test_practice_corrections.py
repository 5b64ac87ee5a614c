"""What a learner says about an answer afterwards: undo, claim, guess, easy; a report; the end of the day."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Correction, Memory, Review
from tests.factories import NOON, add_statement, make_bank, make_facts, make_learner, make_memory, make_study, make_unit
from tests.web.cards import HTMX, answer, correct, queries, send, shown, signed_in, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def answered(client, given=None) -> Review:
    answer(client, given)
    return Review.objects.latest("pk")


def wrong_option(client) -> str:
    return next(option for option in shown(client).context["card"].options if option.startswith("not "))


def page_of(client, review, **query):
    return client.get(reverse("review", args=[review.token]), query)


def test_undo_goes_back_to_the_very_card(client, ada):
    first = shown(client).context["card"]
    review = answered(client, wrong_option(client))

    back = correct(client, review, "undo")

    assert (back.status_code, back.headers["Location"]) == (303, "/practice/")
    assert shown(client).context["card"].fact == first.fact
    assert Memory.objects.get().stability is None


def test_undo_by_htmx_gives_the_card_and_its_address(client, ada):
    review = answered(client)

    part = correct(client, review, "undo", headers=HTMX)

    assert part.templates[0].name.endswith("card.html#card") or part.context["card"].fact == review.fact
    assert part["HX-Replace-Url"] == "/practice/"


def test_undo_stands_on_the_next_card_too(client, ada):
    review = answered(client)
    page = shown(client)

    assert page.context["undoable"].token == review.token
    assert f'action="/practice/reviews/{review.token}/correct/"' in text_of(page)


def test_undoing_twice_is_undoing_once(client, ada):
    review = answered(client)

    assert [correct(client, review, "undo").status_code for _ in range(2)] == [303, 303]
    assert Correction.objects.count() == 1


def test_an_undone_answer_says_so_on_its_page(client, ada):
    review = answered(client)
    correct(client, review, "undo")

    page = page_of(client, review)

    assert page.context["said"].heading == "Taken back"
    assert page.context["acts"] == []


def test_yesterday_s_answer_is_not_undone(client, ada, noon):
    review = answered(client)
    noon.shift(24 * 60 * 60)

    refused = correct(client, review, "undo")

    assert refused.status_code == 409
    assert refused.context["notice"] == "An answer can be undone on the day it was given."


def test_a_wrong_typed_answer_is_claimed_to_be_right(client, ada):
    [fact] = add_statement(make_unit(make_bank("one", "One")), "The lake is [Orin](place:where).", kinds=["typed"])
    make_memory(ada, fact, rung=2)
    review = answered(client, "Lake of the Reeds")

    page = client.get(correct(client, review, "claim").headers["Location"])

    assert page.context["said"].heading == "Counted as right"
    assert page.context["said"].tone == "self"
    assert "so it counts as right" in text_of(page)


@pytest.mark.parametrize(("act", "heading"), [("guessed", "Right, by a guess"), ("easy", "Right, and easy")])
def test_a_right_answer_was_a_guess_or_easy(client, ada, act, heading):
    review = answered(client)

    page = client.get(correct(client, review, act).headers["Location"])

    assert page.context["said"].heading == heading
    assert Correction.objects.get().act == act


def test_easy_puts_a_fact_off_and_the_page_says_until_when(client, ada):
    ada.studies.all().delete()
    unit = make_unit(make_bank("one", "One"))
    add_statement(unit, "The lake is [Orin](place:where).", kinds=["typed"])
    make_study(ada, unit.bank)
    review = answered(client)
    assert page_of(client, review).context["comes_back"] == "It comes back in 2 days, on Wednesday, 4 November."

    correct(client, review, "easy")

    # py-fsrs 6.3.2, defaults: a first Good holds 2.3065 days, a first Easy 8.2956
    assert page_of(client, review).context["comes_back"] == "It comes back in 8 days, on Tuesday, 10 November."


def test_a_wrong_choice_is_not_claimed(client, ada):
    review = answered(client, wrong_option(client))

    refused = correct(client, review, "claim", headers=HTMX)

    assert refused.status_code == 409
    assert "can be claimed" in refused.context["notice"]


@pytest.mark.parametrize("act", ["", "regrade", "forget", "delete"])
def test_nothing_else_is_corrected(client, ada, act):
    review = answered(client)

    assert correct(client, review, act).status_code == 422
    assert Correction.objects.count() == 0


def test_corrections_keep_the_way_of_extra_practice(client, ada):
    page = shown(client, more="next")
    make_memory(ada, ada.studies.get().bank.facts.last(), due=NOON.date().replace(day=9))
    page = shown(client, more="next")
    send(client, signed_in(page), answer=page.context["card"].question.answer)
    review = Review.objects.get()

    url = reverse("correct", args=[review.token])
    assert client.post(f"{url}?more=next", {"act": "easy"}).headers["Location"].endswith("/?more=next")
    assert client.post(f"{url}?more=next", {"act": "undo"}).headers["Location"] == "/practice/?more=next"


def test_a_verdict_costs_the_same_number_of_queries(client):
    assert verdict_queries(client, 2, "few") == verdict_queries(client, 40, "many")


def verdict_queries(client, count, key) -> int:
    learner, facts = make_learner(key), make_facts(count, key=key)
    make_study(learner, facts[0].bank, new_per_day=50)
    client.force_login(learner)
    review = answered(client)
    return queries(lambda: page_of(client, review))


def test_the_pages_of_changing_lead_back_to_the_review(client, ada):
    review = answered(client)

    for name in ("correct", "report"):
        assert (
            client.get(reverse(name, args=[review.token])).headers["Location"] == f"/practice/reviews/{review.token}/"
        )


@pytest.mark.parametrize("headers", [None, HTMX])
def test_what_was_typed_stands_in_the_field_again_after_an_undo(client, ada, headers):
    ada.studies.all().delete()
    [fact] = add_statement(make_unit(make_bank("one", "One")), "The lake is [4 May 1871](date:when).", kinds=["typed"])
    make_study(ada, fact.bank)
    review = answered(client, "5 May 1871 or so")

    back = correct(client, review, "undo", headers=headers)

    page = back if headers else client.get(back.headers["Location"])
    assert 'value="5 May 1871 or so"' in text_of(page)
    assert 'value="5 May 1871 or so"' in text_of(shown(client))


def test_undo_leads_back_from_card_to_card_through_the_day(client, ada):
    reviews = [answered(client) for _ in range(3)]

    back = []
    while undoable := shown(client).context["undoable"]:
        correct(client, Review.objects.get(token=undoable.token), "undo")
        back.append(shown(client).context["card"].fact)

    assert back == [review.fact for review in reversed(reviews)]
