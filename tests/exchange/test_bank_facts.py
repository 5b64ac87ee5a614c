"""A bank file's records as facts for generation."""

from questions.exchange.bank_facts import fact_key, facts_of, kinds_of, made_of
from questions.generation.facts import FactIn
from questions.sources.bank_file import read_bank_file
from questions.vocabulary import AnswerType
from tests.sources.files import SMALL, changed


def facts(text=SMALL):
    return facts_of(read_bank_file(text, file="orin.yaml"))


def test_a_fact_carries_all_that_generation_asks_for():
    text = changed(
        ("accept: [Lord Ashby]", "accept: [Lord Ashby]\n            also_true: [the Lord]\n            distinct: true"),
        ("        cite: lake-1\n        text", "        claim_of: M. Field\n        cite: lake-1\n        text"),
    )
    assert facts(text)[1] == FactIn(
        key="orin/arrival/who",
        statement="arrival",
        unit="journey",
        position=1,
        answer="Ashby",
        answer_type=AnswerType.PERSON,
        sentence="In 1871 the Ashby expedition reached Lake Orin.",
        cloze="In 1871 the _____ expedition reached Lake Orin.",
        prompts=("Whose expedition reached Lake Orin in 1871?",),
        accepted=("Lord Ashby",),
        options=("Burton", "Kettle", "Morrow"),
        also_true=("the Lord",),
        claim_of="M. Field",
        is_distinct=True,
    )


def test_facts_are_numbered_through_the_whole_bank():
    assert [fact.position for fact in facts()] == [0, 1, 2, 3, 4, 5]
    assert facts()[5].unit_of_measure == "boats"


def test_a_key_is_bank_statement_and_blank():
    assert fact_key("orin", "arrival", "who") == "orin/arrival/who"


def test_questions_are_counted_by_kind():
    assert kinds_of(made_of(facts())) == {"choice": 6, "cloze": 5, "recall": 1, "typed": 5}
