"""A bank file as records; and for each way of breaking it the line, the statement, the field and what is wrong."""

import pytest

from questions.sources.bank_file import read_bank_file
from questions.sources.errors import BankFileErrors
from questions.sources.records import BlankRecord, DocumentRecord, PassageRef
from questions.vocabulary import AnswerType

from .files import SMALL, changed


def read(text):
    return read_bank_file(text, file="banks/orin.yaml")


def faults(text):
    """(line, statement, field, problem) of every fault."""
    with pytest.raises(BankFileErrors) as broken:
        read(text)
    return [(fault.line, fault.statement, fault.field, fault.problem) for fault in broken.value.errors]


def test_a_bank_is_read_whole():
    bank = read(SMALL)
    assert (bank.key, bank.title, bank.language, bank.file) == ("orin", "The Ashby expedition", "en", "banks/orin.yaml")
    assert bank.document == DocumentRecord(
        "A Short History of Lake Orin", "M. Field", "Annals of Dry Lakes", "1990", "https://example.org/orin"
    )
    assert bank.passages == (PassageRef("lake-1", "The lake", 1, "", 12), PassageRef("money-2", "The money", 2, "", 13))
    assert [(unit.key, [one.key for one in unit.statements]) for unit in bank.units] == [
        ("journey", ["arrival", "lateness"]),
        ("money", ["payer"]),
    ]
    assert bank.passage("money-2").paragraph == 2
    with pytest.raises(KeyError):
        bank.passage("money-3")


def test_a_blank_is_read_whole():
    who = read(SMALL).units[0].statements[0].blanks[1]
    assert who == BlankRecord(
        key="who",
        answer="Ashby",
        answer_type=AnswerType.PERSON,
        prompts=("Whose expedition reached Lake Orin in 1871?",),
        accept=("Lord Ashby",),
        options=("Burton", "Kettle", "Morrow"),
        line=26,
    )


def test_two_wordings_and_one_text_are_lists():
    text = changed(
        ("prompt: Whose expedition reached Lake Orin in 1871?", "prompt: [Who came in 1871?, Who led it?]"),
        ("accept: [Lord Ashby]", "accept: Lord Ashby\n            also_true: The Lord"),
    )
    who = read(text).units[0].statements[0].blanks[1]
    assert (who.prompts, who.accept, who.also_true) == (
        ("Who came in 1871?", "Who led it?"),
        ("Lord Ashby",),
        ("The Lord",),
    )


def test_a_blank_may_have_nothing_but_its_name():
    blanks = SMALL.index("          boats:\n")
    bank = read(SMALL[:blanks] + "          boats: {}\n")
    assert bank.units[1].statements[0].blanks[1] == BlankRecord("boats", "two", AnswerType.QUANTITY, line=52)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("key: orin", "key: Orin"), (1, "", "key", "“Orin” is not a key.")),
        (("key: orin", "key: lake"), (1, "", "key", "The key lake is not the file's name.")),
        (("title: The Ashby expedition", "title:"), (2, "", "title", "This field is missing or empty.")),
        (("language: en", "colour: red"), (4, "", "colour", "This field is unknown.")),
        (("  author: M. Field", "  author: [M. Field]"), (7, "", "document.author", "Here one text is expected.")),
        (
            ("https://example.org/orin", "example.org/orin"),
            (10, "", "document.link", "“example.org/orin” is not a web address."),
        ),
        (
            ("{section: The lake, paragraph: 1,", "{section: The lake, paragraph: one,"),
            (12, "", "passages.lake-1.paragraph", "“one” is not a paragraph's number."),
        ),
        (
            ('paragraph: 1, sha256: ""', "paragraph: 1, sha256: abc"),
            (12, "", "passages.lake-1.sha256", "This is not a SHA-256."),
        ),
        (("  - key: money", "  - key: journey"), (42, "", "", "The unit key journey stands already in line 15.")),
        (("- key: payer", "- key: arrival"), (45, "", "", "The statement key arrival stands already in line 19.")),
        (("        cite: lake-1\n", ""), (19, "arrival", "cite", "The statement cites nothing.")),
        (("        cite: lake-1\n", "        cite: lake-7\n"), (20, "arrival", "cite", "There is no passage lake-7.")),
        (("[1871](date:when)", "[1871](time:when)"), (21, "arrival", "text", "“time” is not an answer type.")),
        (("[1871](date:when)", "[1871](unknown:when)"), (21, "arrival", "text", "“unknown” is not an answer type.")),
        (
            ("[1871](date:when) the", "[1871](date:when) [the]"),
            (21, "arrival", "text", "In this text the bracket near “[the]” belongs to no blank."),
        ),
        (
            ("accept: [Lord Ashby]", "accept: [Lord Ashby, Lord Ashby]"),
            (28, "arrival", "who.accept", "A text stands twice in this list."),
        ),
        (("accept: [Lord Ashby]", 'accept: [""]'), (28, "arrival", "who.accept", "A text of this list is empty.")),
        (("accept: [Lord Ashby]", "except: [Lord Ashby]"), (28, "arrival", "who.except", "This field is unknown.")),
        (
            ("options: [Burton, Kettle, Morrow]", "options: Burton"),
            (29, "arrival", "who.options", "Here a list is expected."),
        ),
        (
            ("prompt: Whose expedition reached Lake Orin in 1871?", "prompt: [One?, Two?, Three?]"),
            (27, "arrival", "who.prompt", "There are more than two wordings."),
        ),
        (
            ("            prompt: Why did Ashby's party come late to the lake?\n", ""),
            (39, "lateness", "why.prompt", "An answer of more than four words needs a prompt."),
        ),
        (
            ("basis: paraphrased", "basis: guessed"),
            (41, "lateness", "why.basis", "“guessed” is not allowed here."),
        ),
        (
            ("unit: boats", f"unit: {'b' * 61}"),
            (54, "payer", "boats.unit", "This text is longer than 60 characters."),
        ),
        (
            ("    title: Who paid", "    title: Who paid\n    colour: red"),
            (44, "", "unit.colour", "This field is unknown."),
        ),
    ],
)
def test_one_fault_is_named_with_its_place(change, fault):
    assert faults(changed(change)) == [fault]


