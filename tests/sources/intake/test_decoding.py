"""The encodings that texts come in."""

import pytest

from questions.sources.intake.decoding import decode

WORDS = "The café at Orin – “the Widow’s” – opened in 1871."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encoding_of_a_western_text_is_found(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


def test_encodings_that_mix_are_told_line_by_line():
    mixed = "\n".join([WORDS] * 3).encode() + b"\n" + WORDS.encode("cp1252")
    assert decode(mixed) == "\n".join([WORDS] * 4)


def test_a_russian_text_is_not_taken_for_a_western_one():
    text = "Экспедиция достигла озера Орин в тысяча восемьсот семьдесят первом году после долгого пути. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_page_says_its_encoding_itself():
    page = '<meta charset="iso-8859-2"><p>Łódź żółć</p>'
    assert decode(page.encode("iso-8859-2")) == page


def test_lines_end_in_one_way():
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_marks_of_direction_are_gone_and_the_letters_stay():
    assert decode("\u202bשלום\u202c \u200fعالم soft\u00adly".encode()) == "שלום عالم softly"
