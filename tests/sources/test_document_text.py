"""A paragraph is found by its heading and its number; its hash does not hang on typography."""

import hashlib

import pytest

from questions.sources.document_text import read_document

TEXT = """\
# Lake Orin

By M. Field

## The lake

It is “deep” [1].

It is cold.

## Boats

### Rowing boats

There are two.

### Sailing boats

There are none.

## The lake

Another chapter of the same name.
"""


@pytest.mark.parametrize(
    ("section", "number", "text"),
    [
        ("The lake", 1, "It is “deep”."),
        ("the LAKE", 2, "It is cold."),
        ("The lake", 3, "Another chapter of the same name."),
        ("The lake", 4, None),
        ("The lake", 0, None),
        ("", 1, "By M. Field"),
        ("Lake Orin", 1, "By M. Field"),
        ("Rowing boats", 1, "There are two."),
        ("Boats", 2, "There are none."),
        ("Ships", 1, None),
    ],
)
def test_a_paragraph_is_the_nth_block_under_its_heading(section, number, text):
    found = read_document(TEXT).find(section, number)
    assert (found.text if found else None) == text


def test_a_document_knows_its_title_and_sections():
    document = read_document(TEXT)
    assert document.title == "Lake Orin"
    assert document.sections == ("Lake Orin", "The lake", "Rowing boats", "Sailing boats")
    assert [paragraph.path for paragraph in document.paragraphs][3:5] == [
        ("Boats", "Rowing boats"),
        ("Boats", "Sailing boats"),
    ]


def test_text_before_any_heading_has_the_empty_section():
    document = read_document("some words\n\n## Later\n\nMore.")
    assert (document.title, document.find("", 1).text) == ("", "some words")


def test_the_hash_is_of_the_normalised_text():
    paragraph = read_document(TEXT).find("The lake", 1)
    assert paragraph.sha256 == hashlib.sha256(b'It is "deep".').hexdigest()


def test_nothing_is_a_document_without_paragraphs():
    assert read_document("").paragraphs == ()
