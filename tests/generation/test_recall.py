"""Flashcards: for prose only, and only with a prompt of its own."""

from questions.vocabulary import Kind

from .invented import fact, made, refused


def test_prose_is_recalled_in_each_wording():
    why = fact("thirst", "cause", prompts=("Why did the mules die?", "What killed the mules?"))
    assert made(why, kind=Kind.RECALL) == [("Why did the mules die?", "thirst"), ("What killed the mules?", "thirst")]


def test_an_answer_of_five_words_is_recalled_whatever_its_type():
    long = fact("the Royal Society of Orin", "organisation", prompt="Who paid for the boats?")
    assert made(long, kind=Kind.RECALL) == [("Who paid for the boats?", "the Royal Society of Orin")]


def test_a_short_answer_is_typed_instead():
    assert refused(fact("Orin", prompt="Which lake is it?"))["recall"] == ("short", "A short answer is typed instead.")


def test_a_statement_alone_is_no_flashcard():
    assert refused(fact("thirst", "cause"))["recall"] == ("no_prompt", "There is no prompt of its own.")
