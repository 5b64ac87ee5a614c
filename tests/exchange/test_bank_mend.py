"""A bank file is written to without another byte changing."""

import pytest

from questions.exchange.bank_mend import with_confirmations, with_paragraph_hashes
from questions.sources.bank_file import read_bank_file
from tests.sources.files import SMALL, changed

A, B = "a" * 64, "b" * 64


def hashed(text, hashes):
    return with_paragraph_hashes(text, read_bank_file(text, file="orin.yaml"), hashes)


def test_a_hash_is_written_where_it_is_missing():
    assert hashed(SMALL, {"money-2": A}) == changed(('2, sha256: ""}', f'2, sha256: "{A}"}}'))


@pytest.mark.parametrize("empty", ['""', "''"])
def test_passages_may_be_written_over_several_lines(empty):
    start, end = SMALL.index("  lake-1:"), SMALL.index("units:")
    block = (
        f"  lake-1:\n    section: The lake  # where it lies\n    paragraph: 1\n    sha256:   {empty}  # soon\n"
        f"  money-2:\n    paragraph: 2\n    sha256: {empty}\n"
    )
    text = SMALL[:start] + block + SMALL[end:]
    expected = text.replace(f"sha256:   {empty}  # soon", f'sha256:   "{A}"  # soon').replace(
        f"sha256: {empty}\nunits", f'sha256: "{B}"\nunits'
    )
    assert hashed(text, {"lake-1": A, "money-2": B}) == expected


def test_a_hash_that_is_there_stays():
    text = changed(('1, sha256: ""}', f'1, sha256: "{B}"}}'))
    assert hashed(text, {"lake-1": A}) == text


def test_approvals_are_added_at_the_end():
    assert with_confirmations("key: orin\n", {"a/b": "1" * 16}) == f"key: orin\nconfirmed:\n  a/b: {'1' * 16}\n"
    assert with_confirmations("key: orin", {"a/b": "1" * 16}) == f"key: orin\nconfirmed:\n  a/b: {'1' * 16}\n"


def test_approvals_replace_the_block_that_is_there():
    old = "confirmed:\n  old/one: 0000000000000000\n\n  # noted\n  old/two: 0000000000000000\n"
    text = f"key: orin\n{old}units:\n  - key: a\n"
    assert with_confirmations(text, {"a/b": "1" * 16}) == (
        f"key: orin\nconfirmed:\n  a/b: {'1' * 16}\nunits:\n  - key: a\n"
    )
    last = "key: orin\nconfirmed:\n  old/one: 0000000000000000"
    assert with_confirmations(last, {"a/b": "1" * 16}) == f"key: orin\nconfirmed:\n  a/b: {'1' * 16}\n"


def test_the_same_approvals_again_change_nothing():
    once = with_confirmations(SMALL, {"a/b": "1" * 16})
    assert with_confirmations(once, {"a/b": "1" * 16}) == once


def test_line_ends_of_windows_stay():
    text = "key: orin\r\nconfirmed:\r\n  old/one: 0000000000000000\r\nunits: x\r\n"
    assert (
        with_confirmations(text, {"a/b": "1" * 16}) == f"key: orin\r\nconfirmed:\r\n  a/b: {'1' * 16}\r\nunits: x\r\n"
    )
