"""The page of a bank's facts: found by unit and words, moved to another unit and back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.models import Bank, Fact, Statement
from tests.authoring.drafted import add_four, make_desk
from tests.factories import add_statement, make_learner, make_unit
from tests.web.cards import queries, text_of

pytestmark = pytest.mark.django_db
PAGE = reverse("bank_facts", args=["lake"])
MOVE = reverse("move_facts", args=["lake"])


@pytest.fixture
def bank(client):
    owner = make_learner("mira")
    client.force_login(owner)
    bank = make_desk(owner)
    after = make_unit(bank, "after", "Afterwards")
    for name in ("Selby", "Oskin", "Gorham"):
        add_statement(bank.units.first(), f"[{name}](place:b1) lay by the lake.", name.lower())
    add_statement(after, "[Ferrol](place:b1) lay far off.", "ferrol")
    return bank


def units(bank: Bank) -> dict[str, list[str]]:
    return {
        one.key: list(Statement.objects.filter(unit=one).order_by("position").values_list("key", flat=True))
        for one in bank.units.current()
    }


def test_it_shows_what_the_bank_says_by_unit_and_finds_words(client, bank):
    whole = text_of(client.get(PAGE))
    assert [name in whole for name in ("</mark> lay by the lake.", "</mark> lay far off.")] == [True, True]

    found = text_of(client.get(PAGE, {"search": "far off"}))
    assert [name in found for name in ("</mark> lay by the lake.", "</mark> lay far off.")] == [False, True]
    found = text_of(client.get(PAGE, {"unit": bank.units.first().pk}))
    assert [name in found for name in ("</mark> lay by the lake.", "</mark> lay far off.")] == [True, False]
    assert "Nothing found" in text_of(client.get(PAGE, {"search": "balloon"}))


def test_the_ticked_go_to_another_unit_and_come_back(client, bank):
    after = bank.units.get(key="after")
    ticked = list(Statement.objects.filter(key__in=["selby", "gorham"]).values_list("pk", flat=True))
    keys = set(Fact.objects.values_list("key", flat=True))

    page = client.post(f"{MOVE}?search=lake", {"statements": ticked, "unit": after.pk}, follow=True)

    assert page.redirect_chain == [(f"{PAGE}?search=lake", 303)]
    assert "Moved 2 statements to “Afterwards”. Undo takes it back." in text_of(page)
    assert units(bank) == {"journey": ["oskin"], "after": ["selby", "gorham", "ferrol"]}
    assert set(Fact.objects.values_list("key", flat=True)) == keys

    page = client.post(reverse("undo_desk", args=["lake"]), {"to": "facts"}, follow=True)

    assert page.redirect_chain == [(PAGE, 303)]
    assert units(bank) == {"journey": ["selby", "oskin", "gorham"], "after": ["ferrol"]}


def test_all_that_were_found_go_together(client, bank):
    after, journey = bank.units.get(key="after"), bank.units.get(key="journey")

    client.post(f"{MOVE}?unit={journey.pk}", {"every": "1", "unit": after.pk})

    assert units(bank) == {"journey": [], "after": ["selby", "oskin", "gorham", "ferrol"]}


@pytest.mark.parametrize("sent", [{}, {"statements": ["9" * 30]}, {"every": "1", "unit": "9" * 30}])
def test_what_makes_no_sense_is_said_and_moves_nothing(client, bank, sent):
    before = units(bank)

    page = client.post(MOVE, {"unit": bank.units.get(key="after").pk} | sent, follow=True)

    assert "Tick the statements to move and choose the unit they go to." in text_of(page)
    assert units(bank) == before


def test_statements_and_units_of_another_bank_are_refused(client, bank):
    other = make_desk(make_learner("ben"), "moor")
    add_statement(other.units.first(), "[Tarn](place:b1) is a moor.", "tarn")

    theirs = Statement.objects.get(key="tarn").pk
    client.post(MOVE, {"statements": [theirs], "unit": bank.units.first().pk})
    client.post(MOVE, {"statements": [Statement.objects.get(key="selby").pk], "unit": other.units.first().pk})

    assert units(other) == {"journey": ["tarn"]}
    assert units(bank)["journey"] == ["selby", "oskin", "gorham"]


def test_it_is_404_for_others(client, bank):
    client.force_login(make_learner("ben"))

    assert client.get(PAGE).status_code == 404
    assert client.post(MOVE, {"every": "1", "unit": bank.units.first().pk}).status_code == 404


def test_a_long_list_costs_the_same_queries(client, bank):
    few = queries(lambda: client.get(PAGE))
    for number in range(120):
        add_statement(bank.units.first(), f"[Camp {number}](place:b1) stood there.", f"c{number}")

    assert queries(lambda: client.get(PAGE)) == few
    assert "124 statements, page 1 of 2" in text_of(client.get(PAGE))


def test_a_unit_that_holds_drafts_is_not_offered_for_removal(client):
    owner = make_learner("mira")
    client.force_login(owner)
    bank = make_desk(owner)
    add_four(bank)
    after = make_unit(bank, "after", "Afterwards")
    address = reverse("desk_units", args=["lake"])

    page = text_of(client.get(address))

    assert "4 drafts to review</a>. To remove the unit, move them first." in page
    assert [f'Remove<span class="visually-hidden">: {name}' in page for name in ("The journey", "Afterwards")] == [
        False,
        True,
    ]
    bank.drafts.update(unit=after)
    page = text_of(client.get(address))
    assert [f'Remove<span class="visually-hidden">: {name}' in page for name in ("The journey", "Afterwards")] == [
        True,
        False,
    ]