def test_a_blank_of_another_name_is_missed_under_both_names():
    assert faults(changed(("          who:\n", "          whom:\n"))) == [
        (22, "arrival", "blanks", "The blank who is not listed."),
        (26, "arrival", "blanks", "The text has no blank whom."),
    ]


def test_who_cites_a_passage_by_its_old_key_is_told():
    assert faults(changed(("  lake-1: {", "  Lake_1: {"))) == [
        (12, "", "passages.Lake_1", "“Lake_1” is not a key."),
        (20, "arrival", "cite", "There is no passage lake-1."),
        (34, "lateness", "cite", "There is no passage lake-1."),
    ]


def test_a_statement_needs_a_blank():
    text = changed(
        ("[1871](date:when)", "1871"), ("[Ashby](person:who)", "Ashby"), ("[Lake Orin](place:where)", "Orin")
    )
    assert faults(text) == [(21, "arrival", "text", "The statement has no blank.")]


def test_prose_needs_options_of_its_author():
    problem = "Cause answers and answers of more than four words need wrong options."
    assert faults(changed((", the river had taken the bridge, the cook had lost the compass]", "]"))) == [
        (40, "lateness", "why.options", problem)
    ]


@pytest.mark.parametrize(
    ("gone", "field"), [("document:\n", "document"), ("passages:\n", "passages"), ("units:\n", "units")]
)
def test_a_bank_needs_a_document_passages_and_units(gone, field):
    start = SMALL.index(gone)
    rest = SMALL[start + len(gone) :].splitlines(keepends=True)
    after = next((n for n, line in enumerate(rest) if not line.startswith(" ")), len(rest))
    assert field in {name for _, _, name, _ in faults(SMALL[:start] + "".join(rest[after:]))}


def test_all_faults_are_named_at_once_in_the_order_of_the_file():
    text = changed(("title: Who paid", "title:"), ("language: en", "lang: en"), ("unit: boats", "units: boats"))
    assert faults(text) == [
        (4, "", "lang", "This field is unknown."),
        (43, "", "unit.title", "This field is missing or empty."),
        (54, "payer", "boats.units", "This field is unknown."),
    ]


def test_of_broken_yaml_only_that_is_said():
    ((line, statement, field, problem),) = faults(changed(("title: Who paid", "title: Who: paid")))
    assert (line, statement, field) == (43, "", "")
    assert problem.startswith("This is not YAML:")


def test_a_fault_reads_as_a_person_reads_it():
    with pytest.raises(BankFileErrors) as broken:
        read(changed(("accept: [Lord Ashby]", "accept: [Lord Ashby, Lord Ashby]")))
    assert str(broken.value) == (
        "banks/orin.yaml:28: statement arrival, field who.accept: A text stands twice in this list. Mend: Remove one."
    )


def test_confirmed_pools_are_read_and_nothing_else_there():
    assert read(SMALL + "confirmed:\n  arrival/who: 0123456789abcdef\n").confirmed == {
        "arrival/who": "0123456789abcdef"
    }
    assert faults(SMALL + "confirmed:\n  arrival/who: yes\n") == [
        (57, "", "confirmed", "This block is written by a program.")
    ]
