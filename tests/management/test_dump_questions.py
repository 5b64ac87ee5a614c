"""The command prints a list of plain objects, or says which banks there are."""

import json

import pytest
from django.core.management import CommandError, call_command

from questions.exchange.bank_load import load_bank
from questions.sources.bank_file import read_bank_file
from tests.factories import LOADED
from tests.sources.files import SMALL

pytestmark = pytest.mark.django_db


def test_questions_are_printed_as_json(capsys):
    load_bank(read_bank_file(SMALL, file="orin.yaml"), now=LOADED)
    call_command("dump_questions", "orin")
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 17
    assert found[4] == {
        "bank": "orin",
        "unit": "journey",
        "fact": "orin/arrival/who",
        "kind": "cloze",
        "question": "In 1871 the _____ expedition reached Lake Orin.",
        "answer": "Ashby",
        "accepted": ["Lord Ashby"],
        "distractors": [],
        "explanation": "",
        "source": "M. Field, A Short History of Lake Orin, Annals of Dry Lakes, 1990, https://example.org/orin",
        "section": "The lake, paragraph 1",
    }


def test_an_unknown_bank_is_answered_with_the_known_ones():
    with pytest.raises(CommandError, match=r"There is no bank vell\. Known banks: none; run load_banks first\."):
        call_command("dump_questions", "vell")
    load_bank(read_bank_file(SMALL, file="orin.yaml"), now=LOADED)
    with pytest.raises(CommandError, match=r"There is no bank vell\. Known banks: orin\."):
        call_command("dump_questions", "vell")
