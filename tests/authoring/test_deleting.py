"""A bank that nobody has used goes with its documents; whatever is part of a history stays."""

import pytest

from questions.authoring.deleting import ANSWERED, REMEMBERED, SET, STUDIED, NotDeletable, delete_bank, why_kept
from questions.models import Bank, Document, Draft, Fact, Passage
from questions.practice.facts import suspend
from tests.factories import NOON, make_facts, make_learner, make_study
from tests.practice.sitting import ask, sit_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    """A bank with two facts and a draft, made of a document of its owner's."""
    owner = make_learner("mira", is_instructor=True)
    bank = make_facts(2)[0].bank
    Bank.objects.filter(pk=bank.pk).update(owner=owner, visibility="private")
    Document.objects.update(owner=owner)
    Draft.objects.create(bank=bank, document=bank.document, position=0, text="It is [deep](term:b1).", answer="deep")
    return Bank.objects.get()


def test_a_bank_nobody_has_used_goes_with_its_document(bank):
    make_study(bank.owner, bank)

    delete_bank(bank, now=NOON)

    left = [model.objects.count() for model in (Bank, Fact, Draft, Document, Passage)]
    assert left == [0, 0, 0, 0, 0]


def test_a_document_of_another_bank_too_stays(bank):
    other = Bank.objects.create(key="other", title="Other", document=bank.document, owner=bank.owner)

    delete_bank(bank, now=NOON)

    assert [Bank.objects.get(), Passage.objects.count()] == [other, 2]


def answered(bank):
    ask(make_learner(), bank.facts.first(), NOON)


def asked_in_a_quiz(bank):
    sit_quiz(make_learner(), [bank.facts.first()], begun=NOON)


def studied(bank):
    make_study(make_learner(), bank)


def put_away(bank):
    suspend(bank.owner, bank.facts.first(), is_suspended=True)


@pytest.mark.parametrize(
    ("use", "reason"),
    [(answered, ANSWERED), (asked_in_a_quiz, SET), (studied, STUDIED), (put_away, REMEMBERED)],
)
def test_what_is_part_of_a_history_is_kept_and_says_why(bank, use, reason):
    use(bank)

    assert why_kept(bank) == reason
    with pytest.raises(NotDeletable, match=reason):
        delete_bank(bank, now=NOON)
    assert [Bank.objects.count(), bank.facts.count(), bank.drafts.count()] == [1, 2, 1]
