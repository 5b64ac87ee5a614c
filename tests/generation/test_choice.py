"""Choices: one for each wording, or one on the gap, with a pool of at least two."""

from questions.vocabulary import Kind

from .invented import bank, fact, made, refused

LURES = ("Tamsin", "Vell", "Corrow")


def test_each_wording_is_a_choice_with_the_same_pool():
    orin = fact("Orin", prompts=("Which lake is it?", "What is the lake called?"), options=LURES)
    assert made(orin, kind=Kind.CHOICE) == [("Which lake is it?", "Orin"), ("What is the lake called?", "Orin")]


def test_without_a_prompt_the_gap_is_asked():
    orin = fact("Orin", says="The mules drank from {}.", options=LURES)
    assert made(orin, kind=Kind.CHOICE) == [("Which fills the gap? The mules drank from _____.", "Orin")]


def test_a_gap_that_may_not_be_asked_is_no_choice_either():
    orin = fact("Orin", says="The mules drank from {} and from Orin again.", options=LURES)
    assert refused(orin)["choice"] == ("answer_in_prompt", "The statement holds “Orin” outside its blank.")


def test_two_wrong_options_are_the_least():
    assert made(fact("Orin", prompt="Which lake?", options=("Tamsin", "Vell")), kind=Kind.CHOICE) != []
    assert refused(fact("Orin", prompt="Which lake?", options=("Tamsin",)))["choice"] == (
        "too_few_options",
        "There is only one wrong option yet; two are needed.",
    )
    assert refused(fact("Orin", prompt="Which lake?"))["choice"] == (
        "too_few_options",
        "There is no wrong option yet; two are needed.",
    )


def test_a_choice_of_a_cause_needs_its_author():
    others = [fact("the rain had spoilt the map", "cause"), fact("the cook had gone home", "cause")]
    why = fact("the mules had eaten the map", "cause", prompt="Why so late?")
    assert refused(why, *others)["choice"][0] == "too_few_options"
    assert bank(why, *others).facts == (why, *others)
