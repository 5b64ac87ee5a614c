"""Claims: only on dates and numbers, true or false by the key of the fact, the false ones with a value of the pool."""

from questions.generation import true_false
from questions.generation.facts import FactIn, MadeQuestion, Refusal
from questions.vocabulary import Kind

from .invented import bank, fact

SAYS = "The party reached the lake in {}."


def claims(key: str) -> list[tuple[str, str]]:
    [made] = asked(fact("1871", "date", says=SAYS, options=("1873", "1868"), key=key))
    assert isinstance(made, MadeQuestion)
    return [(made.prompt, made.answer)]


def asked(one: FactIn) -> list[MadeQuestion | Refusal]:
    return true_false.make(one, bank(one))


def refusal(one: FactIn) -> tuple[str, str]:
    [found] = asked(one)
    assert isinstance(found, Refusal)
    assert found.kind is Kind.TRUE_FALSE
    return str(found.reason), found.message


def test_a_claim_is_true_with_the_answer_and_false_with_a_wrong_value():
    found = {claims(f"orin/s/{number}")[0] for number in range(20)}
    assert found == {
        ("The party reached the lake in 1871.", "true"),
        ("The party reached the lake in 1873.", "false"),
    }


def test_the_same_fact_gives_the_same_claim():
    assert claims("orin/s/b") == claims("orin/s/b")


def test_only_dates_and_numbers_are_claimed():
    lake = fact("Orin", options=("Tamsin", "Vell"))
    assert refusal(lake) == ("prose", "Only dates and numbers are asked as true or false.")


def test_without_a_wrong_value_there_is_no_claim():
    year = fact("1871", "date", says=SAYS)
    assert refusal(year) == ("too_few_options", "There is no near value that is surely wrong.")


def test_a_statement_that_tells_its_own_answer_is_no_claim():
    year = fact("1871", "date", says="In {} the party of 1871 set out.", options=("1873", "1868"))
    assert refusal(year)[0] == "answer_in_prompt"
