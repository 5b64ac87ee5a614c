"""Markdown read piece by piece says what it says read at once, whatever its length."""

from __future__ import annotations

import random

import pytest

from questions.sources.blocks import Shape, SignalKind
from questions.sources.intake.markdown_reader import EndlessBlock, read_markdown
from questions.sources.intake.read import read_document
from questions.sources.intake.reading import COST_OF_SIGN, MOST_WORK, read

PIECES = [1, 9, 60, 400]
"""Characters; each of these parts the texts below at many places."""

TABLE = "| Lake | Depth |\n|---|---|\n" + "".join(f"| Lake {n} | {n} m |\n" for n in range(40))
ITEMS = "".join(f"- The ferry of camp {n} sank in the lake.\n  Its crew swam.\n\n" for n in range(40))
FENCE = "```\n" + "# no heading\n\n- no item\n\n| no | row |\n" * 20 + "```\n"
COMMENT = "<!--\n" + "Nobody reads this line.\n\n# Nor this heading\n\n" * 20 + "-->\n"
QUOTE = "> He wrote that\n> the ice was thick.\n>\n> - and cold\n\n"
LATER = (
    "See [the ferry][f] and [Orin].\n\n"
    + "The boats lay on the shore all winter.\n\n" * 40
    + "[f]: /ferry\n[orin]: /lake\n"
)
LINES = [
    *("# Head", "## Two #", "Text goes on", "and goes on,", "  lazy **bold** line", "- item", "* item *two*", "  more"),
    *("", "", "", "", "1. first", "   still first", "| a | b |", "|---|---|", "| Lake | [Orin](/Orin%20lake) |", "```"),
    *("~~~", "> quote", "> - in it", "<div>", "<b>x</b>", "</div>", "<!-- note", "-->", "[ref]: /later", "[ref] here"),
    *(
        "===",
        "---",
        "***",
        "    far in",
        "![map](a.png) map",
        "a\\*b &amp; c `co*de`",
        "<script>",
        "</script>",
        "  - in",
    ),
]


def whole(text):
    return read_markdown(text, piece=len(text))


def mixed(seed):
    """Sixty lines drawn by chance, of all that Markdown has."""
    rng = random.Random(seed)
    return "\n".join(rng.choices(LINES, k=60))


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("seed", range(25))
def test_whatever_stands_in_it_the_pieces_say_what_the_whole_says(piece, seed):
    assert read_markdown(mixed(seed), piece=piece) == whole(mixed(seed))


@pytest.mark.parametrize("piece", PIECES)
def test_no_table_is_cut(piece):
    text = f"Before it.\n\n{TABLE}\nBehind it.\n"
    found = read_markdown(text, piece=piece)
    assert found.rows == [("Lake", "Depth"), *((f"Lake {n}", f"{n} m") for n in range(40))]
    assert [block.text for block in found.blocks] == ["Before it.", "Behind it."]


@pytest.mark.parametrize("piece", PIECES)
def test_no_list_is_cut(piece):
    found = read_markdown(f"Before it.\n\n{ITEMS}Behind it.\n", piece=piece).blocks
    assert [block.shape for block in found] == [Shape.PARAGRAPH, *[Shape.ITEM] * 40, Shape.PARAGRAPH]
    assert found[7].text == "The ferry of camp 6 sank in the lake. Its crew swam."


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("unread", [FENCE, COMMENT], ids=["fence", "comment"])
def test_nothing_of_a_fence_or_a_comment_gets_out(piece, unread):
    found = read_markdown(f"Before it.\n\n{unread}\nBehind it.\n", piece=piece)
    assert ([block.text for block in found.blocks], found.rows) == (["Before it.", "Behind it."], [])


@pytest.mark.parametrize("piece", PIECES)
def test_a_link_leads_to_what_a_later_piece_says(piece):
    first = read_markdown(LATER, piece=piece).blocks[0]
    assert first.text == "See the ferry and Orin."
    assert [signal.kind for signal in first.signals] == [SignalKind.LINK, SignalKind.LINK]


@pytest.mark.parametrize("piece", PIECES)
def test_a_block_knows_its_line_in_the_whole_text(piece):
    text = f"{QUOTE}{TABLE}\n{FENCE}\nThe last line.\n"
    last = read_markdown(text, piece=piece).blocks[-1]
    assert text.splitlines()[last.line - 1] == last.text == "The last line."


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_they_like(end):
    assert read_markdown((TABLE + ITEMS).replace("\n", end), piece=60) == whole(TABLE + ITEMS)


def test_a_block_without_an_end_is_not_looked_for_for_ever():
    with pytest.raises(EndlessBlock):
        read_markdown(f"# Camp\n\n{ITEMS}", piece=100, longest=400)


def test_a_text_with_a_block_without_an_end_is_read_as_plain_text():
    text = "The ferry sank in 1880.\n\n" + "# Camp\n\n```\n" + "one two three\n" * 300_000
    assert read(text.encode()).blocks[0].text == "The ferry sank in 1880."


def chapter(number):
    """About 11,000 characters. A line below makes the heading, which plain text knows nothing of."""
    said = "The ferry of Orin crossed the lake every week while the ice was thin, and Nora Ashby kept its book. "
    return (
        f"Chapter {number}\n==========\n\n{said * 50}\n\n"
        f"- In [1871](/years/1871) the **ferry** sank at camp {number}.\n- Nobody was hurt that day.\n\n"
        f"| Boat {number} | {number} tons |\n|---|---|\n| Crew {number} | {number} men |\n\n"
        f"```\nprint({number})\n\nNot a chapter\n=============\n```\n\n{said * 50}\n\n"
    )


def test_a_markdown_of_six_megabytes_keeps_its_headings_rows_and_lists():
    count = 600
    content = "".join(map(chapter, range(count))).encode()
    assert 6_000_000 < len(content) < 8_000_000

    found = read_document(content, name="long.md")

    assert list(found.sections) == [f"Chapter {number}" for number in range(count)]
    assert found.rows == tuple(
        row for n in range(count) for row in ((f"Boat {n}", f"{n} tons"), (f"Crew {n}", f"{n} men"))
    )
    assert [one.text for one in found.paragraphs if "sank" in one.text] == [
        f"In 1871 the ferry sank at camp {number}." for number in range(count)
    ]
    assert not any("print" in one.text for one in found.paragraphs)


def test_what_would_take_too_long_as_markdown_is_read_as_plain_text():
    """Plain text knows nothing of bold words."""
    few = "# Camp\n\nThe **ferry** sank in 1880.\n\n"
    many = few + "snow_and_ice " * (MOST_WORK // (2 * COST_OF_SIGN))
    said = [read(text.encode()).blocks[1] for text in (few, many)]
    assert [block.text for block in said] == ["The ferry sank in 1880."] * 2
    assert [len(block.signals) for block in said] == [1, 0]
