"""A place as a person reads it, and where it says that it is not of the newest version."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from questions.models import Document, DocumentVersion, Passage
from questions.web.reading import with_passages
from tests.factories import make_facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    return make_facts(1)[0].statement


def replace_document(statement):
    new = Document.objects.create(title="The lake, second edition")
    old = statement.passages.get().document
    DocumentVersion.objects.create(bank=statement.bank, document=new, replaces=old, made_at=timezone.now())
    return new


def test_a_place_in_the_newest_version_is_only_a_place(statement):
    assert statement.citation == "The lake, paragraph 1"


def test_a_place_that_a_newer_version_left_behind_says_so(statement):
    new = replace_document(statement)
    statement.passages.add(Passage.objects.create(document=new, key="p1", paragraph=7))

    assert statement.citation == "The lake, paragraph 1 (in an earlier version); paragraph 7"
    assert with_passages(statement).citation == statement.citation
    [prefetched] = type(statement).objects.filter(pk=statement.pk).prefetch_related("passages")
    assert prefetched.citation == statement.citation


def test_it_is_said_once_however_many_versions_came(statement):
    replace_document(statement)
    replace_document(statement)

    assert [str(one) for one in statement.passages.all()] == ["The lake, paragraph 1 (in an earlier version)"]


def test_the_line_beside_the_title_says_it_too(statement):
    document = statement.passages.get().document
    Passage.objects.update(section=document.title)
    context = {"statement": statement, "document": document}
    assert render_to_string("questions/_places.html", context).strip() == "paragraph 1"

    replace_document(statement)

    assert render_to_string("questions/_places.html", context).strip() == "paragraph 1 (in an earlier version)"
