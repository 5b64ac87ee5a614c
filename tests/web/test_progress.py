"""The page of a learner's progress."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from questions.models import Bank, DayOff, Study
from questions.practice.kept_tallies import rebuild
from questions.progress.fading import WEEK
from questions.progress.mastery import WELL_KNOWN
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory, make_study
from tests.progress.rows import answer, correct
from tests.web.cards import sit, text_of

pytestmark = pytest.mark.django_db

HEADINGS = [
    "What you know",
    "What would fade",
    "What comes back",
    "Do our predictions hold?",
    "When you practised",
    "Time spent",
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
    assert len(charts) == 5
    for title, description in charts:
        assert re.search(rf'<title id="{title}">\S', text)
        assert re.search(rf'<desc id="{description}">\S', text)
    assert text.count("The numbers of ") == 5
    assert text.count("<table") == 6


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

    with django_assert_num_queries(17):
        client.get(reverse("progress"))


def squares(text):
    return re.findall(r'<a class="(s\d[^"]*)" href="([^"]+)" aria-label="([^"]+)">', text)


def test_the_map_has_a_square_for_each_fact_that_says_how_it_stands_and_leads_to_it(client, ada):
    first, second, *_ = facts = list(ada.studies.get().bank.facts.all())
    make_memory(ada, first, rung=2, due=MONDAY)
    make_memory(ada, second, rung=0, due=MONDAY + timedelta(days=9), last_day=MONDAY)

    found = squares(text_of(page(client)))

    assert found[:3] == [
        ("s3 waits", reverse("fact", args=[first.pk]), "1: firm, 90 %, due"),
        ("s1", reverse("fact", args=[second.pk]), "2: fragile, 100 %"),
        ("s0", reverse("fact", args=[facts[2].pk]), "3: not met"),
    ]
    assert len(found) == len(facts)


def test_squares_of_an_open_quiz_lead_nowhere(client, ada):
    facts = ada.studies.get().bank.facts.all()
    practised(ada, facts)
    sit(ada, facts[0])

    text = text_of(page(client))

    assert len(squares(text)) == len(facts) - 1
    assert "1: put away while your quiz is open" in text


def said(client, statement, **headers):
    return client.get(reverse("said", args=[statement.pk]), **headers)


def test_a_statement_of_the_map_is_read_with_its_place(client, ada):
    fact = ada.studies.get().bank.facts.first()

    response = said(client, fact.statement)

    text = text_of(response)
    assert f'<mark class="soft">{fact.answer}</mark>' in text
    assert "The lake, paragraph 1" in text
    assert "<h1>The journey</h1>" in text


def test_the_map_asks_for_the_statement_alone(client, ada):
    text = text_of(said(client, ada.studies.get().bank.facts.first().statement, headers={"HX-Request": "true"}))

    assert "The lake, paragraph 1" in text
    assert "<h1" not in text


def test_a_statement_that_an_open_quiz_asks_about_is_put_away(client, ada):
    fact = ada.studies.get().bank.facts.first()
    sit(ada, fact)

    assert said(client, fact.statement).status_code == 404


def test_statements_of_someone_elses_bank_are_404(client, ada):
    fact = ada.studies.get().bank.facts.first()
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    assert said(client, fact.statement).status_code == 404


def test_a_row_of_days_with_a_planned_break_in_it_is_told(client, ada):
    (fact, *_) = ada.studies.get().bank.facts.all()
    for days_ago in (0, 1, 4, 5):
        answer(ada, fact, MONDAY - timedelta(days=days_ago), due_before=MONDAY - timedelta(days=9))
    DayOff.objects.create(learner=ada, first=MONDAY - timedelta(days=3), last=MONDAY - timedelta(days=2))

    text = text_of(page(client))

    assert "<strong>4 days in a row</strong> up to now, with 2 days off between them that do not count" in text


@pytest.mark.parametrize("settled", [False, True])
def test_a_page_read_from_the_sums_is_the_page_read_from_the_log(client, ada, settled):
    facts = list(ada.studies.get().bank.facts.all())
    for number in range(40):
        fact, days_ago = facts[number % len(facts)], 40 - number
        made = answer(
            ada, fact, MONDAY - timedelta(days=days_ago), right=number % 3 > 0, recall_before=0.8, success_before=0.9,
            is_probe=True, milliseconds=10_000,
        )  # fmt: skip
        if number % 9 == 0:
            correct(made, "undo" if number % 2 else "claim")
    if settled:
        rebuild(ada, now=NOON)

    found = page(client).context

    assert found["calendar"].answers == 38
    assert found["calendar"].streak.days == 38
    assert (found["calibration"].overall.count, found["calibration"].probes.expected_of_100) == (38, 80)
    assert found["calibration"].overall.knew_of_100 == round(
        100 * 29 / 38
    )  # 14 of 40 wrong, two of them undone, three claimed
    assert [unit.count for unit in found["calibration"].by_unit] == [38]
    assert found["time_spent"].minutes == 5
