"""Events: the number or year in a name may be written otherwise, but not be another."""

import pytest

from questions.grading import Forgiven
from questions.grading.explain import NUMBER_DIFFERS
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

WAR = key(AnswerType.EVENT, "World War I")
REVOLUTION = key(AnswerType.EVENT, "Mongolian Revolution of 1921", rivals=["Mongolian Revolution of 1911"])


@pytest.mark.parametrize(
    ("asked", "given", "outcome", "forgiven"),
    [
        (WAR, "World War One", Outcome.CORRECT, (Forgiven.NUMBER_WORDS,)),
        (WAR, "world war 1", Outcome.CORRECT, (Forgiven.NUMBER_WORDS,)),
        (WAR, "during World War I", Outcome.CORRECT, (Forgiven.EXTRA_WORDS,)),
        (WAR, "Word War I", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        (WAR, "World War", Outcome.WRONG, ()),
        (REVOLUTION, "the Mongolian Revolution of 1921", Outcome.CORRECT, (Forgiven.ARTICLE,)),
        (REVOLUTION, "Mongolian revolutoin of 1921", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
    ],
)
def test_an_event_is_named(asked, given, outcome, forgiven):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.forgiven) == (outcome, forgiven)


@pytest.mark.parametrize(("asked", "given"), [(WAR, "World War II"), (REVOLUTION, "Mongolian Revolution of 1911")])
def test_another_number_is_another_event(asked, given):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.message) == (Outcome.WRONG, NUMBER_DIFFERS)
