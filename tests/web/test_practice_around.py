"""Around the queue: a report, the end of the day, practising more."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Report, Review
from tests.factories import NOON, make_facts, make_learner, make_study, make_unit
from tests.web.cards import HTMX, answer, queries, shown, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def answered(client, given=None) -> Review:
    answer(client, given)
    return Review.objects.latest("pk")


def wrong_option(client) -> str:
    return next(option for option in shown(client).context["card"].options if option.startswith("not "))


# A report


def report(client, review, **said):
    headers = said.pop("headers", None)
    return client.post(reverse("report", args=[review.token]), said, headers=headers)


def test_a_report_reaches_the_keepers(client, ada):
    review = answered(client)

    sent = report(client, review, reason="unclear", note="Which camp?")

    assert sent.headers["Location"] == f"/practice/reviews/{review.token}/"
    assert "Thank you" in text_of(client.get(sent.headers["Location"]))
    kept = Report.objects.get()
    assert (kept.question, kept.reason, kept.note, kept.made_at) == (review.question, "unclear", "Which camp?", NOON)


def test_htmx_gets_the_report_s_part(client, ada):
    part = report(client, answered(client), reason="wrong", headers=HTMX)

    assert part.content.decode().strip().startswith('<details class="report" id="report" open>')
    assert "Thank you" in text_of(part)


@pytest.mark.parametrize("said", [{}, {"reason": "boring"}, {"reason": "wrong", "note": "x" * 2001}])
def test_a_report_without_a_reason_is_handed_back(client, ada, said):
    refused = report(client, answered(client), **said)

    assert refused.status_code == 422
    assert refused.context["report_notice"]
    assert Report.objects.count() == 0


# The end of the day


def test_with_nothing_taken_up_the_page_says_what_to_do(client):
    client.force_login(make_learner())

    page = shown(client)

    assert "Nothing to do right now" in text_of(page)
    assert 'href="/banks/"' in text_of(page)


def test_the_summary_lists_what_went_wrong_with_the_right_answer(client, ada):
    answer(client, wrong_option(client))
    for _ in range(3):
        answer(client)

    done = shown(client)

    assert (done.context["summary"].answered, done.context["summary"].right, done.context["summary"].new) == (4, 2, 3)
    assert f"<dt>s0, where, wording 0?</dt><dd><strong>{Review.objects.first().question.answer}" in text_of(done)


def test_htmx_gets_the_summary_alone(client, ada):
    for _ in range(3):
        answer(client)

    part = client.get(reverse("practice"), headers=HTMX)

    assert part.content.decode().strip().startswith('<section id="card"')


def test_what_is_put_away_for_a_quiz_is_not_in_the_summary(client, ada):
    for _ in range(3):
        answer(client)
    sit(ada, Review.objects.first().fact)

    assert shown(client).context["summary"].answered == 2


def test_practising_more_offers_the_units_of_what_is_studied(client, ada):
    page = client.get(reverse("practise_more"))

    unit = ada.studies.get().bank.units.get()
    assert page.status_code == 200
    assert f'href="/practice/?more=unit&amp;unit={unit.pk}"' in text_of(page)


def test_a_unit_in_which_nothing_is_asked_is_not_offered(client, ada):
    make_unit(ada.studies.get().bank, "after", "Afterwards")

    assert "Afterwards" not in text_of(client.get(reverse("practise_more")))


def test_practising_more_wants_a_login(client):
    assert client.get(reverse("practise_more")).headers["Location"] == "/accounts/login/?next=/practice/more/"


def test_practising_more_costs_the_same_number_of_queries(client, ada):
    few = queries(lambda: client.get(reverse("practise_more")))
    for key in ("two", "three"):
        make_study(ada, make_facts(2, key=key)[0].bank)

    assert queries(lambda: client.get(reverse("practise_more"))) == few
