"""A bank loaded again with another answer: who remembered the old one is asked the new one at once."""

import pytest

from questions.exchange.bank_load import load_bank
from questions.models import Fact, Memory, Review
from questions.practice.cards import draw
from questions.practice.review import record_review
from questions.sources.bank_file import read_bank_file
from tests.factories import LOADED, NOON, make_learner
from tests.sources.files import SMALL, changed

pytestmark = pytest.mark.django_db


def load(text):
    load_bank(read_bank_file(text, file="orin.yaml"), now=LOADED)


@pytest.fixture
def memory():
    """Somebody knows how many boats there were."""
    load(SMALL)
    learner, fact = make_learner(), Fact.objects.get(key="orin/payer/boats")
    card = draw(learner, fact, now=NOON)
    record_review(learner, card, given=card.question.answer, now=NOON)
    Memory.objects.update(stability=80.0, rung=2)
    return Memory.objects.get()


def test_another_answer_makes_the_memory_fragile(memory):
    load(changed(("[two](quantity:boats)", "[seven](quantity:boats)")))

    memory.refresh_from_db()
    assert (memory.stability, memory.rung, memory.due) == (0.212, 0, NOON.date())  # FSRS-6: w0
    assert memory.version == 2
    assert Review.objects.as_corrected().get().is_right


@pytest.mark.parametrize(
    "change",
    [
        ("[two](quantity:boats)", "[Two](quantity:boats)"),
        ("for [two](quantity:boats) boats", "for the [two](quantity:boats) boats of the journey"),
        ("How many boats did the Kettle Society pay for?", "How many boats did the Kettle Society buy?"),
    ],
)
def test_other_words_leave_the_memory_alone(memory, change):
    load(changed(change))

    memory.refresh_from_db()
    assert (memory.stability, memory.version) == (80.0, 1)


def test_an_answer_that_was_only_renamed_leaves_the_memory_alone(memory):
    accepting_two = ("unit: boats", "unit: boats\n            accept: [two]")

    load(changed(("[two](quantity:boats)", "[a pair](quantity:boats)"), accepting_two))

    memory.refresh_from_db()
    assert (memory.stability, memory.version) == (80.0, 1)
