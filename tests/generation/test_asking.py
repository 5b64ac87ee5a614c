"""When a prompt may not be asked, and what its author is told."""

import pytest

from questions.generation.asking import fault_of_cloze, fault_of_prompt, names_claimant

from .invented import bank, fact


def fault(one, prompt, *others):
    return fault_of_prompt(one, prompt, bank(one, *others))


@pytest.mark.parametrize(
    ("answer", "accepted", "prompt", "found"),
    [
        ("Orin", (), "Where does Orin lie?", "Orin"),
        ("Lake Orin", ("Orin",), "Which lake lies in the Orin valley?", "Orin"),
        ("the Kettle Society", (), "What did the KETTLE society pay for?", "the Kettle Society"),
        ("1871", (), "What happened in 1871?", "1871"),
    ],
)
def test_a_prompt_that_holds_its_answer_is_refused(answer, accepted, prompt, found):
    assert fault(fact(answer, "term", accepted=accepted), prompt) == (
        "answer_in_prompt",
        f"The prompt “{prompt}” holds its own answer “{found}”.",
    )


def test_part_of_a_word_is_not_the_answer():
    assert fault(fact("Orin"), "Which lake did the Orinoco expedition miss?") is None


def test_a_prompt_that_points_elsewhere_is_refused_unless_its_author_insists():
    assert fault(fact("Orin"), "Where did he drink?") == (
        "not_self_contained",
        "In the prompt “Where did he drink?” the word “he” points at nothing.",
    )
    assert fault(fact("Orin", is_distinct=True), "Where did he drink?") is None


def test_a_claim_is_asked_as_its_claimants():
    claim = fact("gold", "term", claim_of="Baron Ashby", says="Ashby said that the lake held {}.")
    assert fault(claim, "What did the lake hold?") == (
        "claimant_missing",
        "The prompt “What did the lake hold?” does not say that Baron Ashby claims it.",
    )
    assert fault(claim, "What, said Ashby, did the lake hold?") is None
    assert fault_of_cloze(claim, bank(claim)) is None


def test_a_statement_that_hides_the_claimant_is_not_blanked():
    claim = fact("gold", "term", claim_of="Baron Ashby", says="The lake held {}.")
    assert fault_of_cloze(claim, bank(claim)) == (
        "claimant_missing",
        "The statement does not say that Baron Ashby claims it.",
    )


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("Ashby's view", True), ("in ASHBY’S view", True), ("the Bar of Orin", False), ("his view", False)],
)
def test_a_claimant_is_named_by_a_word_of_four_letters(text, is_named):
    assert names_claimant("Sir Bar Ashby", text) is is_named


def test_two_answers_to_one_prompt_refuse_each_other():
    one, other = (fact(name, prompt="Where did the mules drink?") for name in ("Orin", "Vell"))
    assert fault(one, one.prompts[0], other) == (
        "two_answers_fit",
        f"The prompt “Where did the mules drink?” also asks for “Vell” ({other.key}).",
    )


def test_of_two_facts_that_ask_the_same_only_the_first_asks():
    one, other = (fact("Orin", prompt="Where did the mules drink?") for _ in range(2))
    assert fault(one, one.prompts[0], other) is None
    assert fault(other, other.prompts[0], one) == (
        "duplicate",
        f"The prompt “Where did the mules drink?” asks the same as {one.key}.",
    )
