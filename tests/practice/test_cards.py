"""Cards: drawn by a seed, signed without the answer, refused when they are no longer what was dealt."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core import signing

from questions.models import Memory, Question, Review
from questions.practice.cards import SALT, BadCard, cloze_first_letter, draw, hint_of, open_card, sign
from questions.vocabulary import Kind
from tests.factories import MONDAY, NOON, add_statement, make_bank, make_facts, make_learner, make_memory, make_unit

from .sitting import ask, at

pytestmark = pytest.mark.django_db

NO_PROBE = "next"
"""Extra practice holds no probes, so that a card's kind is its rung's."""
LONG = "the mules had eaten the only map of it"


def prose_fact():
    return add_statement(make_unit(make_bank()), f"They came late because [{LONG}](cause:why).")[0]


def test_a_reload_shows_the_same_card(learner):
    [fact] = make_facts(1)

    assert draw(learner, fact, now=NOON) == draw(learner, fact, now=at(seconds=500))


def test_drawing_a_card_makes_nothing(learner):
    [fact] = make_facts(1)

    draw(learner, fact, now=NOON)

    assert (Memory.objects.count(), Review.objects.count()) == (0, 0)


def test_every_answer_makes_another_card(learner):
    [fact] = make_facts(1)
    first = draw(learner, fact, now=NOON)
    ask(learner, fact, NOON)

    second = draw(learner, fact, now=at(seconds=9))

    assert (first.memory_version, second.memory_version) == (0, 1)
    assert first.token != second.token


def test_a_choice_shows_the_answer_and_two_of_the_pool(learner):
    [fact] = make_facts(1, kinds={Kind.CHOICE})

    card = draw(learner, fact, now=NOON)

    assert len(card.options) == len(set(card.options)) == 3
    assert fact.answer in card.options
    assert set(card.options) - {fact.answer} <= set(card.question.distractors)


def test_every_option_and_every_place_gets_its_turn(learner):
    facts = make_facts(150, kinds={Kind.CHOICE})
    cards = [draw(learner, fact, now=NOON) for fact in facts]

    places = Counter(card.options.index(card.question.answer) for card in cards)
    shown = Counter(option[-1] for card in cards for option in card.options if option != card.question.answer)

    assert min(places.values()) > 30  # a third of 150 is 50, four standard deviations are 23
    assert set(shown) == {"0", "1", "2", "3"}
    assert min(shown.values()) > 50  # a quarter of 300 is 75


def test_two_learners_have_cards_of_their_own(learner):
    facts, other = make_facts(20), make_learner("bo")

    mine = [draw(learner, fact, now=NOON).options for fact in facts]
    theirs = [draw(other, fact, now=NOON).options for fact in facts]

    assert mine != theirs


def test_wordings_alternate(learner):
    [fact] = make_facts(1, kinds={Kind.CHOICE})

    wordings = []
    for day in range(4):
        wordings.append(draw(learner, fact, now=at(day)).question.wording)
        ask(learner, fact, at(day))

    assert wordings == [0, 1, 0, 1]


def test_the_signed_value_never_says_which_option_is_right(learner):
    [fact] = make_facts(1)
    card = draw(learner, fact, now=NOON)

    carried = signing.loads(sign(card), salt=SALT)

    assert set(carried) == set("lfqopvtxhar")
    assert [value for key, value in carried.items() if key != "o" and fact.answer in str(value)] == []


def test_a_typed_answer_is_nowhere_in_the_signed_value(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})

    carried = signing.loads(sign(draw(learner, fact, now=NOON)), salt=SALT)

    assert fact.answer not in str(carried)


@pytest.mark.parametrize("more", [{}, {"hinted": True}, {"asked_again": True}, {"extra": "unit:3"}])
def test_what_was_signed_is_read_back_whole(learner, more):
    [fact] = make_facts(1)
    card = replace(draw(learner, fact, now=NOON), **more)

    assert open_card(sign(card), learner) == card


def test_a_card_changed_on_its_way_is_refused(learner):
    [fact] = make_facts(1)
    signed = sign(draw(learner, fact, now=NOON))

    for forged in ("", "nonsense", signed[:-1], "A" + signed, signed.replace(":", "x", 1)):
        with pytest.raises(BadCard, match="not dealt by this site"):
            open_card(forged, learner)


def test_a_value_signed_for_something_else_is_no_card(learner):
    with pytest.raises(BadCard, match="not dealt by this site"):
        open_card(signing.dumps({"l": learner.pk}, salt="other"), learner)


def test_a_card_signed_by_an_older_site_is_no_card(learner):
    with pytest.raises(BadCard, match="not dealt by this site"):
        open_card(signing.dumps({"l": learner.pk}, salt=SALT), learner)


def test_someone_elses_card_is_refused(learner):
    [fact] = make_facts(1)

    with pytest.raises(BadCard, match="somebody else"):
        open_card(sign(draw(learner, fact, now=NOON)), make_learner("bo"))


def test_a_card_that_lay_open_for_more_than_a_week_is_refused(learner):
    [fact] = make_facts(1)
    with time_machine.travel(NOON, tick=False):
        signed = sign(draw(learner, fact, now=NOON))

    with time_machine.travel(NOON + timedelta(days=6), tick=False):
        assert open_card(signed, learner).fact == fact
    with time_machine.travel(NOON + timedelta(days=8), tick=False), pytest.raises(BadCard, match="more than a week"):
        open_card(signed, learner)


def test_a_fact_retired_meanwhile_is_refused(learner):
    [fact] = make_facts(1)
    signed = sign(draw(learner, fact, now=NOON))
    fact.retired_at = NOON
    fact.save()

    with pytest.raises(BadCard, match="withdrawn"):
        open_card(signed, learner)


def test_a_question_reworded_meanwhile_is_still_the_one_that_was_asked(learner):
    [fact] = make_facts(1)
    card = draw(learner, fact, now=NOON)
    Question.objects.filter(fact=fact).update(is_current=False)
    Question.objects.create(fact=fact, kind=Kind.TYPED, version=2, prompt="And now?", answer=fact.answer)

    assert open_card(sign(card), learner).question == card.question


def test_a_fact_without_a_question_has_no_card(learner):
    [fact] = make_facts(1)
    fact.questions.update(is_current=False)

    with pytest.raises(BadCard, match="withdrawn"):
        draw(learner, fact, now=NOON)


def test_one_card_in_twenty_of_facts_met_before_is_a_probe(learner):
    facts = make_facts(300)
    for fact in facts:
        make_memory(learner, fact)
    cards = [draw(learner, fact, now=NOON) for fact in facts]

    probes = [card for card in cards if card.is_probe]

    assert 1 <= len(probes) <= 30  # 15 expected, four standard deviations are 15
    assert {card.kind for card in probes} == {Kind.TYPED}
    assert {card.kind for card in cards if not card.is_probe} == {Kind.CHOICE}


def test_whether_a_card_is_a_probe_does_not_depend_on_the_state(learner):
    facts = make_facts(100)
    for fact in facts:
        make_memory(learner, fact)
    before = [draw(learner, fact, now=NOON).is_probe for fact in facts]
    Memory.objects.update(stability=300.0, difficulty=9.0, rung=2)

    assert [draw(learner, fact, now=NOON).is_probe for fact in facts] == before


def test_nothing_new_nothing_repeated_nothing_extra_and_nothing_guessable_is_a_probe(learner):
    facts = make_facts(60)
    new = [draw(learner, fact, now=NOON) for fact in facts]
    for fact in facts:
        make_memory(learner, fact, due=MONDAY, last_day=MONDAY)
    repeated = [draw(learner, fact, now=NOON) for fact in facts]
    Memory.objects.update(last_day=MONDAY - timedelta(days=10))
    extra = [draw(learner, fact, now=NOON, extra="next") for fact in facts]
    Question.objects.exclude(kind=Kind.CHOICE).update(is_current=False)
    only_choices = [draw(learner, fact, now=NOON) for fact in facts]

    assert [card for card in new + repeated + extra + only_choices if card.is_probe] == []


@pytest.mark.parametrize(("rung", "kind", "letter"), [(0, Kind.CHOICE, ""), (1, Kind.CLOZE, "B"), (2, Kind.TYPED, "")])
def test_each_rung_has_its_kind_and_a_cloze_its_first_letter(learner, rung, kind, letter):
    [fact] = make_facts(1)  # Baravik
    make_memory(learner, fact, rung=rung)

    card = draw(learner, fact, now=NOON, extra=NO_PROBE)

    assert (card.kind, cloze_first_letter(card)) == (kind, letter)


def test_a_cloze_on_the_top_rung_and_a_number_show_no_letter(learner):
    [fact] = make_facts(1, kinds={Kind.CLOZE})
    make_memory(learner, fact, rung=2)
    [year] = add_statement(fact.unit, "They came in [1871](date:when).", kinds={Kind.CLOZE})

    assert cloze_first_letter(draw(learner, fact, now=NOON, extra=NO_PROBE)) == ""
    assert cloze_first_letter(draw(learner, year, now=NOON)) == ""


def test_a_late_review_is_asked_one_rung_easier(learner):
    [fact] = make_facts(1)
    make_memory(learner, fact, rung=2, stability=1.0, last_day=MONDAY - timedelta(days=300))

    assert draw(learner, fact, now=NOON, extra=NO_PROBE).kind == Kind.CLOZE


def test_hints_begin_the_answer_and_never_give_it_away(learner):
    [place] = make_facts(1)
    make_memory(learner, place, rung=2)
    prose = prose_fact_in(place)
    make_memory(learner, prose, rung=2)

    assert hint_of(draw(learner, place, now=NOON)) == "It looks like this: B······"
    assert hint_of(draw(learner, prose, now=NOON)) == "It begins: the mules had …"


def prose_fact_in(fact):
    return add_statement(fact.unit, f"They came late because [{LONG}](cause:why).")[0]


def test_the_authors_hint_comes_first_and_a_choice_has_no_other(learner):
    [fact] = make_facts(1)

    assert hint_of(draw(learner, fact, now=NOON)) == ""
    fact.hint = "A camp by the water"
    fact.save()
    assert hint_of(draw(learner, fact, now=NOON)) == "A camp by the water"


def test_prose_is_asked_as_a_choice_and_then_as_a_flashcard(learner):
    fact = prose_fact()

    assert draw(learner, fact, now=NOON).kind == Kind.CHOICE
    make_memory(learner, fact, rung=2)
    assert draw(learner, fact, now=NOON).kind == Kind.RECALL


@pytest.mark.parametrize("others", [0, 300])
def test_drawing_costs_the_same_number_of_queries(learner, others, django_assert_num_queries):
    facts = make_facts(1 + others)
    Memory.objects.bulk_create(
        Memory(learner=learner, fact=fact, stability=9, difficulty=5, last_day=MONDAY, due=MONDAY) for fact in facts[1:]
    )

    with django_assert_num_queries(4):  # memory, day, questions with their fact, ease
        draw(learner, facts[0], now=NOON)
