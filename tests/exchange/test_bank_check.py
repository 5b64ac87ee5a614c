"""All objections together, and the shipped banks that have none."""

import pytest

from questions.exchange.bank_check import objections
from questions.exchange.bank_desk import Desk
from questions.exchange.bank_folder import bank_files, read_bank_path
from questions.exchange.bank_pools import confirmations
from questions.sources.bank_file import read_bank_file
from questions.sources.document_text import read_document
from tests.sources.files import SMALL, changed


def said(text, document=None):
    return [(one.line, one.field) for one in objections(read_bank_file(text, file="orin.yaml"), document)]


def approved(text):
    desk = Desk.of(read_bank_file(text, file="orin.yaml"))
    return f"{text}confirmed:\n" + "".join(f"  {place}: {known}\n" for place, known in confirmations(desk).items())


def test_objections_come_in_the_order_of_the_file():
    text = approved(changed(("            unit: boats\n", ""), ("accept: [Lord Ashby]", "also_true: [Ashby]")))
    assert said(text) == [
        (12, "passages.lake-1.sha256"),
        (13, "passages.money-2.sha256"),
        (26, "who.also_true"),
        (52, "boats.unit"),
    ]


def test_the_document_is_asked_only_where_it_is_given():
    text = approved(SMALL).replace('sha256: ""', f"sha256: {'a' * 64}")
    assert said(text) == []
    assert said(text, read_document("# Orin\n\nNothing.")) == [(12, "passages.lake-1"), (13, "passages.money-2")]


@pytest.mark.parametrize("path", bank_files(), ids=lambda path: path.stem)
def test_to_the_shipped_banks_nobody_objects(path):
    assert [str(one) for one in objections(read_bank_path(path))] == []
