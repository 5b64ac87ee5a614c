"""Packages of whole banks, judged by the real Anki."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from questions.exchange.anki_export import export_bank
from questions.models import Fact, Statement
from tests.exchange.anki_judge import Judge
from tests.exchange.samples import NOW, ashby, large_bank
from tests.factories import add_statement, make_bank, make_unit

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.django_db, pytest.mark.anki]
STYLES = pytest.mark.parametrize("style", ["basic", "cloze", "typed"])


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return Judge(tmp_path)


@STYLES
def test_imported_twice_all_is_new_then_nothing(judge, style):
    content = export_bank(ashby(), style=style, now=NOW).content

    assert judge.imports(content) == {"new": 6}
    assert judge.imports(content) == {"duplicate": 6}
    assert judge.objections() == []


@STYLES
def test_after_an_edit_only_the_edited_is_updated(judge, style):
    bank = ashby()
    judge.imports(export_bank(bank, style=style, now=NOW).content)
    Statement.objects.filter(key="names").update(explanation="A kettle was their sign.")
    Fact.objects.filter(statement__key="names").update(changed_at=NOW)

    later = export_bank(bank, style=style, now=NOW + timedelta(days=1)).content

    assert judge.imports(later) == {"updated": 2, "duplicate": 4}
    assert judge.note("ashby/names/payer")["Explanation"] == "A kettle was their sign."
    assert judge.objections() == []


def test_a_fact_that_is_new_is_added_and_one_that_is_gone_stays(judge):
    bank = ashby()
    judge.imports(export_bank(bank, now=NOW).content)
    Fact.objects.filter(key="ashby/lake/who").update(retired_at=NOW)
    add_statement(bank.units.get(key="money"), "They sailed in [May](date:month).", "sail")

    package = export_bank(bank, now=NOW + timedelta(days=1))

    assert package.report.notes == 6
    assert judge.imports(package.content) == {"new": 1, "duplicate": 5}
    assert len(judge.notes()) == 7


def test_a_plain_card_asks_the_prompt_and_tells_all(judge):
    judge.imports(export_bank(ashby(), now=NOW).content)

    front, back = judge.shown("ashby/delay/why")

    assert front == "delay, why, wording 0?"
    assert back == (
        "delay, why, wording 0? the mules had eaten the only map "
        "The expedition came late because the mules had eaten the only map. The mules were never blamed. "
        "M. Field: A Short History of The Ashby expedition, 1990. The lake, paragraph 2"
    )


def test_a_cloze_card_leaves_one_gap(judge):
    judge.imports(export_bank(ashby(), style="cloze", now=NOW).content)

    assert judge.shown("ashby/lake/who")[0] == "In 1871 the [...] expedition reached Lake Orin."
    assert judge.shown("ashby/lake/who")[1].startswith("In 1871 the Ashby expedition reached Lake Orin.")


def test_a_typed_card_has_a_field_for_its_answer(judge):
    judge.imports(export_bank(ashby(), style="typed", now=NOW).content)

    assert judge.shown("ashby/lake/who")[0] == "lake, who, wording 0?[[type:Answer]]"


@pytest.mark.parametrize("style", ["typed", "cloze"])
def test_a_long_answer_stays_a_plain_card(style):
    assert export_bank(ashby(), style=style, now=NOW).report.styles == {"basic": 1, style: 5}


NASTY = "<b>&amp; {{c1::a}} {{Answer}} [sound:a.mp3] \\(x\\) <script>boom()</script> “q” \x1f\x07"


@STYLES
def test_texts_are_shown_letter_by_letter(judge, style):
    bank = make_bank("nasty", "Nasty::bank", description=NASTY)
    unit = make_unit(bank, "unit", "One::two {{x}}")
    nasty = NASTY.replace("[", "(").replace("]", ")")
    facts = add_statement(unit, f"{nasty} it is [a::b <c> {{{{d}}}}](term:what), so {nasty}.", "odd", explanation=NASTY)
    facts[0].accepted = [NASTY, "::"]
    facts[0].save()

    assert judge.imports(export_bank(bank, style=style, now=NOW).content) == {"new": 1}

    seen = "<b>&amp; {{c1::a}} {{Answer}} (sound:a.mp3) \\(x\\) <script>boom()</script> “q”"
    back = judge.shown("nasty/odd/what")[1]
    assert f"{seen} it is a::b <c> {{{{d}}}}, so {seen} ." in back
    assert "Also right: <b>&amp; {{c1::a}} {{Answer}} [sound:a.mp3] \\(x\\)" in back
    assert [name.name for name in judge.col.decks.all_names_and_ids()] == [
        "Default",
        "Nasty: :bank",
        "Nasty: :bank::1 One: :two {{x}}",
    ]
    assert judge.objections() == []


def test_units_are_subdecks_in_order(judge):
    judge.imports(export_bank(ashby(), now=NOW).content)

    assert [deck.name for deck in judge.col.decks.all_names_and_ids()] == [
        "Default",
        "The Ashby expedition",
        "The Ashby expedition::1 The journey",
        "The Ashby expedition::2 Who paid",
    ]
    assert judge.note("ashby/names/boats").tags == ["recollect::ashby::money"]


def test_one_unit_goes_alone_and_the_whole_joins_it_later(judge):
    bank = ashby()
    money = export_bank(bank, units=[bank.units.get(key="money")], now=NOW)

    assert (money.file_name, money.report.notes) == ("ashby-money.apkg", 2)
    assert judge.imports(money.content) == {"new": 2}
    assert judge.imports(export_bank(bank, now=NOW + timedelta(hours=1)).content) == {"new": 4, "duplicate": 2}
    assert judge.objections() == []


def test_new_cards_come_with_siblings_far_apart(judge):
    """30 facts of ten statements: whoever learns them in Anki's order meets nine others between two of a statement."""
    bank = make_bank()
    unit = make_unit(bank)
    for n in range(10):
        add_statement(unit, f"[A{n}](term:a) is [B{n}](term:b) and [C{n}](term:c).")

    judge.imports(export_bank(bank, now=NOW).content)

    cards = sorted((judge.col.get_card(card) for card in judge.col.find_cards("")), key=lambda card: card.due)
    assert [card.note()["Key"] for card in cards] == [f"orin/s{n}/{blank}" for blank in "abc" for n in range(10)]
    assert [card.due for card in cards] == list(range(1, 31))


