"""What is sent to a card: late, forged, empty, huge, incomplete, with a hint, given up, judged by the learner."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.urls import reverse

from questions.models import Memory, Question, Review
from tests.factories import MONDAY, NOON, make_learner
from tests.web.cards import HTMX, answer, correct, only_asked_as, send, shown, signed_in, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def test_a_stale_answer_is_refused_with_the_card_of_now_and_the_text_kept(client, ada):
    fact = only_asked_as(ada, "typed")
    old = signed_in(shown(client))
    Memory.objects.filter(fact=fact).update(version=2)

    refused = send(client, old, answer="4 May 1871")

    assert refused.status_code == 409
    assert Review.objects.count() == 0
    assert refused.context["card"].memory_version == 2
    assert refused.context["given"] == "4 May 1871"
    assert "This answer was not counted" in refused.context["notice"]


def test_an_answer_undone_in_another_tab_is_stale(client, ada):
    page = shown(client)
    right = page.context["card"].question.answer
    send(client, signed_in(page), answer=right)
    correct(client, Review.objects.get(), "undo")

    assert send(client, signed_in(page), answer=right).status_code == 409
    assert Review.objects.count() == 1


@pytest.mark.parametrize("forged", ["", "nonsense", "eyJsIjoxfQ:1abc:xyz", "x" * 9_000, "a\0b"])
def test_a_forged_card_counts_nothing_and_keeps_the_text(client, ada, forged):
    refused = send(client, forged, answer="my own words")

    assert refused.status_code == 422
    assert Review.objects.count() == 0
    assert refused.context["notice"]
    assert "You had answered: <q>my own words</q>" in text_of(refused)


def test_somebody_else_s_card_counts_nothing(client, ada):
    stolen = signed_in(shown(client))
    eve = make_learner("eve")
    client.force_login(eve)

    assert send(client, stolen, answer="Baravik").status_code == 422
    assert Review.objects.count() == 0


def test_a_card_open_for_more_than_a_week_is_dealt_again(client, ada, noon):
    old = signed_in(shown(client))
    noon.shift(timedelta(days=8))

    refused = send(client, old, answer="Baravik")

    assert refused.status_code == 422
    assert "more than a week" in refused.context["notice"]


def test_a_fact_retired_meanwhile_counts_nothing_and_says_so(client, ada):
    page = shown(client)
    ada.studies.get().bank.facts.filter(pk=page.context["card"].fact.pk).update(retired_at=NOON)

    refused = send(client, signed_in(page), answer="Baravik")

    assert refused.status_code == 422
    assert "withdrawn" in refused.context["notice"]
    assert refused.context["card"].fact != page.context["card"].fact
    assert refused.context["given"] == ""


def test_a_fact_of_a_quiz_being_sat_is_not_answered(client, ada):
    page = shown(client)
    sit(ada, page.context["card"].fact)

    refused = send(client, signed_in(page), answer=page.context["card"].question.answer)

    assert refused.status_code == 422
    assert "part of the quiz" in refused.context["notice"]
    assert Review.objects.count() == 0


def test_an_option_that_was_not_shown_is_handed_back(client, ada):
    refused = send(client, signed_in(shown(client)), answer="Atlantis")

    assert (refused.status_code, refused.context["notice"]) == (422, "Choose one of the options.")
    assert Review.objects.count() == 0


@pytest.mark.parametrize(("given", "said"), [("", "Write an answer"), ("   ", "Write"), ("x" * 501, "at most 500")])
def test_an_empty_or_huge_answer_is_handed_back_with_its_text(client, ada, given, said):
    only_asked_as(ada, "typed")

    refused = send(client, signed_in(shown(client)), answer=given)

    assert refused.status_code == 422
    assert said in refused.context["notice"]
    assert refused.context["given"] == given
    assert Review.objects.count() == 0


def test_a_date_coarser_than_asked_is_handed_back_once(client, ada):
    only_asked_as(ada, "typed")
    back = send(client, signed_in(shown(client)), answer="May 1871")

    assert back.status_code == 200
    assert back.context["notice"] == "Right so far. Give the day too."
    assert back.context["given"] == "May 1871"
    assert Review.objects.count() == 0

    send(client, signed_in(back), answer="May 1871")
    assert Review.objects.get().outcome == "wrong"


def test_a_hint_comes_with_the_same_card_and_is_remembered(client, ada):
    only_asked_as(ada, "typed")
    page = shown(client)
    hinted = send(client, signed_in(page), act="hint", answer="May", milliseconds="1200")

    assert hinted.status_code == 200
    assert "<strong>Hint:</strong> It looks like this: 4 M·· 1···" in text_of(hinted)
    assert (hinted.context["given"], hinted.context["milliseconds"]) == ("May", 1200)
    assert hinted.context["card"].token == page.context["card"].token

    send(client, signed_in(hinted), answer="4 May 1871")
    assert Review.objects.get().hinted


def test_not_knowing_is_an_answer(client, ada):
    page = shown(client)
    verdict = client.get(send(client, signed_in(page), act="give_up").headers["Location"])

    assert Review.objects.get().gave_up
    assert verdict.context["said"].heading == "Here is the answer"
    assert "You answered" not in text_of(verdict)


PROSE = "It failed because [the ice broke far too early](cause:why)."


def test_a_flashcard_is_revealed_beside_what_was_written_and_then_judged(client, ada):
    only_asked_as(ada, "recall", PROSE)
    page = shown(client)
    assert "the ice broke" not in text_of(page)

    revealed = send(client, signed_in(page), act="reveal", written="thin ice")
    assert "the ice broke far too early" in text_of(revealed)
    assert '<p class="recall-own">thin ice</p>' in text_of(revealed)

    verdict = client.get(send(client, signed_in(revealed), answer="yes", written="thin ice").headers["Location"])
    assert (Review.objects.get().outcome, Review.objects.get().given) == ("correct", "thin ice")
    assert verdict.context["said"].heading == "You had it"
    assert verdict.context["said"].tone == "self"


def test_a_flashcard_wants_a_judgement(client, ada):
    only_asked_as(ada, "recall", PROSE)

    refused = send(client, signed_in(shown(client)), answer="perhaps", written="thin ice")

    assert refused.status_code == 422
    assert refused.context["given"] == "thin ice"
    assert Review.objects.count() == 0


@pytest.mark.parametrize(
    ("sent", "kept"), [("2500", 2500), ("", 0), ("-5", 0), ("1e9", 0), ("99999999999", 3_600_000), ("²", 0)]
)
def test_only_a_sensible_time_is_counted(client, ada, sent, kept):
    answer(client, milliseconds=sent)

    assert Review.objects.get().milliseconds == kept


def test_what_is_written_is_shown_as_text(client, ada):
    only_asked_as(ada, "typed")
    page = client.get(answer(client, "<script>alert(1)</script>").headers["Location"])

    assert "<q>&lt;script&gt;alert(1)&lt;/script&gt;</q>" in text_of(page)


def test_a_look_at_the_address_of_answering_leads_to_practice(client, ada):
    assert client.get(reverse("answer")).headers["Location"] == "/practice/"


# Logged out in mid-session


def test_an_answer_sent_after_the_login_expired_is_given_back(client, ada):
    only_asked_as(ada, "typed")
    page = shown(client)
    client.logout()

    sent = send(client, signed_in(page), answer="4 May 1871", headers={"Referer": "http://testserver/practice/"})
    assert unquote(sent.headers["Location"]) == "/accounts/login/?next=http://testserver/practice/"

    client.force_login(ada)
    back = shown(client)
    assert back.context["given"] == "4 May 1871"
    assert back.context["card"].token == page.context["card"].token
    assert back.context["notice"] == "You had been logged out. Your answer is still here; send it again."
    assert shown(client).context["given"] == ""


def test_what_was_written_to_a_flashcard_is_given_back_too(client, ada):
    only_asked_as(ada, "recall", PROSE)
    page = shown(client)
    client.logout()
    send(client, signed_in(page), act="reveal", written="thin ice")
    client.force_login(ada)

    assert shown(client).context["given"] == "thin ice"


def test_htmx_is_sent_to_the_login_page_as_a_whole(client, ada):
    page = shown(client)
    client.logout()

    headers = HTMX | {"HX-Current-URL": "http://testserver/practice/?more=next"}
    sent = send(client, signed_in(page), answer="Baravik", headers=headers)

    assert sent["HX-Redirect"] == "/accounts/login/?next=/practice/%3Fmore%3Dnext"


def test_an_answer_kept_for_one_person_is_not_shown_to_another(client, ada):
    page = shown(client)
    client.logout()
    send(client, signed_in(page), answer="Baravik")
    client.force_login(make_learner("eve"))

    assert "Baravik" not in text_of(shown(client))


def test_a_question_edited_meanwhile_is_graded_as_it_was_asked(client, ada):
    fact = only_asked_as(ada, "typed")
    page = shown(client)
    assert page.context["card"].fact == fact
    fact.questions.update(is_current=False)
    Question.objects.create(fact=fact, kind="typed", version=2, prompt="Another wording?", answer="5 May 1871")

    verdict = send(client, signed_in(page), answer="4 May 1871", headers=HTMX)

    assert verdict.context["said"].heading == "Right"
    assert Review.objects.get().question.version == 1


def test_a_day_that_ends_and_a_zone_that_changes_in_mid_session_count_once(client, ada, noon):
    page = shown(client)
    noon.shift(timedelta(hours=6))
    ada.time_zone = "Pacific/Auckland"  # seven in the morning of the next day
    ada.save()

    first = send(client, signed_in(page), answer=page.context["card"].question.answer)
    again = send(client, signed_in(page), answer=page.context["card"].question.answer)

    assert first.headers["Location"] == again.headers["Location"]
    assert [review.day for review in Review.objects.all()] == [MONDAY + timedelta(days=1)]
    ada.time_zone = "America/Los_Angeles"  # ten in the morning of the day before
    ada.save()
    assert shown(client).context["today"].done == 1
