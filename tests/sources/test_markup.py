"""Markup off, words kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.sources.markup import normalise, strip_markup


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("the [lake](https://example.org/a_(b)) froze", "the lake froze"),
        (r"[M. Field \(1850-1910\)](#) wrote", "M. Field (1850-1910) wrote"),
        ('a [lake](x "its title")', "a lake"),
        ("![a map](map.png) of the lake", "a map of the lake"),
        ("deep water. [12]", "deep water."),
        ("deep water.[3] [4] [5]", "deep water."),
        ("deep water.[ citation needed ]", "deep water."),
        ("they said [...] nothing", "they said [...] nothing"),
        ("in [1918-1920] and [sic]", "in [1918-1920] and [sic]"),
        ("a **very** *deep* lake_name", "a very deep lake_name"),
        (r"2 \* 3 and 4 * 5", "2 * 3 and 4 * 5"),
        ('<span class="x">Orin</span> a lake<br/>', "Orin a lake"),
        ("Ashby &amp; Kettle", "Ashby & Kettle"),
        ("3 < 5 and 6 > 2", "3 < 5 and 6 > 2"),
        ("  two\n  lines ", "two lines"),
    ],
)
def test_markup_becomes_what_a_reader_sees(block, words):
    assert strip_markup(block) == words


def test_quotes_hyphens_and_spaces_do_not_change_a_hash():
    assert normalise("“Well,” he said , ‘it’s dry‑ish’ .") == "\"Well,\" he said, 'it's dry-ish'."
    assert normalise("cafe\u0301") == "caf\u00e9"


@given(st.text(alphabet="[]()*_\\<>a 1!.\n", max_size=60))
def test_any_text_can_be_read(text):
    assert "\n" not in strip_markup(text)