def test_facts_held_back_stay_here(judge):
    bank = ashby()
    held = set(Fact.objects.filter(statement__key="names").values_list("pk", flat=True))

    assert export_bank(bank, without=held, now=NOW).report.notes == 4


def test_a_fact_without_a_question_is_counted_as_left_out():
    bank = ashby()
    Fact.objects.get(key="ashby/lake/who").questions.all().delete()

    report = export_bank(bank, now=NOW).report

    assert (report.notes, report.left_out) == (5, 1)


def test_an_empty_bank_is_a_package_without_notes(judge):
    package = export_bank(make_bank(), now=NOW)

    assert package.report.notes == 0
    assert judge.imports(package.content) == {}


def test_the_same_rows_give_the_same_bytes():
    bank = ashby()

    assert export_bank(bank, now=NOW).content == export_bank(bank, now=NOW).content


@pytest.mark.parametrize("facts", [3, 30, 300])
def test_an_export_costs_the_same_number_of_queries(facts, django_assert_num_queries):
    bank = large_bank(facts)

    with django_assert_num_queries(5):
        package = export_bank(bank, now=NOW)

    assert package.report.notes == facts


def test_the_report_is_plain_numbers():
    package = export_bank(ashby(), style="cloze", now=NOW)

    assert json.loads(json.dumps(package.report.styles)) == {"basic": 1, "cloze": 5}
    assert package.report.bytes == len(package.content)
    assert package.file_name == "ashby.apkg"
