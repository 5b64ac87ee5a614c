"""The index of a bank, and which prompts and answers are too near one another."""

import pytest

from questions.generation.bank import answers_clash, nearly_same_prompts, same_answer

from .invented import bank, fact


def test_facts_are_found_by_prompt_gap_and_statement():
    one = fact("Orin", says="From Vell to {}.", prompts=("Where to?", "Which lake?"), statement="s")
    other = fact("1871", "date", prompt="Where TO", statement="s")
    index = bank(one, other)
    assert index.by_prompt["where to"] == (one, other)
    assert index.by_cloze["from vell to"] == (one,)
    assert index.statements == {"s": (one, other)}


def test_answers_are_the_same_when_they_share_a_name():
    assert same_answer(fact("Orin", accepted=("Blue Lake",)), fact("the blue lake"))
    assert not same_answer(fact("Orin"), fact("Orin Bay"))


def test_answers_clash_when_a_name_holds_another():
    assert answers_clash(("Orin",), ("Vell", "Orin Bay"))
    assert not answers_clash(("Orin",), ("Orinoco",))


@pytest.mark.parametrize(
    ("mine", "theirs", "is_same"),
    [
        ("Which lake did the mules find?", "What lake did the mules find?", True),
        ("Which lake did the mules find?", "In 1871, which lake did the mules find?", True),
        ("Which lake did the mules find?", "Which river did the cooks cross?", False),
        ("When was Ashby born?", "When did Ashby die?", False),
    ],
)
def test_prompts_are_nearly_the_same_when_their_content_is(mine, theirs, is_same):
    assert nearly_same_prompts(fact("a", prompt=mine), fact("b", prompt=theirs)) is is_same
