"""The versions of a document in the order in which they came."""

import pytest

from questions.authoring.versions.chain import documents_before
from questions.models import Document, DocumentVersion
from tests.factories import NOON, make_bank

pytestmark = pytest.mark.django_db


def test_all_versions_of_a_document_belong_together_the_newest_first():
    bank, other = make_bank(), make_bank("other")
    first, second, third, foreign = [Document.objects.create(title=title) for title in "abcd"]
    for new, old in ((second, first), (third, second)):
        DocumentVersion.objects.create(bank=bank, document=new, replaces=old, made_at=NOON)
    DocumentVersion.objects.create(bank=other, document=foreign, replaces=first, made_at=NOON)

    assert documents_before(bank, first.pk) == [third.pk, second.pk, first.pk]
    assert documents_before(bank, foreign.pk) == [foreign.pk]
