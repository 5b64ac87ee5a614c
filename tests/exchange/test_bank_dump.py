"""Every current question as plain values."""

import pytest

from questions.exchange.bank_dump import DumpedQuestion, dump_questions, source_of
from questions.exchange.bank_load import load_bank
from questions.models import Bank, Document
from questions.sources.bank_file import read_bank_file
from tests.factories import LOADED
from tests.sources.files import SMALL, changed

pytestmark = pytest.mark.django_db


def dumped(*texts):
    for text in texts:
        load_bank(read_bank_file(text, file="orin.yaml"), now=LOADED)
    return dump_questions(Bank.objects.select_related("document").get())


def test_a_question_is_dumped_with_all_that_belongs_to_it():
    assert [one for one in dumped(SMALL) if one.fact == "orin/lateness/why"] == [
        DumpedQuestion(
            bank="orin",
            unit="journey",
            fact="orin/lateness/why",
            kind=kind,
            question="Why did Ashby's party come late to the lake?",
            answer="the mules had eaten the only map",
            accepted=[],
            distractors=distractors,
            explanation="The mules were never blamed.",
            source="M. Field, A Short History of Lake Orin, Annals of Dry Lakes, 1990, https://example.org/orin",
            section="The lake, paragraph 1; The money, paragraph 2",
        )
        for kind, distractors in [
            (
                "choice",
                [
                    "the guides had sold the only boat",
                    "the river had taken the bridge",
                    "the cook had lost the compass",
                ],
            ),
            ("recall", []),
        ]
    ]


def test_questions_come_in_the_order_of_teaching_then_by_kind():
    found = [(one.fact.removeprefix("orin/"), one.kind) for one in dumped(SMALL)]
    assert found[:4] == [
        ("arrival/when", "choice"),
        ("arrival/when", "cloze"),
        ("arrival/when", "typed"),
        ("arrival/who", "choice"),
    ]
    assert found[-1] == ("payer/boats", "typed")
    assert len(found) == 17


def test_old_versions_and_retired_facts_are_left_out():
    found = dumped(
        SMALL,
        changed(
            ("Whose expedition reached Lake Orin in 1871?", "Who led the expedition to Lake Orin?"),
            (SMALL[SMALL.index("  - key: money\n    title") :], ""),
        ),
    )
    assert {one.question for one in found if one.fact == "orin/arrival/who" and one.kind != "cloze"} == {
        "Who led the expedition to Lake Orin?"
    }
    assert {one.unit for one in found} == {"journey"}


@pytest.mark.parametrize("size", [SMALL, changed((SMALL[SMALL.index("  - key: money\n    title") :], ""))])
def test_dumping_costs_two_queries(size, django_assert_num_queries):
    dumped(size)
    bank = Bank.objects.select_related("document").get()
    with django_assert_num_queries(2):
        dump_questions(bank)


def test_what_is_not_known_of_a_document_is_left_out():
    assert source_of(Document(title="A Short History")) == "A Short History"
    assert source_of(None) == ""
