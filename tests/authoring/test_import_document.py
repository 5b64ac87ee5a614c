"""A document in, its drafts out: all of it or nothing, once, and always with an end."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import transaction
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from questions.authoring.carrying_out import carry_out
from questions.authoring.import_document import DIED, AlreadyImported, Source, cancel, import_document, reap, retry
from questions.authoring.storing import said_of
from questions.models import Bank, Document, Draft, Fact, Import, Passage, Unit, Upload
from questions.sources.statement_text import plain
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db

TEXT = """# Lake Orin

## The journey

The Ashby expedition reached Lake Orin in 1871. Ann Ashby bought the boats in Calder for 400 pounds.

## The map

The second expedition drew a map of Lake Orin in 1874. Robert Pale printed the map in Barlow in 1876.
"""
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def clock():
    return NOON + timedelta(minutes=1)


def begin(owner=None, text=TEXT, bank=None, **fields) -> Import:
    owner = owner or make_learner()
    made = import_document(Source(text.encode(), "orin.md"), owner=owner, bank=bank, now=NOON, **fields)
    made.refresh_from_db()
    return made


@pytest.fixture
def queued():
    """Tasks wait in the database for a worker that never comes."""
    with override_settings(TASKS=QUEUED):
        yield


def stored() -> list[int]:
    return [model.objects.count() for model in (Bank, Document, Passage, Unit, Draft, Upload)]


def test_a_document_becomes_drafts_in_a_private_bank():
    made = begin()
    assert (made.state, made.progress, made.title) == (Import.State.DONE, 100, "Lake Orin")
    assert (made.bank.title, made.bank.visibility, made.bank.owner) == (
        "Lake Orin",
        Bank.Visibility.PRIVATE,
        made.owner,
    )
    assert [unit.title for unit in made.bank.units.all()] == ["The journey", "The map"]
    assert [passage.text[:20] for passage in made.document.passages.order_by("pk")] == [
        "The Ashby expedition",
        "The second expeditio",
    ]
    assert Draft.objects.count() > 3
    assert Fact.objects.count() == Upload.objects.count() == 0


def test_a_draft_cites_exact_characters_and_reads_as_its_statement():
    begin()
    for draft in Draft.objects.select_related("passage", "unit"):
        assert draft.passage.text[draft.start : draft.end] == draft.sentence
        assert draft.answer in plain(draft.text)
        assert draft.passage.section == draft.unit.title
        assert draft.state == Draft.State.PROPOSED
        assert draft.questions


def test_into_a_bank_of_ones_own_units_follow_those_it_has():
    first = begin()
    again = begin(first.owner, TEXT.replace("1871", "1872").replace("The map", "The print"), bank=first.bank)
    assert again.bank == first.bank
    assert [(unit.title, unit.position) for unit in first.bank.units.all()] == [
        ("The journey", 0),
        ("The map", 1),
        ("The print", 2),
    ]


def test_the_same_file_in_the_same_bank_is_recognised():
    first = begin()
    before = stored()
    with pytest.raises(AlreadyImported) as already:
        begin(first.owner, bank=first.bank)
    assert already.value.earlier == first
    assert stored() == before
    assert begin(first.owner, bank=first.bank, again=True).state == Import.State.DONE


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), TEXT.strip(), "\ufeff" + TEXT, TEXT.replace("\n", "\r")])
def test_a_text_pasted_from_its_file_is_recognised_whatever_its_line_ends(text):
    first = begin()

    with pytest.raises(AlreadyImported) as already:
        begin(first.owner, bank=first.bank, text=text)

    assert already.value.earlier == first
    assert begin(first.owner, bank=first.bank, text=text.replace("1871", "1872")).state == Import.State.DONE


def test_what_an_earlier_release_imported_is_recognised():
    first = begin()
    Import.objects.filter(pk=first.pk).update(sha256=sha256(TEXT.encode()).hexdigest())

    with pytest.raises(AlreadyImported):
        begin(first.owner, bank=first.bank)


def test_two_new_banks_of_one_name_have_two_keys():
    first = begin()
    assert [begin(first.owner).bank.key, first.bank.key] == ["lake-orin-2", "lake-orin"]


def test_a_file_that_cannot_be_read_fails_with_its_sentence_and_leaves_nothing():
    made = begin(text="# Only a heading")
    assert (made.state, made.can_be_retried) == (Import.State.FAILED, False)
    assert made.message.startswith("“orin.md” holds no sentences that could be asked about")
    assert stored() == [0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Fahrt zum See dauerte neun Wochen und endete im Juni 1871, wie es die Witwe gewollt hatte. ",
        "L'expédition d'Ann Ashby atteignit le lac en 1871, et elle y resta jusqu'à la fin de juin. ",
        "הגיעה המשלחת אל האגם בשנת 1871 לאחר מסע ארוך של תשעה שבועות, ושהתה שם עד סוף חודש יוני. ",
    ],
    ids=["german", "french", "hebrew"],
)
def test_a_text_in_another_language_is_said_to_be_one(sentence):
    text = sentence * 4
    assert begin(text=text).message == (
        "“orin.md” does not seem to be in English. Questions can be made from English texts only, so far."
    )


def test_a_rolled_back_request_leaves_no_task(queued, transactional_db):
    owner = make_learner()
    with pytest.raises(ZeroDivisionError):
        roll_back(owner)
    assert DBTaskResult.objects.count() == Import.objects.count() == 0


def roll_back(owner):
    with transaction.atomic():
        begin(owner)
        raise ZeroDivisionError


def test_cancelled_while_it_waits_nothing_is_done(queued):
    made = begin()
    assert cancel(made, now=clock())
    carry_out(made.pk, clock=clock)
    made.refresh_from_db()
    assert made.state == Import.State.CANCELLED
    assert stored() == [0, 0, 0, 0, 0, 0]
    assert not cancel(made, now=clock())


def test_whoever_reads_says_so_and_hears_that_it_was_cancelled(queued):
    made = begin()
    heard = []

    def cancelling_clock():
        heard.append(Import.objects.get(pk=made.pk).state)
        if len(heard) == 2:
            cancel(Import.objects.get(pk=made.pk), now=clock())
        return clock()

    carry_out(made.pk, clock=cancelling_clock)
    made.refresh_from_db()
    assert heard == [Import.State.WAITING, Import.State.READING]
    assert (made.state, made.heard_at) == (Import.State.CANCELLED, clock())
    assert stored() == [0, 0, 0, 0, 0, 0]


def test_cancelled_while_it_is_drafted_nothing_is_kept(queued):
    made = begin()
    ticks = []

    def cancelling_clock():
        ticks.append(1)
        if len(ticks) == 3:
            cancel(Import.objects.get(pk=made.pk), now=clock())
        return clock()

    carry_out(made.pk, clock=cancelling_clock)
    made.refresh_from_db()
    assert made.state == Import.State.CANCELLED
    assert stored() == [0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("drafts", "passages", "said"),
    [
        (1, 1, "1 fact is proposed from 1 paragraph."),
        (41, 23, "41 facts are proposed from 23 paragraphs."),
        (
            5_000,
            9_000,
            "The best 5,000 facts are proposed; 9,000 paragraphs held more. Import a chapter to see the rest.",
        ),
    ],
)
def test_it_says_what_was_found(drafts, passages, said):
    assert said_of(drafts, passages) == said


def test_run_twice_it_is_done_once(queued):
    made = begin()
    carry_out(made.pk, clock=clock)
    after = stored()
    carry_out(made.pk, clock=clock)
    assert stored() == after


def test_the_import_of_a_dead_worker_ends_and_can_be_tried_again(queued):
    made = begin()
    Import.objects.filter(pk=made.pk).update(state=Import.State.READING, heard_at=NOON)
    DBTaskResult.objects.update(status="RUNNING")
    assert reap(now=NOON + timedelta(seconds=60)) == 0
    assert reap(now=NOON + timedelta(seconds=91)) == 1
    made.refresh_from_db()
    assert (made.state, made.message, made.can_be_retried) == (Import.State.FAILED, DIED, True)
    assert DBTaskResult.objects.get().status == "FAILED"
    assert retry(made)
    assert (made.state, DBTaskResult.objects.filter(status="READY").count()) == (Import.State.WAITING, 1)


def test_a_worker_that_was_only_slow_stores_nothing_after_it_was_given_up(queued):
    made = begin()
    ticks = []

    def late_clock():
        ticks.append(1)
        if len(ticks) == 3:
            Import.objects.filter(pk=made.pk).update(state=Import.State.FAILED)
        return clock()

    carry_out(made.pk, clock=late_clock)
    assert stored() == [0, 0, 0, 0, 0, 1]


def test_a_long_document_is_drafted_as_a_whole(queued):
    """What is said at its beginning and again far behind it is asked once: no part is drafted by itself."""
    filler = "".join(f"\n\nIn {1500 + n} Carl Moss number {n} sold {n + 10} boats in Barlow{n}." for n in range(400))
    made = begin(text=f"{TEXT}{filler}\n\nThe Ashby expedition reached Lake Orin in 1871.\n")
    told = []

    def hearing_clock():
        told.append(Import.objects.get(pk=made.pk).progress)
        return clock()

    carry_out(made.pk, clock=hearing_clock)
    made.refresh_from_db()
    prompts = [q["prompt"] for one in made.bank.drafts.all() for q in one.questions if q["kind"] == "typed"]
    assert prompts.count("In which year did the Ashby expedition reach Lake Orin?") == 1
    assert told == sorted(told)
    passages = made.document.passages.order_by("pk")
    assert [passage.key for passage in passages] == [f"p{n}" for n in range(1, 404)]
    assert {(one.passage.text[one.start : one.end] == one.sentence) for one in made.bank.drafts.all()} == {True}
