"""The desk's list of sentences left out: found by reason, told in words, and a statement written of one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from questions.authoring.leaving_out import IN_WORDS
from questions.models import Draft, LeftOut
from questions.sources.extraction import Why
from tests.authoring.drafted import PARAGRAPH, add_four, make_desk
from tests.factories import make_learner
from tests.web.cards import queries, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]

DESK = reverse("desk", args=["lake"])
WRITE = reverse("write_statement", args=["lake"])
SENTENCE = "Its first doctor was Ivo Lund."


@pytest.fixture
def bank(client):
    person = make_learner("mira")
    client.force_login(person)
    made = make_desk(person)
    add_four(made)
    return made


def leave_out(bank, sentence: str = SENTENCE, why: Why = Why.POINTS_OUTSIDE) -> LeftOut:
    start = PARAGRAPH.index(sentence)
    passage = bank.document.passages.get()
    return LeftOut.objects.create(bank=bank, passage=passage, start=start, end=start + len(sentence), why=str(why))


@pytest.fixture
def left_out(bank):
    Draft.objects.filter(sentence=SENTENCE).delete()
    return leave_out(bank)


@pytest.mark.parametrize("why", list(Why))
def test_each_reason_lists_its_sentences_with_the_reason_in_words(client, left_out, why):
    LeftOut.objects.update(why=str(why))

    for reason in (str(why), "left_out"):
        page = text_of(client.get(DESK, {"reason": reason}))
        assert f'<p class="statement">{SENTENCE}</p>' in page
        assert f"Left out because {IN_WORDS[why]}." in page


def test_another_reason_lists_it_not(client, left_out):
    page = client.get(DESK, {"reason": str(Why.QUESTION)})

    assert page.context["sentences"] == []
    assert "No sentence was left out for this reason" in text_of(page)


def test_someone_elses_sentences_are_404(client, left_out):
    client.force_login(make_learner("eve"))

    assert client.get(DESK, {"reason": "left_out"}).status_code == 404
    assert client.get(WRITE, {"left": left_out.pk}).status_code == 404


def test_a_sentence_of_another_bank_is_404(client, left_out):
    other = make_desk(make_learner("eve"), key="other")
    theirs = LeftOut.objects.create(bank=other, passage=left_out.passage, start=0, end=9, why="question")

    assert client.get(WRITE, {"left": theirs.pk}).status_code == 404


@pytest.mark.parametrize("count", [1, 40])
def test_the_list_costs_the_same_number_of_queries(client, left_out, count):
    for _ in range(count):
        leave_out(left_out.bank)

    assert queries(lambda: client.get(DESK, {"reason": "left_out"})) == 7


def test_the_editor_begins_with_the_sentence_and_cites_it(client, left_out):
    page = text_of(client.get(WRITE, {"left": left_out.pk}))

    assert f">{SENTENCE}</textarea>" in page
    assert f'name="start" value="{left_out.start}"' in page
    assert f'name="end" value="{left_out.end}"' in page


def test_a_statement_written_of_it_cites_the_sentence_and_ends_its_place_in_the_list(client, left_out):
    text = "The first doctor of Orin Station was [Ivo Lund](person:b1)."
    sent = {"text": text, "start": left_out.start, "end": left_out.end}

    assert client.post(f"{WRITE}?left={left_out.pk}", sent).status_code == 303

    made = Draft.objects.latest("pk")
    assert (made.passage, made.sentence) == (left_out.passage, SENTENCE)
    assert client.get(DESK, {"reason": "left_out"}).context["sentences"] == []
