"""The word rules: what is forgiven, how many edits a typo may have, and what another answer of the bank forbids."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.grading import Forgiven
from questions.grading.explain import ANOTHER_ANSWER
from questions.grading.words import PLAIN, canonical, match, match_typo, typos
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed


def edits_between(one: str, other: str) -> int:
    """Optimal string alignment by the textbook's table: insert, delete, change, swap neighbours."""
    rows = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            costs = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1])]
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                costs.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(costs)
    return rows[-1][-1]


WORDS = st.text(alphabet="bcdfgkmrt", min_size=2, max_size=14)


@given(WORDS, WORDS)
def test_typos_are_the_textbooks_edits_within_what_the_length_allows(said, full):
    edits = edits_between(said, full)
    allowed = 0 if len(full) < 5 else 1 if len(full) < 9 else 2
    assert typos((said,), (full,)) == (edits if edits <= allowed else 0)


@given(WORDS, st.data())
def test_one_slip_in_a_word_of_five_letters_is_a_near_miss(word, data):
    place = data.draw(st.integers(0, len(word)))
    slipped = word[:place] + data.draw(st.sampled_from("lnpswz")) + word[place:]
    expected = Outcome.NEAR_MISS if len(word) >= 5 else Outcome.WRONG
    assert typed(key(AnswerType.TERM, word), slipped).outcome is expected


@given(st.text(alphabet=string.ascii_lowercase, min_size=9, max_size=20), st.permutations("0123456789"))
def test_a_typo_is_never_forgiven_in_a_number(word, digits):
    one, other = digits[:2]
    asked = key(AnswerType.TERM, f"{word} 19{one}4")
    assert typed(asked, f"{word} 19{other}4").outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "given", "forgiven"),
    [
        ("Sükhbaatar", "Sukhbaatar", [Forgiven.ACCENTS]),
        ("Treaty of Kyakhta", "the treaty of kyakhta", [Forgiven.ARTICLE]),
        ("People's Party", "Peoples’ Party", [Forgiven.PUNCTUATION]),
        ("Asia First", "asia 1st", [Forgiven.NUMBER_WORDS]),
        ("railway line", "railwayline", [Forgiven.SPACING]),
    ],
)
def test_what_was_forgiven_is_named(answer, given, forgiven):
    assert list(match(key(AnswerType.TERM, answer), given, PLAIN).forgiven) == forgiven


def test_a_typo_as_near_to_another_answer_is_wrong():
    alone = key(AnswerType.TERM, "kolkhoz")
    beside = key(AnswerType.TERM, "kolkhoz", rivals=[("sovkhoz", "kolkhuz")])
    assert match_typo(alone, "kolkhaz", PLAIN).outcome is Outcome.NEAR_MISS
    assert match_typo(beside, "kolkhaz", PLAIN) is None


def test_a_rival_that_is_the_answer_itself_does_no_harm():
    asked = key(AnswerType.TERM, "kolkhoz", "collective farm", rivals=[("Collective farm", "kolkhozy")])
    assert typed(asked, "kolkhaz").outcome is Outcome.NEAR_MISS


def test_another_questions_answer_is_told_so():
    verdict = typed(key(AnswerType.TERM, "kolkhoz", rivals=["sovkhoz"]), "the Sovkhoz")
    assert (verdict.outcome, verdict.message) == (Outcome.WRONG, ANOTHER_ANSWER)


def test_leaving_out_a_stage_shows_what_it_did():
    assert canonical("The Fifth Army", PLAIN) == ("5th", "army")
    assert canonical("The Fifth Army", PLAIN, Forgiven.ARTICLE) == ("the", "5th", "army")
