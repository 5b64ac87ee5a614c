"""The page of practice: a card, an answer, its verdict; with htmx and without."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from questions.models import Correction, Fact, Memory, Review
from tests.factories import make_bank, make_facts, make_learner, make_memory, make_study, make_unit
from tests.web.cards import HTMX, answer, correct, queries, send, shown, signed_in, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


# The card


def test_the_practice_page_shows_the_next_card_and_makes_nothing(client, ada):
    page = shown(client)

    assert page.status_code == 200
    assert page.templates[0].name == "questions/practice/card.html"
    assert "s0, where, wording 0?" in text_of(page)
    assert Review.objects.count() == Memory.objects.count() == 0


def test_practice_wants_a_login(client):
    assert shown(client).headers["Location"] == "/accounts/login/?next=/practice/"


def test_htmx_gets_the_card_alone(client, ada):
    part = client.get(reverse("practice"), headers=HTMX)

    assert part.content.decode().strip().startswith('<section id="card"')
    assert part["Vary"] == "HX-Request, Cookie"


def test_the_options_keep_their_order_over_a_reload(client, ada):
    assert shown(client).context["card"].options == shown(client).context["card"].options


def test_the_answer_is_nowhere_marked_in_the_signed_card(client, ada):
    page = shown(client)

    assert page.context["card"].question.answer not in signed_in(page)


@pytest.mark.parametrize("facts", [3, 40, 300])
def test_a_card_costs_the_same_number_of_queries(client, facts):
    few, many = (queries_of_a_card(client, count, key) for count, key in ((2, "few"), (facts, "many")))

    assert few == many


def test_a_card_costs_ten_queries(client, ada):
    make_memory(ada, Fact.objects.first())

    # session, person; reviews, quizzes, due, studies, new; memory, questions, ease
    assert queries(lambda: shown(client)) == 10


def test_an_answer_and_its_verdict_cost_nine_queries_and_a_transaction(client, ada):
    send(client, signed_in(shown(client)), act="give_up")  # the day's first answer settles the days before it
    make_memory(ada, Fact.objects.last())
    card = shown(client)
    given = {"card": signed_in(card), "answer": card.context["card"].question.answer, "done": "0", "left": "3"}

    with CaptureQueriesContext(connection) as asked:
        verdict = client.post(reverse("answer"), given, headers=HTMX)

    assert verdict.context["today"].left == 2
    # session, person; card, quizzes; memory, situation; update, review; passages
    assert len([one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]]) == 9


@pytest.mark.parametrize("nonsense", [{}, {"left": "many", "done": "1"}, {"left": "-1", "done": "9" * 20}])
def test_what_is_left_is_counted_anew_where_the_page_does_not_say(client, ada, nonsense):
    signed = signed_in(shown(client))

    verdict = send(client, signed, headers=HTMX, act="give_up", **nonsense)

    assert (verdict.context["today"].left, verdict.context["today"].done) == (3, 1)


def queries_of_a_card(client, count, key) -> int:
    """What a card costs a learner who has met one of two facts and has the rest before them."""
    learner, facts = make_learner(key), make_facts(count, key=key)
    make_study(learner, facts[0].bank, new_per_day=50)
    for fact in facts[1::2]:
        make_memory(learner, fact)
    client.force_login(learner)
    return queries(lambda: shown(client))


# An answer


def test_a_right_answer_is_counted_and_explained_on_the_review_s_page(client, ada):
    sent = answer(client)

    review = Review.objects.get()
    assert (sent.status_code, sent.headers["Location"]) == (303, f"/practice/reviews/{review.token}/")
    assert (review.outcome, review.kind) == ("correct", "choice")
    page = client.get(sent.headers["Location"])
    assert page.context["said"].heading == "Right"
    assert "Camp 0 stood at <mark>" in text_of(page)
    assert "The lake, paragraph 1" in text_of(page)
    assert 'href="https://example.org/orin"' in text_of(page)
    assert page.context["comes_back"] == "It comes back tomorrow."


def test_a_wrong_answer_shows_both_answers_and_comes_back_today(client, ada):
    wrong = next(option for option in shown(client).context["card"].options if option.startswith("not "))
    page = client.get(answer(client, wrong).headers["Location"])

    assert page.context["said"].heading == "Not right"
    assert f"You answered <q>{wrong}</q>" in text_of(page)
    assert page.context["comes_back"] == "You will see it again today, after a few other cards."


def test_htmx_gets_the_verdict_at_once_under_the_address_of_its_page(client, ada):
    page = shown(client)
    part = send(client, signed_in(page), answer=page.context["card"].options[0], headers=HTMX)

    assert part.status_code == 200
    assert part.content.decode().strip().startswith('<section id="card"')
    assert part["HX-Replace-Url"] == f"/practice/reviews/{Review.objects.get().token}/"


def test_an_answer_sent_twice_is_one_review_and_one_page(client, ada):
    page = shown(client)
    sent = [send(client, signed_in(page), answer=option) for option in page.context["card"].options[:2]]

    assert Review.objects.count() == 1
    assert {response.headers["Location"] for response in sent} == {f"/practice/reviews/{Review.objects.get().token}/"}


def test_the_whole_day_goes_without_javascript(client, ada):
    for _ in range(3):
        verdict = client.get(answer(client).headers["Location"])
        assert verdict.context["next_url"] == "/practice/"

    done = shown(client)
    assert done.templates[0].name == "questions/practice/done.html"
    assert (done.context["summary"].answered, done.context["summary"].right) == (3, 3)
    assert "3 facts come back on Tuesday, 3 November." in text_of(done)


# The review's page


def test_someone_else_s_review_is_404(client, ada):
    answer(client)
    review = Review.objects.get()
    client.force_login(make_learner("eve"))

    assert client.get(reverse("review", args=[review.token])).status_code == 404
    assert correct(client, review, "undo").status_code == 404
    assert client.post(reverse("report", args=[review.token]), {"reason": "wrong"}).status_code == 404
    assert Correction.objects.count() == 0


def test_a_review_of_a_fact_in_a_quiz_being_sat_is_put_away(client, ada):
    answer(client)
    review = Review.objects.get()
    sit(ada, review.fact)

    assert client.get(reverse("review", args=[review.token])).status_code == 404


def test_extra_practice_goes_on_in_the_same_way(client, ada):
    unit = ada.studies.get().bank.units.get()
    page = shown(client, more="unit", unit=unit.pk)
    sent = send(client, signed_in(page), answer=page.context["card"].question.answer)

    query = f"?more=unit&unit={unit.pk}"
    assert sent.headers["Location"].endswith(query)
    assert client.get(sent.headers["Location"]).context["next_url"] == f"/practice/{query}"
    assert Review.objects.get().origin == "extra"


@pytest.mark.parametrize("query", [{"more": "luck"}, {"more": "unit"}, {"more": "unit", "unit": 10**9}, {"unit": 1}])
def test_extra_practice_of_nothing_is_404(client, ada, query):
    assert shown(client, **query).status_code == 404


def test_a_unit_of_a_bank_one_may_not_see_is_404(client, ada):
    hidden = make_unit(make_bank("secret", "Secret", visibility="private"))

    assert shown(client, more="unit", unit=hidden.pk).status_code == 404
