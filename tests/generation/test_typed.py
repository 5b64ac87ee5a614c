"""Typed questions: a prompt for an answer of at most four words, never a cause."""

from questions.vocabulary import Kind

from .invented import fact, made, refused


def test_each_wording_is_typed():
    orin = fact("Orin", prompts=("Which lake is it?", "What is the lake called?"))
    assert made(orin, kind=Kind.TYPED) == [("Which lake is it?", "Orin"), ("What is the lake called?", "Orin")]


def test_without_a_prompt_nothing_is_typed():
    assert refused(fact("Orin"))["typed"] == ("no_prompt", "There is no prompt of its own.")


def test_more_than_four_words_are_never_typed():
    assert refused(fact("one two three four five", "term", prompt="Which words?"))["typed"] == (
        "too_long",
        "An answer of more than four words is never typed.",
    )


def test_a_cause_is_never_typed():
    assert refused(fact("thirst", "cause", prompt="Why did the mules die?"))["typed"] == (
        "prose",
        "A cause can be told in too many ways to be graded word by word.",
    )
