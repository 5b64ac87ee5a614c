"""The command: objections on both streams, hashes and approvals written, a failure while anything is wrong."""

import hashlib
import json

import pytest
from django.core.management import CommandError, call_command

from tests.sources.files import SMALL, changed

LAKE = "Ashby came to Lake Orin in 1871."
MONEY = "The Kettle Society gave him two boats."
DOCUMENT = f"# Orin\n\n## The lake\n\n{LAKE}\n\n## The money\n\nNobody else paid.\n\n{MONEY}\n"
LAKE_HASH, MONEY_HASH = (hashlib.sha256(text.encode()).hexdigest() for text in (LAKE, MONEY))


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "orin.yaml"
    path.write_text(SMALL)
    return path


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "document.txt"
    path.write_text(DOCUMENT)
    return path


def test_a_bank_is_filled_confirmed_and_then_passes(bank, document, capsys):
    call_command("check_bank", str(bank), against=document, confirm=True)
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err.splitlines()[-1] == "No objections."
    hashed = SMALL.replace('1, sha256: ""', f'1, sha256: "{LAKE_HASH}"').replace(
        '2, sha256: ""', f'2, sha256: "{MONEY_HASH}"'
    )
    written = bank.read_text()
    assert written.startswith(f"{hashed}confirmed:\n  arrival/when: ")
    assert written.removeprefix(hashed).count("\n") == 7

    call_command("check_bank", str(bank))
    assert json.loads(capsys.readouterr().out) == []
    assert bank.read_text() == written


def test_objections_are_told_to_programs_and_to_people(bank, document, capsys):
    call_command("check_bank", str(bank), against=document, confirm=True)
    text = bank.read_text()
    bank.write_text(changed(("            unit: boats\n", ""), text=text))
    capsys.readouterr()
    with pytest.raises(CommandError, match=r"1 objection\.") as failed:
        call_command("check_bank", str(bank))
    out, err = capsys.readouterr()
    assert failed.value.returncode == 1
    assert json.loads(out) == [
        {
            "file": str(bank),
            "line": 52,
            "statement": "payer",
            "field": "boats.unit",
            "problem": "“two” of what?",
            "mend": "Write what is counted: “unit: troops”.",
        }
    ]
    assert err.splitlines()[-1] == (
        f"{bank}:52: statement payer, field boats.unit: “two” of what? Mend: Write what is counted: “unit: troops”."
    )


def test_every_pool_is_printed(bank, capsys):
    with pytest.raises(CommandError, match=r"8 objections\."):  # six pools, two hashes
        call_command("check_bank", str(bank))
    err = capsys.readouterr().err
    assert err.count("[new] ") == 6
    assert "[new] payer/boats: How many boats did the Kettle Society pay for?\n    two | three | four | five\n" in err
    assert bank.read_text() == SMALL


def test_what_the_reader_refuses_is_told_the_same_way(bank, capsys):
    bank.write_text(changed(("language: en", "lang: en")))
    with pytest.raises(CommandError, match=r"1 objection\."):
        call_command("check_bank", str(bank), confirm=True)
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["line"], told["field"], told["problem"]) == (4, "lang", "This field is unknown.")
    assert "confirmed" not in bank.read_text()


def test_line_ends_and_the_byte_order_stay(bank, document, capsys):
    bank.write_bytes(SMALL.replace("\n", "\r\n").encode())
    call_command("check_bank", str(bank), against=document, confirm=True)
    written = bank.read_bytes()
    assert json.loads(capsys.readouterr().out) == []
    assert written.count(b"\n") == written.count(b"\r\n") == SMALL.count("\n") + 7


def test_an_unknown_bank_is_answered_with_the_known_ones():
    with pytest.raises(
        CommandError, match=r"no shipped bank of that key\. Shipped banks: siberian-intervention, soviet"
    ):
        call_command("check_bank", "vell")


def test_a_document_that_is_not_there_is_a_clear_failure(bank, tmp_path):
    with pytest.raises(CommandError, match=r"none\.txt cannot be read: No such file or directory\."):
        call_command("check_bank", str(bank), against=tmp_path / "none.txt")


def test_a_shipped_bank_is_found_by_its_key(capsys):
    call_command("check_bank", "siberian-intervention")
    assert json.loads(capsys.readouterr().out) == []
