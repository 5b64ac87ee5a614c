"""Loading a bank: by key, by content, never deleting; what is unchanged is not touched."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from questions.exchange.bank_load import BankReport, BankTaken, load_bank, retire_bank
from questions.models import Bank, Document, Fact, Passage, Question, Statement, Unit
from questions.sources.bank_file import read_bank_file
from tests.factories import LOADED, NOON, make_bank, make_learner, make_memory
from tests.sources.files import SMALL, changed

pytestmark = pytest.mark.django_db

SPRING = "In [1871](date:when) the"
PAYER = SMALL[SMALL.index("  - key: money\n    title") :]
BOATS = SMALL[SMALL.index("          boats:\n") :]


def load(text=SMALL, now=LOADED):
    return load_bank(read_bank_file(text, file="orin.yaml"), now=now)


def without(part, text=SMALL):
    return changed((part, ""), text=text)


def fact(key):
    return Fact.objects.get(key=f"orin/{key}")


def question(key, kind, **fields):
    return Question.objects.get(fact__key=f"orin/{key}", kind=kind, **fields)


def versions(key, kind):
    rows = Question.objects.filter(fact__key=f"orin/{key}", kind=kind).order_by("version")
    return [(row.version, row.prompt, row.is_current) for row in rows]


def test_a_bank_comes_into_the_tables_whole():
    report = load()

    bank = Bank.objects.select_related("document").get()
    assert (bank.key, bank.title, bank.visibility, bank.is_shipped, bank.owner) == (
        "orin",
        "The Ashby expedition",
        "public",
        True,
        None,
    )
    assert (bank.document.author, bank.document.link) == ("M. Field", "https://example.org/orin")
    assert [(unit.key, unit.position) for unit in bank.units.all()] == [("journey", 0), ("money", 1)]
    assert [str(one) for one in Passage.objects.order_by("pk")] == ["The lake, paragraph 1", "The money, paragraph 2"]
    assert report == BankReport(
        bank="orin",
        statements=3,
        facts=6,
        questions={"choice": 6, "cloze": 5, "recall": 1, "typed": 5},
        added=6,
    )


def test_facts_stand_in_the_order_of_teaching():
    load()
    assert list(Fact.objects.values_list("key", "position", "unit__key")) == [
        ("orin/arrival/when", 0, "journey"),
        ("orin/arrival/who", 1, "journey"),
        ("orin/arrival/where", 2, "journey"),
        ("orin/lateness/why", 3, "journey"),
        ("orin/payer/payer", 4, "money"),
        ("orin/payer/boats", 5, "money"),
    ]


def test_a_fact_and_its_statement_say_what_the_file_says():
    load()
    why, who, boats = fact("lateness/why"), fact("arrival/who"), fact("payer/boats")
    assert (why.answer, why.answer_type, why.basis) == ("the mules had eaten the only map", "cause", "paraphrased")
    assert (who.accepted, boats.unit_of_measure, who.changed_at) == (["Lord Ashby"], "boats", LOADED)
    assert (why.statement.explanation, why.statement.citation) == (
        "The mules were never blamed.",
        "The lake, paragraph 1; The money, paragraph 2",
    )


def test_a_question_has_its_prompt_its_answer_and_the_whole_pool():
    load()
    who = question("arrival/who", "choice")
    assert (who.prompt, who.answer, who.accepted, who.distractors, who.version, who.is_current) == (
        "Whose expedition reached Lake Orin in 1871?",
        "Ashby",
        ["Lord Ashby"],
        ["Burton", "Kettle", "Morrow"],
        1,
        True,
    )
    assert question("arrival/who", "cloze").prompt == "In 1871 the _____ expedition reached Lake Orin."


def test_a_second_time_nothing_is_written():
    load()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        report = load(now=NOON)
    assert [one["sql"] for one in asked if one["sql"].split()[0] not in {"SELECT", "SAVEPOINT", "RELEASE"}] == []
    assert (report.added, report.changed, report.retired, report.returned) == (0, 0, 0, 0)
    assert report.facts == 6


def test_a_bank_of_any_size_is_compared_in_the_same_number_of_queries(django_assert_num_queries):
    load(without(PAYER))
    with CaptureQueriesContext(connection) as few:
        load(without(PAYER))
    load()
    with django_assert_num_queries(len(few)):
        load()


def test_a_changed_prompt_is_a_new_version_beside_the_old():
    load()
    prompt = "Whose expedition reached Lake Orin in 1871?"
    report = load(changed((prompt, "Who led the expedition to Lake Orin?")), now=NOON)
    assert versions("arrival/who", "typed") == [
        (1, prompt, False),
        (2, "Who led the expedition to Lake Orin?", True),
    ]
    assert [row[0] for row in versions("arrival/who", "cloze")] == [1]
    assert (report.changed, fact("arrival/who").changed_at, fact("arrival/when").changed_at) == (1, NOON, LOADED)


def test_back_to_the_old_words_is_a_third_version():
    load()
    other = changed(("Whose expedition reached Lake Orin in 1871?", "Who led the expedition to Lake Orin?"))
    load(other)
    load()
    assert [(version, is_current) for version, _, is_current in versions("arrival/who", "typed")] == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_a_changed_answer_changes_fact_and_questions_under_the_same_key():
    load()
    pk = fact("arrival/when").pk
    load(changed(("In [1871](date:when)", "In [1872](date:when)")), now=NOON)
    when = fact("arrival/when")
    assert (when.pk, when.answer, when.changed_at) == (pk, "1872", NOON)
    assert question("arrival/when", "typed", is_current=True).answer == "1872"
    assert [version for version, _, _ in versions("arrival/who", "cloze")] == [1, 2]


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (("The mules were never blamed.", "Nobody blamed the mules."), {"lateness/why"}),
        (("cite: [lake-1, money-2]", "cite: lake-1"), {"lateness/why"}),
        (
            ("section: The money, paragraph: 2", "section: The money, paragraph: 3"),
            {"lateness/why", *("payer/payer", "payer/boats")},
        ),
        (("            basis: paraphrased\n", ""), {"lateness/why"}),
        (("unit: boats", "unit: rowing boats"), {"payer/boats"}),
        (("title: Who paid", "title: Money"), set()),
        (("description: How the lake was found.\n", ""), set()),
    ],
)
def test_only_what_a_fact_shows_dates_it_anew(change, touched):
    load()
    report = load(changed(change), now=NOON)
    found = set(Fact.objects.filter(changed_at=NOON).values_list("key", flat=True))
    assert found == {f"orin/{key}" for key in touched}
    assert report.changed == len(touched)
    assert Question.objects.exclude(version=1).count() == 0


def test_a_hash_found_later_changes_no_fact():
    load()
    load(
        changed(
            ('section: The lake, paragraph: 1, sha256: ""', f"section: The lake, paragraph: 1, sha256: {'a' * 64}")
        ),
        now=NOON,
    )
    assert Passage.objects.get(key="lake-1").sha256 == "a" * 64
    assert Fact.objects.filter(changed_at=NOON).count() == 0


def test_another_link_dates_every_fact_anew():
    load()
    load(changed(("https://example.org/orin", "https://example.org/lake")), now=NOON)
    assert Document.objects.get().link == "https://example.org/lake"
    assert Fact.objects.filter(changed_at=NOON).count() == 6


def test_what_is_gone_is_retired_and_what_people_remember_stays():
    load()
    memory = make_memory(make_learner(), fact("payer/boats"))
    report = load(without(PAYER), now=NOON)
    assert (report.facts, report.retired) == (4, 2)
    assert fact("payer/boats").retired_at == NOON
    assert Statement.objects.get(key="payer").retired_at == NOON
    assert Unit.objects.get(key="money").retired_at == NOON
    assert Question.objects.current().filter(fact__unit__key="money").count() == 0
    memory.refresh_from_db()
    assert memory.fact == fact("payer/boats")


def test_what_comes_back_is_current_again_with_its_version_and_date():
    load()
    load(without(PAYER), now=NOON)
    report = load(now=NOON + timedelta(days=1))
    boats = fact("payer/boats")
    assert (boats.retired_at, boats.changed_at) == (None, LOADED)
    assert (Statement.objects.get(key="payer").retired_at, Unit.objects.get(key="money").retired_at) == (None, None)
    assert versions("payer/boats", "typed") == [(1, "How many boats did the Kettle Society pay for?", True)]
    assert (report.added, report.retired, report.returned) == (0, 0, 2)


def test_a_kind_that_is_no_longer_made_is_no_longer_current_and_comes_back_as_it_was():
    prompt = "            prompt: How many boats did the Kettle Society pay for?\n"
    load()
    load(without(prompt), now=NOON)
    assert [row[::2] for row in versions("payer/boats", "typed")] == [(1, False)]
    assert fact("payer/boats").changed_at == NOON
    load()
    assert [row[::2] for row in versions("payer/boats", "typed")] == [(1, True)]


def test_a_new_statement_moves_the_others_and_changes_none():
    new = (
        "      - key: mules\n        cite: lake-1\n"
        '        text: "The mules drank from [Lake Vell](place:drank) before."\n        blanks:\n          drank: {}\n'
    )
    load()
    text = changed(("    statements:\n      - key: arrival\n", f"    statements:\n{new}      - key: arrival\n"))
    report = load(text, now=NOON)
    assert (report.added, report.retired) == (1, 0)
    assert fact("mules/drank").position == 0
    assert (fact("payer/boats").position, fact("payer/boats").changed_at) == (6, LOADED)


def test_a_statement_may_move_to_another_unit():
    load()
    statement = SMALL[SMALL.index("      - key: payer") :]
    moved = without(PAYER).rstrip("\n") + "\n" + statement
    load(moved, now=NOON)
    boats = fact("payer/boats")
    assert (boats.unit.key, boats.statement.unit.key, boats.retired_at, boats.changed_at) == (
        "journey",
        "journey",
        None,
        LOADED,
    )


def test_a_bank_that_somebody_made_here_is_left_alone():
    make_bank("orin", owner=make_learner())
    with pytest.raises(BankTaken, match="The key orin belongs to a bank that somebody made here"):
        load()
    assert Fact.objects.count() == 0


def test_a_bank_whose_file_is_gone_is_retired_and_hidden_and_may_come_back():
    load()
    report = retire_bank(Bank.objects.get(), now=NOON)
    assert report == BankReport("orin", 0, 0, {}, retired=6)
    assert (Fact.objects.current().count(), Bank.objects.get().visibility) == (0, "private")
    assert load().returned == 6
    assert Bank.objects.get().visibility == "public"
