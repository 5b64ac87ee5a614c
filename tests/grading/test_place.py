"""Places: "in" is let pass, a neighbour's name is not."""

import pytest

from questions.grading import Forgiven
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

VLADIVOSTOK = key(AnswerType.PLACE, "Vladivostok", rivals=["Omsk", "Urga"])


@pytest.mark.parametrize(
    ("given", "outcome", "forgiven"),
    [
        ("in Vladivostok", Outcome.CORRECT, (Forgiven.EXTRA_WORDS,)),
        ("Владивосток", Outcome.CORRECT, (Forgiven.ACCENTS,)),
        ("Vladivostok!", Outcome.CORRECT, (Forgiven.PUNCTUATION,)),
        ("vladivostock", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        ("Vladivstk", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        ("Vadivstk", Outcome.WRONG, ()),
        ("near Vladivostok", Outcome.WRONG, ()),
        ("Vladivostok or Omsk", Outcome.WRONG, ()),
        ("Omsk", Outcome.WRONG, ()),
    ],
)
def test_a_place_is_named(given, outcome, forgiven):
    verdict = typed(VLADIVOSTOK, given)
    assert (verdict.outcome, verdict.forgiven) == (outcome, forgiven)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Australia", "Austria"),
        ("Prussia", "Russia"),
        ("Iceland", "Ireland"),
        ("East Germany", "West Germany"),
        ("North Ossetia", "South Ossetia"),
        ("Omsk", "Tomsk"),
        ("Omsk", "Omks"),
    ],
)
def test_another_place_a_letter_away_is_wrong(answer, given):
    assert typed(key(AnswerType.PLACE, answer), given).outcome is Outcome.WRONG
