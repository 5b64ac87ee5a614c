"""The list of facts, and the page of one fact: history, putting away, forgetting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from questions.authoring.change import Change, Log, Rewritten, change_fact
from questions.models import Bank, Correction, Memory
from tests.factories import MONDAY, NOON, make_facts, make_learner, make_memory, make_study
from tests.practice.sitting import ask
from tests.web.cards import HTMX, answer, correct, queries, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def ada(client):
    learner = make_learner()
    client.force_login(learner)
    return learner


def listed(client, **query) -> list[str]:
    page = client.get(reverse("facts"), query)
    return [row.fact.statement.key for row in page.context["rows"]]


def page_of(client, fact):
    return client.get(reverse("fact", args=[fact.pk]))


def remember_three(learner):
    """Due today; forgotten twice, coming back in a week; put away."""
    facts = make_facts(4)
    make_memory(learner, facts[0])
    make_memory(learner, facts[1], due=MONDAY + timedelta(days=7), lapse_count=2)
    make_memory(learner, facts[2], due=MONDAY + timedelta(days=9), is_suspended=True)
    return facts


def test_the_list_shows_what_was_met_with_its_state(client, ada):
    remember_three(ada)

    text = text_of(client.get(reverse("facts")))

    assert listed(client) == ["s0", "s1", "s2"]
    assert "<strong>due now</strong>" in text
    assert "comes back on 9 November 2026 · forgotten 2 times" in text
    assert "<strong>put away</strong>" in text


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ({"state": "due"}, ["s0"]),
        ({"state": "lapsed"}, ["s1"]),
        ({"state": "suspended"}, ["s2"]),
        ({"search": "camp 1"}, ["s1"]),
        ({"search": "journey", "state": "due"}, ["s0"]),
        ({"search": "atlantis"}, []),
        ({"state": "nonsense"}, ["s0", "s1", "s2"]),
    ],
)
def test_the_list_is_searched_and_filtered(client, ada, query, keys):
    remember_three(ada)

    assert listed(client, **query) == keys


def test_a_search_that_finds_nothing_says_what_to_do(client, ada):
    remember_three(ada)

    assert "Nothing found" in text_of(client.get(reverse("facts"), {"search": "atlantis"}))


def test_an_empty_list_says_how_it_fills(client, ada):
    assert "No facts met yet" in text_of(client.get(reverse("facts")))


def test_a_long_list_goes_over_pages_and_keeps_the_search(client, ada):
    for fact in make_facts(60):
        make_memory(ada, fact)

    first = client.get(reverse("facts"), {"search": "camp"})

    assert len(first.context["rows"]) == 50
    assert "60 facts, page 1 of 2" in text_of(first)
    assert 'href="?search=camp&amp;page=2"' in text_of(first)
    assert len(listed(client, search="camp", page=2)) == 10
    assert len(listed(client, page="nonsense")) == 50


def test_the_list_s_part_for_htmx(client, ada):
    part = client.get(reverse("facts"), headers=HTMX)

    assert part.content.decode().strip().startswith('<section id="facts"')


def test_facts_of_a_quiz_being_sat_are_kept_out(client, ada):
    facts = remember_three(ada)
    sit(ada, facts[0])

    assert listed(client) == ["s1", "s2"]
    assert page_of(client, facts[0]).status_code == 404


def test_the_lists_of_others_stay_theirs(client, ada):
    remember_three(make_learner("eve"))

    assert listed(client) == []


@pytest.mark.parametrize("name", ["facts", "fact"])
def test_facts_want_a_login(client, name):
    address = reverse(name, args=[1] if name == "fact" else [])

    assert client.get(address).headers["Location"] == f"/accounts/login/?next={address}"


def test_the_list_costs_the_same_number_of_queries(client, ada):
    facts = make_facts(40)
    make_memory(ada, facts[0])
    few = queries(lambda: client.get(reverse("facts")))
    for fact in facts[1:]:
        make_memory(ada, fact)

    assert queries(lambda: client.get(reverse("facts"))) == few


# One fact


def test_a_fact_shows_its_statement_its_source_and_its_history(client, ada):
    [fact] = make_facts(1)
    make_study(ada, fact.bank)
    answer(client)

    page = page_of(client, fact)

    assert f"Camp 0 stood at <mark>{fact.answer}</mark>." in text_of(page)
    assert "The lake, paragraph 1" in text_of(page)
    assert [(line.review.kind, line.said.heading) for line in page.context["history"]] == [("choice", "Right")]
    assert "It comes back on Tuesday, 3 November 2026." in text_of(page)


def test_an_undone_answer_is_not_in_the_history(client, ada):
    [fact] = make_facts(1)
    make_study(ada, fact.bank)
    answer(client)
    correct(client, ada.reviews.get(), "undo")

    assert page_of(client, fact).context["history"] == []


def test_a_fact_not_met_yet_says_so(client, ada):
    [fact] = make_facts(1)

    assert "Not met yet." in text_of(page_of(client, fact))


def test_a_fact_of_a_number_that_no_row_can_have_is_404(client, ada):
    assert client.get(reverse("fact", args=[10**25])).status_code == 404


def test_a_fact_of_a_bank_one_may_not_see_is_404(client, ada):
    [fact] = make_facts(1)
    Bank.objects.update(visibility="private")

    assert page_of(client, fact).status_code == 404
    assert client.post(reverse("suspend", args=[fact.pk])).status_code == 404
    assert client.post(reverse("forget", args=[fact.pk])).status_code == 404


def test_of_a_bank_that_was_closed_one_sees_ones_own_answers_and_no_more(client, ada):
    fact = make_facts(6)[0]
    ask(ada, fact, NOON - timedelta(days=3), right=False)
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    shown = page_of(client, fact)

    text = text_of(shown)
    assert shown.status_code == 200
    assert "Whoever keeps “Lake Orin” does not share it with you any more" in text
    assert "<dt>day answered</dt><dd>1</dd>" in text
    assert "30 Oct 2026" in text
    assert f">{fact.answer}<" not in text
    assert "Camp 0" not in text
    assert client.post(reverse("suspend", args=[fact.pk])).status_code == 404


def test_of_a_closed_bank_nobody_sees_what_they_never_answered(client, ada):
    fact, other = make_facts(6)[:2]
    ask(make_learner("bob"), fact, NOON)
    ask(ada, other, NOON)
    Bank.objects.update(visibility=Bank.Visibility.PRIVATE)

    assert page_of(client, fact).status_code == 404


def test_a_fact_says_what_changed_of_it(client, ada):
    fact = make_facts(6)[0]
    old = fact.answer
    written = Rewritten("Camp 0 stood at [Tarnholm](place:where).", options=("Ferrol", "Gorham", "Selby", "Oskin"))
    change_fact(fact, written, change=Change.ANSWER, now=NOON, log=Log(why="The map was wrong."))

    text = text_of(page_of(client, fact))

    assert f"2 November 2026: the answer was <del>{old}</del>, it is <ins>Tarnholm</ins>" in text
    assert "The map was wrong." in text


def test_a_fact_costs_the_same_number_of_queries(client, ada):
    [fact] = make_facts(1)
    make_study(ada, fact.bank)
    answer(client)
    few = queries(lambda: page_of(client, fact))
    ada.reviews.get().corrections.create(learner=ada, act="easy", made_at=NOON)
    review = ada.reviews.get()
    review.pk, review.token = None, "another"
    review.save()

    assert len(page_of(client, fact).context["history"]) == 2
    assert queries(lambda: page_of(client, fact)) == few


# Putting away and forgetting


def test_a_fact_is_put_away_and_taken_back(client, ada):
    [fact] = make_facts(1)

    away = client.post(reverse("suspend", args=[fact.pk]), {"is_suspended": "1"})
    assert (away.status_code, away.headers["Location"]) == (303, f"/facts/{fact.pk}/")
    assert Memory.objects.get().is_suspended
    told = text_of(page_of(client, fact))
    assert "You find it in My facts, among those put away." in told
    assert "Ask me this again" in told

    client.post(reverse("suspend", args=[fact.pk]), {"is_suspended": "0"})
    assert not Memory.objects.get().is_suspended


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [
        ("/practice/?more=next", "/practice/?more=next"),
        ("https://example.org/", None),
        ("//example.org", None),
        ("elsewhere", None),
        ("?", None),
    ],
)
def test_putting_away_goes_on_only_within_the_site(client, ada, wanted, goes_to):
    [fact] = make_facts(1)

    away = client.post(reverse("suspend", args=[fact.pk]), {"next": wanted})

    assert away.headers["Location"] == (goes_to or f"/facts/{fact.pk}/")


def test_a_fact_is_forgotten_and_its_history_stays(client, ada):
    [fact] = make_facts(1)
    make_study(ada, fact.bank)
    answer(client)

    client.post(reverse("forget", args=[fact.pk]))

    assert Memory.objects.get().stability is None
    assert [line.said.heading for line in page_of(client, fact).context["history"]] == ["Forgotten on purpose"]


def test_only_a_post_changes_a_fact(client, ada):
    [fact] = make_facts(1)

    assert client.get(reverse("suspend", args=[fact.pk])).status_code == 405
    assert client.get(reverse("forget", args=[fact.pk])).status_code == 405
    assert Memory.objects.count() == Correction.objects.count() == 0


def test_where_each_kind_has_a_memory_the_page_of_a_fact_says_when_it_comes_back_in_each(client, ada, settings):
    settings.MEMORY_PER = "kind"
    [fact] = make_facts(1)
    ask(ada, fact, NOON)
    ask(ada, fact, NOON + timedelta(days=2))

    text = text_of(page_of(client, fact))

    held = Memory.objects.get().kinds
    assert list(held) == ["choice"]
    due = Memory.objects.get().due
    assert f"choice: comes back on {due.day} November 2026, holds about {held['choice']['stability']:.0f} day" in text
