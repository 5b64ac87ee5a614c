"""Terms: a slip is forgiven, the opposite is not."""

import pytest

from questions.grading import Forgiven
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed


@pytest.mark.parametrize(
    ("answer", "given", "outcome", "forgiven"),
    [
        ("Pan-Mongolism", "panmongolism", Outcome.CORRECT, (Forgiven.SPACING,)),
        ("coup d'état", "coup d’état", Outcome.CORRECT, ()),
        ("coup d'état", "coup d’etat", Outcome.CORRECT, (Forgiven.ACCENTS,)),
        ("independence", "independance", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        ("independence", "dependence", Outcome.WRONG, ()),
        ("emigration", "immigration", Outcome.WRONG, ()),
        ("Vitamin A", "Vitamin B", Outcome.WRONG, ()),
        ("Vitamin A", "Vitamine A", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        ("tsar", "star", Outcome.WRONG, ()),
    ],
)
def test_a_term_is_named(answer, given, outcome, forgiven):
    verdict = typed(key(AnswerType.TERM, answer), given)
    assert (verdict.outcome, verdict.forgiven) == (outcome, forgiven)
