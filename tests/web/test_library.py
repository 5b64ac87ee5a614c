"""Banks and units: who sees which, what they say, taking one up, and what an open quiz puts away."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Bank, Course, Membership, Study
from tests.factories import (
    NOON,
    add_statement,
    make_bank,
    make_facts,
    make_learner,
    make_memory,
    make_study,
    make_unit,
)
from tests.web.cards import HTMX, queries, sit, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

LAKE = reverse("bank", args=["orin"])
JOURNEY = reverse("unit", args=["orin", "journey"])
TAKE_UP = reverse("study", args=["orin"])


@pytest.fixture
def learner(client):
    person = make_learner()
    client.force_login(person)
    return person


def private_to(owner: object) -> Bank:
    return make_bank("secret", "Secret notes", visibility=Bank.Visibility.PRIVATE, owner=owner)


# The list of banks


def test_the_banks_are_listed_with_what_has_been_met(client, learner):
    first, *_ = make_facts(3)
    make_memory(learner, first)

    page = text_of(client.get("/banks/"))

    assert 'href="/banks/orin/">Lake Orin</a>' in page
    assert "3 facts · after M. Field" in page
    assert "1 of 3 met" in page


def test_what_others_have_met_is_not_counted(client, learner):
    make_memory(make_learner("eve"), make_facts(3)[0])

    assert "met</p>" not in text_of(client.get("/banks/"))


def test_a_private_bank_is_listed_for_its_owner_alone(client, learner):
    private_to(make_learner("eve"))

    assert "Secret notes" not in text_of(client.get("/banks/"))


def test_without_banks_the_page_says_how_they_come(client, learner):
    assert "load_banks" in text_of(client.get("/banks/"))


def test_the_banks_want_a_login(client):
    assert client.get("/banks/").headers["Location"] == "/accounts/login/?next=/banks/"


def test_htmx_gets_the_page_of_banks_as_a_page(client, learner):
    assert "<title>Banks" in text_of(client.get("/banks/", headers=HTMX))


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_number_of_queries(client, learner, count):
    for number in range(count):
        make_facts(2, key=f"bank{number}")

    assert queries(lambda: client.get("/banks/")) == 3  # session, person, banks


# One bank


def test_a_bank_shows_its_units_and_where_it_comes_from(client, learner):
    make_facts(3)

    page = text_of(client.get(LAKE))

    assert "After M. Field: <cite>A Short History of Lake Orin</cite>, 1990." in page
    assert f'href="{JOURNEY}">The journey</a>' in page
    assert "0 of 3 met" in page


def test_somebody_elses_private_bank_is_404(client, learner):
    private_to(make_learner("eve"))

    assert client.get(reverse("bank", args=["secret"])).status_code == 404
    assert client.post(reverse("study", args=["secret"]), {"new_per_day": 5}).status_code == 404
    assert client.get(reverse("unit", args=["secret", "journey"])).status_code == 404
    assert not Study.objects.exists()


def test_a_bank_shared_with_a_course_is_there_for_its_people(client, learner):
    bank = make_bank("shared", "Shared notes", visibility=Bank.Visibility.COURSE)
    course = Course.objects.create(title="History", created_at=NOON)
    course.banks.add(bank)
    place = Membership.objects.create(course=course, person=learner, role="student", joined_at=NOON)

    assert client.get(reverse("bank", args=["shared"])).status_code == 200
    place.removed_at = NOON
    place.save()
    assert client.get(reverse("bank", args=["shared"])).status_code == 404


def test_a_unit_in_which_nothing_is_asked_yet_is_named_to_its_editor_alone(client, learner):
    bank = make_bank()
    add_statement(make_unit(bank), "The camp stood at [Orin](place:where).")
    make_unit(bank, "after", "Afterwards")

    assert "Afterwards" not in text_of(client.get(LAKE)).split('id="units-head"')[1]
    bank.owner = learner
    bank.save()
    assert "Nothing accepted yet in Afterwards." in text_of(client.get(LAKE))


@pytest.mark.parametrize("count", [1, 9])
def test_a_bank_costs_the_same_number_of_queries(client, learner, count):
    bank = make_bank()
    for number in range(count):
        add_statement(make_unit(bank, f"u{number}"), f"Camp {number} stood at [Orin {number}](place:where).")

    assert queries(lambda: client.get(LAKE)) == 8  # session, person, bank, study, units twice, own banks, editors


# Taking it up


def test_a_bank_is_taken_up(client, learner):
    make_facts(3)

    response = client.post(TAKE_UP, {"new_per_day": "7"}, follow=True)

    study = Study.objects.get()
    assert (study.learner, study.bank.key, study.new_per_day, study.is_paused) == (learner, "orin", 7, False)
    assert response.redirect_chain == [(LAKE, 303)]
    assert "You study this bank" in text_of(response)


def test_a_study_keeps_to_the_ticked_units(client, learner):
    bank = make_bank()
    first, _ = make_unit(bank), make_unit(bank, "return", "The return")

    client.post(TAKE_UP, {"new_per_day": "7", "units": [first.pk]})

    assert list(Study.objects.get().units.all()) == [first]
    assert "Only some units" in text_of(client.get(LAKE))


def test_a_unit_whose_number_no_row_can_have_is_sent_back(client, learner):
    make_unit(make_bank())

    response = client.post(TAKE_UP, {"new_per_day": "7", "units": [str(2**63)]})

    assert response.status_code == 422
    assert not Study.objects.exists()


def test_a_study_is_paused_and_goes_on(client, learner):
    make_facts(1)
    client.post(TAKE_UP, {"new_per_day": "7"})

    client.post(TAKE_UP, {"new_per_day": "7", "pause": "1"})
    assert Study.objects.get().is_paused

    client.post(TAKE_UP, {"new_per_day": "7", "pause": "0"})
    assert not Study.objects.get().is_paused


@pytest.mark.parametrize(
    "sent", [{"new_per_day": "-1"}, {"new_per_day": "201"}, {}, {"new_per_day": "5", "units": "99"}]
)
def test_nonsense_is_handed_back_and_nothing_is_taken_up(client, learner, sent):
    make_facts(1)

    assert client.post(TAKE_UP, sent).status_code == 422
    assert not Study.objects.exists()


def test_a_look_at_the_address_takes_nothing_up(client, learner):
    make_facts(1)

    assert client.get(TAKE_UP).status_code == 405


def test_taking_up_wants_a_login(client):
    make_facts(1)

    assert client.post(TAKE_UP, {"new_per_day": "5"}).headers["Location"] == "/accounts/login/?next=/"
    assert not Study.objects.exists()


# Reading a unit


def test_a_unit_is_read_in_order_with_its_facts_marked_and_cited(client, learner):
    unit = make_unit(make_bank())
    add_statement(unit, "The boats came to [Lake Orin](place:lake) in [1871](date:when).", explanation="In May.")
    add_statement(unit, "They left again.")

    page = text_of(client.get(JOURNEY))

    assert (
        'came to <mark class="soft">Lake Orin</mark> in <mark class="soft">1871</mark>.</p> '
        '<p class="explanation">In May.</p> <p class="citation">The lake, paragraph 1</p>'
    ) in page
    assert page.index("The boats came") < page.index("They left again.")


def test_a_unit_leads_to_its_neighbours(client, learner):
    bank = make_bank()
    for key in ("first", "second", "third"):
        make_unit(bank, key, key.title())

    response = client.get(reverse("unit", args=["orin", "second"]))

    assert (response.context["previous"].key, response.context["next"].key) == ("first", "third")


@pytest.mark.parametrize("retired", ["never-there", "old"])
def test_a_unit_that_is_not_there_is_404(client, learner, retired):
    unit = make_unit(make_bank(), "old")
    unit.retired_at = NOON
    unit.save()

    assert client.get(reverse("unit", args=["orin", retired])).status_code == 404


def test_what_an_open_quiz_asks_is_put_away(client, learner):
    first, second, _ = make_facts(3)
    sit(learner, first)

    page = text_of(client.get(JOURNEY))

    assert "1 statement of this unit is put away while your quiz is open." in page
    assert first.answer not in page
    assert second.answer in page


def test_somebody_elses_quiz_puts_nothing_away(client, learner):
    first, *_ = make_facts(3)
    sit(make_learner("eve"), first)

    assert first.answer in text_of(client.get(JOURNEY))


@pytest.mark.parametrize("count", [1, 40])
def test_reading_costs_the_same_number_of_queries(client, learner, count):
    make_facts(count)
    make_study(learner, Bank.objects.get())

    assert queries(lambda: client.get(JOURNEY)) == 8  # session, person, bank, units, unit, statements, places, count
