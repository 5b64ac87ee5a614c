from itertools import pairwise

import pytest

from questions.exchange.anki_text import cloze, deck_name, field, guid, spread, stable_id, tag, web_address
from questions.exchange.anki_types import FIELDS, Style


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lake Orin", "Lake Orin"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ('<img src=x onerror="boom()">', "&lt;img src=x onerror=&quot;boom()&quot;&gt;"),
        ("{{Answer}} {{c1::x}}", "&#123;&#123;Answer&#125;&#125; &#123;&#123;c1::x&#125;&#125;"),
        ("[sound:x.mp3] [latex]", "&#91;sound:x.mp3] &#91;latex]"),
        ("two\nlines", "two<br>lines"),
        ("a\x1fb\x00c\td\x7f", "abc\td"),
        ("half \ud83d of a sign", "half \ufffd of a sign"),
        ("Улаанбаатар 🏔", "Улаанбаатар 🏔"),
    ],
)
def test_a_field_shows_a_text_letter_by_letter(text, shown):
    assert field(text) == shown


def test_colons_in_a_deletion_begin_no_hint():
    assert cloze("So ", "a::b", " it is.") == "So {{c1::a&#58;&#58;b}} it is."


def test_braces_around_a_deletion_are_not_anki_s():
    assert cloze("{{", "x}}", "}}") == "&#123;&#123;{{c1::x&#125;&#125;}}&#125;&#125;"


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("javascript:boom()", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_web_page_or_nowhere(link, kept):
    assert web_address(link) == kept


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("War", "1 The start"), "War::1 The start"),
        (("A::B", "C"), "A: :B::C"),
        ((":A:", "::"), "A::Untitled"),
        (("a\x1fb\n c",), "a b c"),
        (("A:::B",), "A: : :B"),
    ],
)
def test_a_title_is_one_level_of_a_deck(titles, name):
    assert deck_name(*titles) == name


def test_a_tag_has_no_spaces_and_no_levels_of_its_own():
    assert tag("the bank", "a::b") == "recollect::the-bank::a-b"


def test_identities_never_change():
    """Written down at the first export: another value would double every note people already have."""
    assert guid("ashby/lake/when") == "OtCp_7bJ7x6zKuQaRAsb"
    assert [stable_id("note type", style, "1") for style in Style] == [1456918170, 1418935309, 1729063129]
    names = "Key Prompt Answer Accepted Statement Explanation Source Link Spare1 Spare2 Spare3"
    assert " ".join(FIELDS) == names


def test_facts_of_one_statement_lie_far_apart():
    statements = [n // 3 for n in range(30)]

    order = spread(statements)

    assert sorted(order) == list(range(30))
    places = {index: place for place, index in enumerate(order)}
    gaps = [places[b] - places[a] for n in range(10) for a, b in pairwise((3 * n, 3 * n + 1, 3 * n + 2))]
    assert gaps == [10] * 20


def test_statements_keep_their_order():
    assert [["a", "a", "b", "c"][index] for index in spread(["a", "a", "b", "c"])] == ["a", "b", "a", "c"]


def test_nothing_spreads_to_nothing():
    assert spread([]) == []
