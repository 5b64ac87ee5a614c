"""Organisations: dots and "&" do not count, the number of a unit does."""

import pytest

from questions.grading import Forgiven
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

REPUBLIC = key(AnswerType.ORGANISATION, "Far Eastern Republic", "FER")
ARMY = key(AnswerType.ORGANISATION, "5th Red Army")


@pytest.mark.parametrize(
    ("asked", "given", "outcome", "forgiven"),
    [
        (REPUBLIC, "the Far-Eastern Republic", Outcome.CORRECT, (Forgiven.PUNCTUATION, Forgiven.ARTICLE)),
        (REPUBLIC, "F.E.R.", Outcome.CORRECT, (Forgiven.PUNCTUATION, Forgiven.ALTERNATIVE)),
        (REPUBLIC, "FarEastern Republic", Outcome.CORRECT, (Forgiven.SPACING,)),
        (REPUBLIC, "Far Estern Republc", Outcome.NEAR_MISS, (Forgiven.TYPO,)),
        (REPUBLIC, "Far Eastern", Outcome.WRONG, ()),
        (REPUBLIC, "FAR", Outcome.WRONG, ()),
        (ARMY, "Fifth Red Army", Outcome.CORRECT, (Forgiven.NUMBER_WORDS,)),
        (ARMY, "the V Red Army", Outcome.WRONG, ()),
        (ARMY, "6th Red Army", Outcome.WRONG, ()),
        (ARMY, "Fith Red Army", Outcome.WRONG, ()),
        (ARMY, "Red Army", Outcome.WRONG, ()),
    ],
)
def test_an_organisation_is_named(asked, given, outcome, forgiven):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.forgiven) == (outcome, forgiven)


def test_and_may_be_a_sign_and_a_number_roman():
    assert typed(key(AnswerType.ORGANISATION, "Hudson and Bay"), "Hudson & Bay").outcome is Outcome.CORRECT
    assert typed(key(AnswerType.ORGANISATION, "IX Corps"), "9 Corps").outcome is Outcome.CORRECT
