"""The page of a learner's progress."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from questions.models import Study
from questions.progress.fading import WEEK
from questions.progress.mastery import WELL_KNOWN
from tests.factories import MONDAY, make_facts, make_learner, make_memory, make_study
from tests.progress.rows import answer, correct
from tests.web.cards import sit, text_of

pytestmark = pytest.mark.django_db

HEADINGS = [
    "What you know",
    "What would fade",
    "What comes back",
    "Do our predictions hold?",
    "When you practised",
]


def page(client):
    response = client.get(reverse("progress"))
    assert response.status_code == 200
    return response


def practised(learner, facts, *, days_ago=0, right=True, chance=0.9):
    """One answer to each fact, met before, of a quarter of a minute; each stands at its stability on Monday."""
    for fact in facts:
        day = MONDAY - timedelta(days=days_ago)
        expected = {"recall_before": chance, "success_before": chance}
        answer(learner, fact, day, right=right, milliseconds=15_000, **expected)
        make_memory(learner, fact, due=MONDAY)


def test_who_has_answered_nothing_is_told_where_to_begin(client, ada):
    text = text_of(page(client))

    assert "No answers yet" in text
    assert reverse("today") in text
    assert '<svg class="chart' not in text


def test_one_answer_fills_the_page(client, ada):
    practised(ada, ada.studies.get().bank.facts.all()[:1])

    response = page(client)

    text = text_of(response)
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", text) == HEADINGS
    assert response.context["overview"].known == 1
    assert "1 fact</strong> waits today: about 1 minute." in text
    assert "With 1 answer so far that may be chance" in text
    assert "<strong>1 minute</strong> for 1 answer" in text


def test_every_chart_has_a_name_a_description_and_its_numbers(client, ada):
    practised(ada, ada.studies.get().bank.facts.all())

    text = text_of(page(client))

    charts = re.findall(r'<svg class="chart[^>]*aria-labelledby="(\S+) (\S+)"', text)
    assert len(charts) == 4
    for title, description in charts:
        assert re.search(rf'<title id="{title}">\S', text)
        assert re.search(rf'<desc id="{description}">\S', text)
    assert text.count("The numbers of ") == 3
    assert text.count("<table") == 4


def test_shapes_have_attributes_and_classes_and_no_style(client, ada):
    practised(ada, ada.studies.get().bank.facts.all())

    text = text_of(page(client))

    assert "style=" not in text
    assert "<style" not in text


def test_predictions_that_fail_say_what_to_do(client, ada):
    """30 answers expected with 90 %, all wrong."""
    (fact, *_) = ada.studies.get().bank.facts.all()
    for number in range(30):
        day = MONDAY - timedelta(days=number)
        answer(ada, fact, day, right=False, recall_before=0.9, success_before=0.9)

    text = text_of(page(client))

    assert "we expected <strong>90</strong> to be right; <strong>0</strong> were" in text
    assert "You forget faster than expected" in text
    assert f'href="{reverse("settings")}"' in text


def test_an_undone_answer_is_no_practice(client, ada):
    correct(answer(ada, ada.studies.get().bank.facts.first(), MONDAY), "undo")

    assert "No answers yet" in text_of(page(client))


def test_a_unit_that_is_shaky_is_offered_for_practice(client, ada):
    facts = list(ada.studies.get().bank.facts.all())
    for fact in facts:
        make_memory(ada, fact, last_day=MONDAY - timedelta(days=200))

    response = page(client)

    weakest = response.context["mastery"][0].weakest
    assert weakest.recalled / weakest.met < WELL_KNOWN
    assert f"{reverse('practice')}?more=unit&amp;unit={facts[0].unit_id}" in text_of(response)


def test_the_fact_nearest_to_being_forgotten_is_one_click_away(client, ada):
    facts = ada.studies.get().bank.facts.all()
    practised(ada, facts)

    text = text_of(page(client))

    assert all(reverse("fact", args=[fact.pk]) in text for fact in facts)
    sit(ada, facts[0])
    assert reverse("fact", args=[facts[0].pk]) not in text_of(page(client))


def test_more_than_the_daily_limit_is_said_to_be_no_loss(client, ada):
    ada.due_per_day = 2
    ada.save()
    practised(ada, ada.studies.get().bank.facts.all())

    assert "Your limit is 2 a day" in text_of(page(client))


def test_a_learner_without_a_bank_is_sent_to_the_banks(client, ada):
    practised(ada, ada.studies.get().bank.facts.all())
    Study.objects.all().delete()

    assert "You study no bank at the moment" in text_of(page(client))


def test_nobody_sees_anyone_elses_figures(client, ada):
    practised(make_learner("eve"), ada.studies.get().bank.facts.all())

    assert "No answers yet" in text_of(page(client))


def test_a_stranger_is_sent_to_log_in(client):
    assert client.get(reverse("progress"))["Location"].startswith(reverse("account_login"))


def test_the_page_is_only_read(client, ada):
    assert client.post(reverse("progress")).status_code == 405


def test_the_page_is_kept_by_no_cache(client, ada):
    assert "no-store" in page(client)["Cache-Control"]


@pytest.mark.parametrize("facts", [1, 3, 60])
def test_the_page_costs_the_same_number_of_queries(client, noon, facts, django_assert_num_queries):
    learner = make_learner()
    made = make_facts(facts)
    make_study(learner, made[0].bank)
    practised(learner, made, days_ago=WEEK)
    client.force_login(learner)

    with django_assert_num_queries(15):
        client.get(reverse("progress"))
