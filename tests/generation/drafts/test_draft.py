"""Drafts: the questions a good editor would ask of the golden passage, gated, with reasons for what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.generation.drafts import Draft, draft
from questions.generation.facts import Reason
from questions.sources.document_text import read_document
from questions.sources.extraction import extract
from questions.text.english.tokens import stands_in_words
from questions.vocabulary import AnswerType, Kind
from tests.sources.extraction.passages import HARBOUR, LIFE, SCIENCE, UNASKED


def drafts(text: str) -> tuple[Draft, ...]:
    document = read_document(text)
    return tuple(draft(extract(document), document))


def typed(text: str) -> dict[str, str]:
    found = [question for one in drafts(text) for question in one.questions if question.kind is Kind.TYPED]
    return {question.prompt: question.answer for question in found}


def test_a_golden_passage_is_asked_as_an_editor_would():
    assert typed(HARBOUR) == {
        "In which year was Port Ashby founded by the engineer Thomas Wexford?": "1652",
        "In which year did Port Ashby have 3,400 inhabitants?": "1701",
        "Port Ashby: In which year did the Treaty of Lismore end the Salt War?": "1713",
        "Port Ashby: Which treaty ended the Salt War in 1713?": "Treaty of Lismore",
        "Port Ashby: Who mapped the whole coast between 1715 and 1722?": "Mary Calder",
    }


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "The last plague of Orin struck Oslo in 1654.",
            "In which year did the last plague of Orin strike Oslo?",
            "1654",
        ),
        (
            "On 28 February 2008, Orin and Vell signed an agreement in which Vell became king.",
            "When did Orin and Vell sign an agreement?",
            "28 February 2008",
        ),
        (
            "The Ministry of Health employed 400 officers in 2009.",
            "How many officers did the Ministry of Health employ in 2009?",
            "400",
        ),
        (
            "The first director of the Orin Museum was Mary Calder (1801–1870).",
            "Who was the first director of the Orin Museum?",
            "Mary Calder",
        ),
        (
            "Scottish chemist James Dewar liquefied oxygen in London in 1877.",
            "Which Scottish chemist liquefied oxygen in London in 1877?",
            "James Dewar",
        ),
        (
            "Mary Calder once again joined the council of Orin in 1722.",
            "In which year did Mary Calder once again join the council of Orin?",
            "1722",
        ),
        (
            "Mary Calder again joined the council of Orin in 1722.",
            "In which year did Mary Calder again join the council of Orin?",
            "1722",
        ),
    ],
)
def test_a_plain_clause_is_turned_into_a_question(text, question, answer):
    assert typed(text)[question] == answer


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Mary Calder abandoned Ashby because a flood had ruined its harbour.",
            "Why did Mary Calder abandon Ashby?",
            "because a flood had ruined its harbour",
        ),
        (
            "In 1722, Ashby taxed foreign ships in order to pay for the dyke.",
            "Why did Ashby tax foreign ships in 1722?",
            "in order to pay for the dyke",
        ),
        (
            "Orin has two harbours because a sandbank divides its bay.",
            "Why does Orin have two harbours?",
            "because a sandbank divides its bay",
        ),
    ],
)
def test_a_cause_is_a_flashcard_and_never_typed_or_blanked(text, question, answer):
    (one,) = [one for one in drafts(text) if one.fact.answer_type is AnswerType.CAUSE]
    assert [(made.kind, made.prompt, made.answer) for made in one.questions] == [(Kind.RECALL, question, answer)]


@pytest.mark.parametrize(
    "text",
    [
        "After leaving the town of Orin Tesla met two partners in 1886, Robert Lane and Benjamin Vail.",
        "Tropical Storm Bonnie would cause some damage in 2004 on the coast.",
        "Jacksonville is the main city of the region, with a population of 1,345,596 in 2010.",
    ],
)
def test_what_is_not_plain_is_only_a_gap(text):
    assert typed(text) == {}


def test_a_passage_of_science_is_asked_as_an_editor_would():
    asked = {(made.prompt, made.answer) for one in drafts(SCIENCE) for made in one.questions}
    assert ("Why is Orinite used as a lubricant?", "because its layers slide over each other") in asked
    assert ("The melting point of pure orinite is _____.", "565 °C") in asked


def test_a_passage_that_leans_on_its_page_gives_no_question():
    assert drafts(UNASKED) == ()


def test_wrong_years_are_near_free_and_between_the_other_years():
    wall = drafts("The wall of Orin stood from 1700 until 1704.")
    offered = {option for one in wall for question in one.questions for option in question.distractors}
    assert offered == set()
    peace = next(one for one in drafts(HARBOUR) if one.fact.answer == "1713")
    [choice] = [question for question in peace.questions if question.kind is Kind.CHOICE]
    assert len(set(choice.distractors)) == 3
    assert all(abs(int(year) - 1713) <= 20 and year not in HARBOUR for year in choice.distractors)


def test_claims_are_true_with_the_answer_and_false_without_it():
    claims = [(one, made) for one in drafts(HARBOUR) for made in one.questions if made.kind is Kind.TRUE_FALSE]
    assert claims
    for one, made in claims:
        assert (made.answer == "true") == stands_in_words(one.fact.answer, made.prompt)


def test_every_refusal_has_its_reason():
    ireland = next(one for one in drafts(HARBOUR) if one.fact.answer == "Royal Navy")
    assert {(refusal.kind, refusal.reason) for refusal in ireland.refused} == {
        (Kind.TYPED, Reason.NO_PROMPT),
        (Kind.CHOICE, Reason.TOO_FEW_OPTIONS),
        (Kind.TRUE_FALSE, Reason.TOO_FEW_OPTIONS),
    }


def test_what_the_whole_document_is_about_is_no_gap_unless_it_is_defined():
    gaps = [q.prompt for one in drafts(HARBOUR) for q in one.questions if q.answer == "Port Ashby"]
    assert gaps == ["_____ is a harbour town on the north coast of Ireland."]


def test_a_gap_needs_something_that_tells_what_the_sentence_speaks_of():
    refused = {
        one.fact.answer for one in drafts("Much of the harvest was burnt by angry farmers in 1871. It was cold.")
    }
    assert refused == set()


SENTENCES = st.sampled_from(
    [
        "Mary Calder sold her charts to the Royal Navy in 1722.",
        "The Orin Bridge was opened in 1871 by 3,400 people.",
        "She left the town in 1722 with 12 ships.",
        "In 1871, the Ashby expedition reached Lake Orin.",
        "The treaty (1713) ended the war; nobody wrote it down.",
    ]
)


@given(st.lists(SENTENCES, max_size=8).map(" ".join))
def test_no_question_holds_its_answer_and_none_is_asked_twice(text):
    asked = [(question, one) for one in drafts(text) for question in one.questions]
    for question, one in asked:
        if question.kind is not Kind.TRUE_FALSE:
            assert not stands_in_words(one.fact.answer, question.prompt)
        assert not any(stands_in_words(option, text) for option in question.distractors if option.isdigit())
    keys = [(question.kind, question.prompt) for question, _ in asked]
    assert len(keys) == len(set(keys))
    assert drafts(text) == drafts(text)


def test_a_life_is_asked_by_its_whole_dates():
    asked = typed(LIFE)
    assert asked["When was Mary Calder born?"] == "3 May 1690"
    assert asked["When did Mary Calder die?"] == "11 June 1761"
    assert not [prompt for prompt in asked if "Wexford born" in prompt]


def test_two_names_are_right_in_either_order():
    text = "The corals of Ireland are divided into the subclasses Vellia and Orinia."
    pairs = [question for one in drafts(text) if one.fact.grain == "pair" for question in one.questions]
    assert [(question.answer, question.accepted[0]) for question in pairs] == [
        ("Vellia and Orinia", "Orinia and Vellia")
    ]
