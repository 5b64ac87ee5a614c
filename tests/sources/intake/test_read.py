"""Any file in: its paragraphs, or one sentence about that file. The reader runs in a child and takes nothing down."""

from __future__ import annotations

import zlib

import pytest

from questions.sources.blocks import SignalKind
from questions.sources.intake.errors import IntakeError
from questions.sources.intake.read import MOST_BYTES, check_document, read_document

from .made import docx, packed, page_of, pdf, pdf_bomb

FIRST = "The Ashby expedition reached Lake Orin in 1871 after a journey of nine weeks."
SECOND = "Nobody else had paid for the boats, so the lake was named after the widow who did."


NO_SENTENCES = "holds no sentences that could be asked about, only headings, links or tables. Paste the text itself."


def texts(content: bytes, name: str = "") -> list[str]:
    return [paragraph.text for paragraph in read_document(content, name=name).paragraphs]


def refusal(content: bytes, name: str = "orin") -> str:
    with pytest.raises(IntakeError) as refused:
        read_document(content, name=name)
    return str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        f"Lake Orin\n\n{FIRST}\n\n{SECOND}\n".encode(),
        f"# Lake Orin\n\n{FIRST}\n\n{SECOND}\n".encode(),
        f"<html><body><h1>Lake Orin</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>".encode(),
        docx(("Heading1", "Lake Orin"), ("Normal", FIRST), ("Normal", SECOND)),
        pdf([page_of((24, 760, "Lake Orin"), (11, 700, FIRST), (11, 660, SECOND))]),
    ],
    ids=["text", "markdown", "html", "docx", "pdf"],
)
def test_every_format_gives_the_same_paragraphs(content):
    document = read_document(content, name="whatever.bin")
    assert (document.title, [paragraph.text for paragraph in document.paragraphs]) == ("Lake Orin", [FIRST, SECOND])


def test_links_and_bold_words_are_kept_as_signals():
    said = "The **Ashby expedition**[3] reached [Lake Orin](https://example.org/orin) in 1871, nine weeks later."
    (paragraph,) = read_document(f"# Orin\n\n{said}".encode()).paragraphs
    assert paragraph.text == "The Ashby expedition reached Lake Orin in 1871, nine weeks later."
    assert [(one.kind, paragraph.text[one.start : one.end]) for one in paragraph.signals] == [
        (SignalKind.BOLD, "Ashby expedition"),
        (SignalKind.LINK, "Lake Orin"),
    ]


MARKED_MARKDOWN = """# Orin

A [salt pan](/wiki/Salt_pan) gives [grey salt](/wiki/Salt) in the [dry months](#months), not only **sea salt**."""
MARKED_PAGE = """<html><body><h1>Orin</h1><p>A <a href="/wiki/Salt_pan">salt pan</a> gives
<a href="/wiki/Salt">grey salt</a> in the <a href="#months">dry months</a>, not only <b>sea salt</b>.</p>
</body></html>"""


@pytest.mark.parametrize("text", [MARKED_MARKDOWN, MARKED_PAGE], ids=["markdown", "html"])
def test_a_link_is_told_from_one_that_names_its_page_and_from_one_within_the_page(text):
    (paragraph,) = read_document(text.encode()).paragraphs
    assert [(one.kind, paragraph.text[one.start : one.end]) for one in paragraph.signals] == [
        (SignalKind.NAMED, "salt pan"),
        (SignalKind.LINK, "grey salt"),
        (SignalKind.ANCHOR, "dry months"),
        (SignalKind.BOLD, "sea salt"),
    ]


def test_a_table_of_facts_gives_rows_and_a_paragraph_for_each_that_can_be_asked_for():
    table = '<table class="infobox"><tr><th>Area:</th><td>300 km<sup>[2]</sup></td></tr>'
    table += "<tr><th>Motto</th><td>Salt and wool</td></tr></table>"
    document = read_document(f"<html><body><h1>Orin</h1>{table}<p>{FIRST}</p></body></html>".encode())
    assert document.rows == (("Area", "300 km"), ("Motto", "Salt and wool"))
    assert [(paragraph.section, paragraph.text) for paragraph in document.paragraphs] == [
        ("Orin", FIRST),
        ("In brief", "Area: 300 km"),
    ]


