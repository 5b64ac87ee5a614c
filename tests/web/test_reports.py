"""The queue of reports, and what the learner sees of an answer."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Bank, Editor, Fact, Report
from tests.authoring.test_flags import report_on
from tests.factories import NOON, make_facts, make_learner
from tests.web.cards import HTMX, queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

QUEUE = reverse("reports", args=["orin"])


@pytest.fixture
def facts():
    return make_facts(3)


@pytest.fixture
def keeper(client, facts):
    person = make_learner("mira")
    bank = facts[0].bank
    bank.owner = person
    bank.save()
    client.force_login(person)
    return person


def answer_to(client, report, word="Mended, thank you.", **more):
    return client.post(reverse("answer_report", args=["orin", report.pk]), {"word": word}, **more)


def test_a_report_stands_beside_its_question_answer_and_source(client, keeper, facts):
    passage = facts[0].statement.passages.get()
    passage.text = "Nobody knows when the camp was left."
    passage.save()
    report_on(facts[0], make_learner(), note="Which camp?", given="Barness")

    page = text_of(client.get(QUEUE))

    for said in ("Which camp?", "Barness", facts[0].answer, "The lake, paragraph 1", "Nobody knows when"):
        assert said in page
    assert "ada" not in page


def test_the_bank_shows_its_keeper_how_many_wait(client, keeper, facts):
    report_on(facts[0], make_learner())

    assert f'href="{QUEUE}">1 report to answer</a>' in text_of(client.get("/banks/orin/"))


@pytest.mark.parametrize("address", ["/today/", "/banks/"])
def test_the_day_and_the_list_of_banks_lead_their_keeper_to_it(client, keeper, facts, address):
    report_on(facts[0], make_learner())

    way = f'<a class="button" href="{QUEUE}">1 report to answer'
    assert way in text_of(client.get(address))
    client.force_login(make_learner("eve"))
    assert way not in text_of(client.get(address))


def test_an_answer_is_kept_and_the_queue_is_shown_again(client, keeper, facts):
    found = report_on(facts[0], make_learner())

    sent = answer_to(client, found)

    assert (sent.status_code, sent.headers["Location"]) == (303, QUEUE)
    assert Report.objects.get().resolution == "Mended, thank you."
    assert "Nothing waits for an answer" in text_of(client.get(QUEUE))


def test_whoever_changes_a_reported_fact_comes_back_with_a_word_to_send(client, keeper, facts):
    found = report_on(facts[0], make_learner())
    change = f"{reverse('change_fact', args=['orin', facts[0].pk])}?report={found.pk}"
    assert f'href="{change}"' in text_of(client.get(QUEUE))
    given = {"text": "Camp 0 was at [Tarnholm](place:where).", "options": "Ferrol\nGorham\nSelby", "change": "answer"}

    sent = client.post(change, given)

    assert (sent.status_code, sent.headers["Location"]) == (303, f"{QUEUE}?mended={found.pk}#report-{found.pk}")
    assert "Thank you. It is mended: the answer is “Tarnholm” now.</textarea>" in text_of(client.get(sent.url))


def test_what_a_student_calls_right_is_accepted_too_by_two_presses(client, keeper, facts):
    found = report_on(facts[0], make_learner(), reason="mine_right", given="Tarn & Holm")
    change = f"{reverse('change_fact', args=['orin', facts[0].pk])}?report={found.pk}"
    assert f'href="{change}&amp;accept=Tarn%20%26%20Holm"' in text_of(client.get(QUEUE))

    form = client.get(f"{change}&accept=Tarn%20%26%20Holm").context["form"]

    assert (form["accepted"].value(), form["change"].value()) == ("Tarn & Holm", "wording")


def test_what_has_been_accepted_since_is_not_offered_again(client, keeper, facts):
    report_on(facts[0], make_learner(), reason="mine_right", given="Tarn & Holm")
    Fact.objects.filter(pk=facts[0].pk).update(accepted=["tarn and Holm"])

    assert "accept=" not in text_of(client.get(QUEUE))


def test_an_editor_can_change_what_is_reported_and_an_administrator_cannot(client, keeper, facts):
    report_on(facts[0], make_learner())
    tova, root = make_learner("tova"), make_learner("root", is_staff=True)
    Editor.objects.create(bank=facts[0].bank, person=tova, invited_at=NOON)
    Bank.objects.update(visibility="public")

    for person, may in ((tova, True), (root, False)):
        client.force_login(person)
        assert ("Change the fact" in text_of(client.get(QUEUE))) is may


def test_htmx_gets_the_answered_report_alone(client, keeper, facts):
    page = text_of(answer_to(client, report_on(facts[0], make_learner()), headers=HTMX))

    assert page.strip().startswith("<article")
    assert "The student sees it" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_answer_without_words_is_asked_for_again(client, keeper, facts, headers):
    sent = answer_to(client, report_on(facts[0], make_learner()), "", headers=headers)

    assert sent.status_code == 422
    assert "This field is required" in text_of(sent)


def test_the_learner_reads_the_answer_on_the_page_of_the_day(client, keeper, facts):
    ada = make_learner()
    answer_to(client, report_on(facts[0], ada))

    client.force_login(ada)

    assert "<q>Mended, thank you.</q>" in text_of(client.get(reverse("today")))


def test_others_have_no_queue(client, facts):
    found = report_on(facts[0], make_learner())
    client.force_login(make_learner("eve"))

    assert client.get(QUEUE).status_code == answer_to(client, found).status_code == 404


def test_a_report_of_another_bank_is_404(client, keeper):
    assert answer_to(client, report_on(make_facts(1, key="baikal")[0], make_learner())).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_number_of_queries(client, keeper, facts, count):
    ada = make_learner()
    for fact in facts[:count]:
        report_on(fact, ada)

    assert queries(lambda: client.get(QUEUE)) == 6  # session, person, bank, waiting, their places, answered
