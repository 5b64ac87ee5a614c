"""Sentences left out: stored with their reason, listed until somebody writes a statement of them."""

from __future__ import annotations

import pytest

from questions.authoring.carrying_out import carry_out
from questions.authoring.import_document import Source, import_document, import_version
from questions.authoring.leaving_out import IN_WORDS, MOST_LEFT_OUT, Leavings, left_out_of, unit_of
from questions.models import Draft, LeftOut
from questions.sources.extraction import LeftOut as LeftOutIn
from questions.sources.extraction import Why
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db

TEXT = """# Lake Orin

## The journey

The Ashby expedition reached Lake Orin in 1871.

These boats came from Calder in 1869. Who paid for them?
"""


def imported(text: str = TEXT):
    made = import_document(Source(text.encode(), "orin.md"), owner=make_learner(), bank=None, now=NOON)
    carry_out(made.pk, clock=lambda: NOON)
    made.refresh_from_db()
    return made


def told(bank, why: str = "") -> list[tuple[str, str]]:
    return [(one.why, one.sentence) for one in left_out_of(bank, why)]


def test_no_code_lacks_its_words():
    assert set(IN_WORDS) == set(Why)
    assert all(IN_WORDS.values())


def test_an_import_keeps_the_sentences_of_which_it_proposes_nothing():
    bank = imported().bank

    assert told(bank) == [
        ("points_outside", "These boats came from Calder in 1869."),
        ("question", "Who paid for them?"),
    ]
    assert told(bank, "question") == [("question", "Who paid for them?")]


@pytest.mark.parametrize(("state", "count"), [("proposed", 1), ("accepted", 1), ("rejected", 2)])
def test_a_sentence_of_which_a_statement_was_written_is_listed_no_more(state, count):
    bank = imported().bank
    one = LeftOut.objects.waiting(bank)[0]
    about = {"passage": one.passage, "document": one.passage.document, "text": "-", "answer_type": "term"}

    Draft.objects.create(bank=bank, start=one.start, end=one.end, position=9, answer="-", state=state, **about)

    assert len(told(bank)) == count


def test_its_unit_is_that_of_what_is_proposed_beside_it():
    bank = imported().bank

    assert {unit_of(one) for one in LeftOut.objects.waiting(bank)} == {bank.units.get(title="The journey").pk}


def test_of_a_newer_version_only_its_own_sentences_are_listed():
    made = imported()
    source = Source(TEXT.replace("These boats", "Those boats").encode(), "orin.md")

    newer = import_version(source, of=made.document, bank=made.bank, by=made.owner, now=NOON)
    carry_out(newer.pk, clock=lambda: NOON)

    assert told(made.bank, "points_outside") == [("points_outside", "Those boats came from Calder in 1869.")]


def fact(paragraph: int, start: int):
    class Found:
        end = start + 10

    Found.paragraph, Found.start = paragraph, start
    return Found()


def test_a_sentence_all_of_whose_facts_fell_through_is_left_out_too():
    leavings = Leavings()
    leavings.leave_out(LeftOutIn(1, 0, 5, Why.QUESTION))
    assert len(list(leavings.passing([fact(0, 3), fact(0, 3), fact(2, 0)]))) == 3

    unsafe = [LeftOutIn(0, 3, 13, Why.NOTHING_SAFE), LeftOutIn(2, 0, 10, Why.NOTHING_SAFE)]
    question = LeftOutIn(1, 0, 5, Why.QUESTION)
    assert leavings.beside([], is_all=True) == [unsafe[0], question, unsafe[1]]
    assert leavings.beside([], is_all=False) == [question]


def test_no_more_are_kept_than_anyone_reads():
    leavings = Leavings()
    for number in range(MOST_LEFT_OUT + 1):
        leavings.leave_out(LeftOutIn(number, 0, 5, Why.QUESTION))

    assert len(leavings.beside([], is_all=True)) == MOST_LEFT_OUT
