"""Blocks of messy documents: what is a heading, what was broken in mid-sentence, what is a figure or a table."""

from hypothesis import given
from hypothesis import strategies as st

from questions.sources.blocks import Shape, read_blocks

LONG = "The lake was dry for most of the year and nobody fished there"


def shapes(text):
    return [(str(block.shape), block.text) for block in read_blocks(text)]


def test_markdown_headings_have_their_levels_and_stand_alone():
    blocks = read_blocks("# Orin\n## The lake ##\nIt was deep.\n### Depth\n\nVery.")
    assert [(block.text, block.level, block.line) for block in blocks] == [
        ("Orin", 1, 1),
        ("The lake", 2, 2),
        ("It was deep.", 0, 3),
        ("Depth", 3, 4),
        ("Very.", 0, 6),
    ]


def test_with_markdown_headings_a_short_line_is_no_heading():
    assert shapes(f"# Orin\n\nM. Field\n\n{LONG}.") == [
        ("heading", "Orin"),
        ("paragraph", "M. Field"),
        ("paragraph", f"{LONG}."),
    ]


def test_in_plain_text_a_short_line_above_a_paragraph_is_a_heading():
    blocks = read_blocks(f"Lake Orin\n\n{LONG}.\n\nThe dry years\n\n{LONG}.\n\nsmall letters\n\n{LONG}.")
    assert [(block.text, block.level) for block in blocks if block.shape is Shape.HEADING] == [
        ("Lake Orin", 1),
        ("The dry years", 2),
    ]


def test_a_short_line_above_a_table_is_no_heading_but_above_a_figure_it_is():
    table = "Depth\nThe average depth of the lake in spring\nWidth"
    figure = "A boat on the lake boat.jpg\nA boat on the lake"
    assert shapes(f"Lake Orin\n\nResult\n\n{table}\n\n{LONG}.") == [
        ("heading", "Lake Orin"),
        ("paragraph", "Result"),
        ("table", "Depth The average depth of the lake in spring Width"),
        ("paragraph", f"{LONG}."),
    ]
    assert shapes(f"Lake Orin\n\n{LONG}.\n\nBoats\n\n{figure}\n\n{LONG}.")[2:4] == [
        ("heading", "Boats"),
        ("figure", "A boat on the lake boat.jpg A boat on the lake"),
    ]


def test_one_heading_may_stand_above_another():
    assert [text for shape, text in shapes(f"Orin\n\n{LONG}.\n\nSee also\n\nRelated lakes\n\n{LONG}.")][2:4] == [
        "See also",
        "Related lakes",
    ]
    assert shapes(f"Orin\n\n{LONG}.\n\nThe end")[-1] == ("paragraph", "The end")


def test_the_heading_of_an_entry_has_a_name_and_a_gloss():
    entry = read_blocks(f'<span class="title">M. Field</span> Writer (1850–1910)\n\n{LONG}.')[0]
    assert (entry.shape, entry.text, entry.gloss, entry.level) == (Shape.HEADING, "M. Field", "Writer (1850–1910)", 3)


def test_a_paragraph_broken_in_mid_sentence_goes_on():
    assert shapes(f"# Orin\n\n{LONG} because of the\n\nGreat Drought of 1870.\n\nNobody knew.") == [
        ("heading", "Orin"),
        ("paragraph", f"{LONG} because of the Great Drought of 1870."),
        ("paragraph", "Nobody knew."),
    ]


def test_what_is_no_sentence_does_not_go_on():
    assert shapes(f"# Orin\n\nM. Field\n\n{LONG}!”\n\nNobody knew.") == [
        ("heading", "Orin"),
        ("paragraph", "M. Field"),
        ("paragraph", f"{LONG}!”"),
        ("paragraph", "Nobody knew."),
    ]


def test_items_of_a_list_stand_alone_with_their_further_lines():
    assert shapes("# Orin\n\n- one\n  and more\n- two\n\n  3. three") == [
        ("heading", "Orin"),
        ("item", "- one and more"),
        ("item", "- two"),
        ("item", "3. three"),
    ]


def test_wrapped_lines_are_one_paragraph():
    assert shapes("# Orin\n\nThe lake was dry for most\nof the year, and nobody\nfished.") == [
        ("heading", "Orin"),
        ("paragraph", "The lake was dry for most of the year, and nobody fished."),
    ]


@given(st.text(alphabet="#-A a.\n<>[]1", max_size=80))
def test_any_text_has_blocks_in_order_and_none_is_empty(text):
    blocks = read_blocks(text)
    assert all(block.text for block in blocks)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
