"""Claims: a text that is true or false, with the other of the two as its one option."""

import pytest

from questions.generation.facts import MadeQuestion
from questions.generation.true_false import claim
from questions.vocabulary import Kind

SAYS = "The party reached the lake in 1871."


@pytest.mark.parametrize(("is_true", "answer", "other"), [(True, "true", "false"), (False, "false", "true")])
def test_a_claim_is_answered_by_whether_it_is_true(is_true, answer, other):
    assert claim(SAYS, is_true=is_true) == MadeQuestion(Kind.TRUE_FALSE, 0, SAYS, answer, (), (other,))