@pytest.mark.parametrize("name", ["notes.pdf", "notes.docx", "notes.exe", ""])
def test_the_ending_of_a_name_decides_nothing(name):
    assert texts(FIRST.encode(), name) == [FIRST]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "“orin” is empty. Choose another file, or save it again."),
        (b" \n\t\n ", "“orin” is empty. Choose another file, or save it again."),
        (b"\x89PNG\r\n\x1a\n....", "“orin” is a picture. Its text must be recognised first, by a program for OCR."),
        (b"PK\x05\x06" + b"\0" * 18, "“orin” is an empty archive. Import the document itself."),
        (
            b"# Orin\n\n[Home](/) | [Log in](/in)",
            f"“orin” {NO_SENTENCES}",
        ),
        (b"%PDF-1.7 and nothing", "“orin” is a damaged PDF. Open it in a PDF reader and save it again."),
        (
            b"PK\x03\x04 and nothing",
            "“orin” is damaged: it begins like a Word file but cannot be unpacked. Save it again.",
        ),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(content, said):
    assert refusal(content) == said


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is an old Word file, or one locked with a password."),
        (b"{\\rtf1 text}", "is an RTF file."),
        (b"\x7fELF" + b"\0\1\2" * 99, "is not a text that can be read here."),
        (packed({"ppt/presentation.xml": b"x"}), "is a presentation."),
        (packed({"xl/workbook.xml": b"x"}), "is a spreadsheet."),
        (packed({"readme.txt": b"x"}), "is an archive without a Word document."),
        (docx(("Normal", FIRST), more={"../../evil": b"x"}), "is built to write outside its folder"),
        (b'<?xml version="1.0"?><rss></rss>', "is XML, not a page."),
        (pdf(["", ""]), "holds pictures of pages and no text."),
    ],
)
def test_each_other_kind_of_file_has_its_own_sentence(content, part):
    assert refusal(content).startswith(f"“orin” {part}")


def test_a_file_of_more_than_20_mb_is_refused_before_it_is_opened():
    with pytest.raises(IntakeError, match="has more than 20 MB"):
        check_document(b"a" * (MOST_BYTES + 1), name="orin")


def test_pasted_text_is_called_so():
    assert refusal(b"", "").startswith("The pasted text is empty.")


def test_a_locked_pdf_is_refused():
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 {keys} /P -44 >> /ID [<41> <41>]"
    assert refusal(pdf([page_of((11, 700, FIRST))], trailer=locked)) == (
        "“orin” is locked with a password. Save a copy without one and import that."
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = docx(("Normal", FIRST), more={"word/media/image1.png": b"\0" * 30_000_000})
    assert refusal(bomb).startswith("“orin” unpacks to far more than a document holds.")


def test_a_docx_whose_entities_multiply_is_refused():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = docx(("Normal", "&l9;"), prolog=f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>')
    assert refusal(bomb).startswith("“orin” is a damaged Word file.")


def test_a_pdf_that_unpacks_to_a_gigabyte_kills_only_the_child():
    bomb = pdf_bomb()
    assert len(bomb) < 10_000
    assert refusal(bomb).startswith("“orin” ")


def test_a_pdf_of_three_million_operators_ends_in_a_sentence():
    small = zlib.compress(b"BT (x) Tj ET\n" * 3_000_000, 9)
    assert len(small) < 200_000
    assert refusal(pdf([""], raw=small, filters="/Filter /FlateDecode")).startswith("“orin” ")


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body>" + b"<div>" * 500_000 + b"x",
        b"<html><body>" + b"<b n><i n>x</b>" * 200_000,
        b"<p>" + b'<i><b class="nav">a</b></i>' * 100_000,
    ],
    ids=["nested", "crossed", "furniture"],
)
def test_hostile_html_ends_in_a_sentence(content):
    assert refusal(content).startswith("“orin” ")


def test_a_nested_page_still_gives_its_text():
    page = b"<html><body>" + b"<div>" * 150 + f"<p>{FIRST}</p>".encode() + b"</div>" * 150
    assert texts(page) == [FIRST]


def test_a_text_of_ten_thousand_pages_is_read():
    pages = "\n\n".join(f"{FIRST} It was station {n}.\n\n{SECOND}\n\f" for n in range(10_000))
    assert len(texts(pages.encode())) == 20_000


def test_a_text_without_any_break_is_parted_at_sentences():
    found = texts(f"{FIRST} ".encode() * 1_000)
    assert len(found) > 1
    assert all(text.endswith(".") and len(text) <= 20_000 for text in found)
