"""What an editor objects to in prompts, and what he leaves alone."""

import pytest

from questions.exchange.bank_check_prompts import objections
from questions.exchange.bank_desk import Desk
from questions.sources.bank_file import read_bank_file
from tests.sources.files import SMALL, changed

WHEN = "In which year did the Ashby expedition reach Lake Orin?"
WHO = "Whose expedition reached Lake Orin in 1871?"


def said(text):
    """(line, field, problem) of every objection."""
    desk = Desk.of(read_bank_file(text, file="orin.yaml"))
    return [(one.line, one.field, one.problem) for one in objections(desk)]


def test_a_careful_bank_passes():
    assert said(SMALL) == []


def test_a_refused_kind_is_said_once_with_its_reason():
    prompt = "Whose expedition, that of Lord Ashby, reached the lake?"
    problem = f"No choice question: The prompt “{prompt}” holds its own answer “Ashby”."
    assert said(changed((WHO, prompt))) == [(26, "who.prompt", problem)]


def test_a_statement_that_does_not_stand_alone_is_objected_to_at_its_line():
    assert said(changed(('"The [Kettle', '"Before that year the [Kettle'))) == [
        (45, "text", f"{key}: No cloze question: In the statement the word “that year” points at nothing.")
        for key in ("payer", "boats")
    ]


def test_too_few_options_are_objected_to_there():
    ((line, field, problem),) = said(changed(("options: [Burton, Kettle, Morrow]", "options: [Lord Ashby, Morrow]")))
    assert (line, field) == (26, "who.options")
    assert problem == "No choice question: There is only one wrong option yet; two are needed."


def test_a_blank_that_is_never_asked_is_objected_to():
    text = changed(
        ('"The [Kettle', '"They say that the [Kettle'),
        ("            prompt: Which society paid for the boats of the Ashby expedition?\n", ""),
    )
    assert (49, "payer", "This fact is never asked.") in said(text)


def test_a_short_answer_that_nothing_grades_is_objected_to():
    text = changed(
        ("[the mules had eaten the only map](cause:why)", "[thirst](cause:why)"),
        ("\"Ashby's party", "\"After that month Ashby's party"),
        (
            "[the guides had sold the only boat, the river had taken the bridge, the cook had lost the compass]",
            "[thirst alone, mere thirst]",
        ),
    )
    assert (38, "why", "This short answer is asked in no kind that is graded.") in said(text)


@pytest.mark.parametrize(
    ("prompt", "asks"),
    [
        ("Name the man whose expedition reached Lake Orin.", True),
        ("The mules of the lake were thirsty. Whose were they?", True),
        ("The man whose expedition reached Lake Orin", False),
    ],
)
def test_a_prompt_asks_or_commands(prompt, asks):
    assert said(changed((WHO, prompt))) == ([] if asks else [(26, "who.prompt", f"“{prompt}” asks nothing.")])


@pytest.mark.parametrize(
    ("answer", "prompt", "wanted"),
    [
        ("1871", "When did the Ashby expedition reach Lake Orin?", "year"),
        ("May 1871", "In which year did the Ashby expedition reach Lake Orin?", "month"),
        ("May 1871", "When did the Ashby expedition reach Lake Orin? Give month and year.", ""),
        ("3 May 1871", "When did the Ashby expedition reach Lake Orin? Give month and year.", "day"),
        ("3 May 1871", "On which date did the Ashby expedition reach Lake Orin?", ""),
        ("spring of 1871", "In which year did the Ashby expedition reach Lake Orin?", "season"),
        ("1870s", "In which year did the Ashby expedition reach Lake Orin?", "decade"),
        ("19th century", "In which year did the Ashby expedition reach Lake Orin?", "century"),
        ("late 1871", "In which year did the Ashby expedition reach Lake Orin?", "part of the year"),
    ],
)
def test_a_date_is_asked_as_precisely_as_it_is_answered(answer, prompt, wanted):
    text = changed(("[1871](date:when)", f"[{answer}](date:when)"), (WHEN, prompt), (WHO, "Whose expedition was it?"))
    expected = [f"“{prompt}” does not say how precise the date must be."] if wanted else []
    assert [problem for _, field, problem in said(text) if "precise" in problem] == expected
    desk = Desk.of(read_bank_file(text, file="orin.yaml"))
    mends = [one.mend for one in objections(desk) if "precise" in one.problem]
    assert mends == ([f"Ask for the {wanted}."] if wanted else [])


def test_a_number_needs_what_it_counts():
    assert said(changed(("            unit: boats\n", ""))) == [(52, "boats.unit", "“two” of what?")]


def test_what_is_accepted_is_not_also_true():
    assert said(changed(("accept: [Lord Ashby]", "accept: [Lord Ashby]\n            also_true: [lord ashby]"))) == [
        (26, "who.also_true", "“lord ashby” is accepted as the answer.")
    ]


def test_a_claim_must_be_asked_as_one():
    text = changed(
        ("        explanation: The mules", "        claim_of: Colonel Morrow\n        explanation: The mules")
    )
    prompt = "Why did Ashby's party come late to the lake?"
    problem = f"No choice question: The prompt “{prompt}” does not say that Colonel Morrow claims it."
    assert said(text) == [
        (39, "why.prompt", problem),
        (39, "why", "This fact is never asked."),
    ]


@pytest.mark.parametrize(
    ("other", "is_near"),
    [
        ("How many boats did the Kettle Society really pay for in 1871 or so?", False),
        ("How many of the boats did the Kettle Society pay for?", True),
        ("Which boats did the Kettle Society pay for?", False),
    ],
)
def test_prompts_that_ask_nearly_the_same_are_told(other, is_near):
    text = changed(("prompt: Which society paid for the boats of the Ashby expedition?", f"prompt: {other}"))
    near = "“How many boats did the Kettle Society pay for?” asks nearly the same as payer/payer."
    assert ((52, "boats.prompt", near) in said(text)) is is_near


def test_a_name_that_near_prompts_both_accept_is_told():
    text = changed(
        ("Which society paid for the boats of the Ashby expedition?", "How many of the boats did the Kettles pay for?"),
        ("How many boats did the Kettle Society pay for?", "How many boats did the Kettles pay for?"),
        ("            unit: boats\n", "            unit: boats\n            accept: [the Kettle Society]\n"),
    )
    near = "asks nearly the same as payer/payer, and both accept “kettle society”."
    assert said(text)[-1] == (52, "boats.prompt", f"“How many boats did the Kettles pay for?” {near}")
