"""A bank taken over to a newer version of its document."""

from __future__ import annotations

import pytest

from questions.authoring.accept import accept
from questions.authoring.acts import StaleDraft
from questions.authoring.import_document import AlreadyImported, Source, import_version
from questions.authoring.settle import settle
from questions.authoring.versions.decide import decide
from questions.authoring.versions.listing import keys_of
from questions.models import Difference, Document, DocumentVersion, Draft, Fact, Import, Memory, Passage, Statement
from questions.practice.cards import draw
from questions.practice.review import record_review
from tests.authoring.versions.revised import (
    FIRST,
    LATER,
    MUSEUM,
    SECOND,
    difference_of,
    fact_of,
    first_version,
    revise,
    second_version,
)
from tests.factories import NOON, make_learner

pytestmark = pytest.mark.django_db


def cited(statement):
    [passage] = statement.passages.all()
    return passage.document.versions.exists(), passage.text[statement.start : statement.end]


def test_each_statement_is_moved_or_listed_by_what_became_of_its_sentence():
    revise()

    kinds = {one.statement.facts.get().answer: str(one.kind) for one in Difference.objects.all()}
    assert kinds == {
        "1764": "changed",
        "Ilse Brandom": "reworded",
        **dict.fromkeys(("1847", "Tobias Renfield", "Karsten"), "reworded"),
        **dict.fromkeys(("Nora Lind", "Ondrel", "1911"), "gone"),
    }
    version = DocumentVersion.objects.get()
    new = Draft.objects.proposed().count()
    assert version.statements == {"changed": 1, "reworded": 4, "moved": 1, "gone": 3, "new": new}
    assert version.passages == {"changed": 1, "reworded": 1, "unchanged": 2, "gone": 1, "new": 1}
    assert version.made_by.username == "mira"


def test_what_is_said_counts_the_sentences_that_the_page_of_changes_lists():
    revise()

    # eight statements in three sentences: of who discovered the lake, of the first dam, of the painter
    said = Import.objects.latest("pk").message
    assert said == "1 statement stands in it as before; 3 sentences want a decision. What it says anew is proposed."
    assert len(keys_of(DocumentVersion.objects.get().bank)) == 3


def test_citations_move_only_where_no_answer_is_touched():
    revise()

    assert cited(fact_of("214").statement) == (True, "The dam broke on 9 March 1891 and 214 people died.")
    assert cited(fact_of("Karsten").statement)[1].startswith("In 1847 the engineer Tobias Renfield built a first dam,")
    assert cited(fact_of("1764").statement)[0] is False
    assert cited(fact_of("Nora Lind").statement) == (False, "The painter Nora Lind moved to Ondrel in 1911.")


def test_no_word_of_any_fact_changes_and_nobody_forgets():
    bank = first_version()
    ada = make_learner()
    fact = fact_of("1764")
    record_review(ada, draw(ada, fact, now=NOON), given="1764", now=NOON)
    before = [list(model.objects.order_by("pk").values()) for model in (Fact, Memory)]
    texts = list(Statement.objects.order_by("pk").values_list("text", "key"))

    second_version(bank)

    assert [list(model.objects.order_by("pk").values()) for model in (Fact, Memory)] == before
    assert list(Statement.objects.order_by("pk").values_list("text", "key")) == texts


def test_only_what_is_new_is_proposed_in_the_order_of_the_text():
    revise()

    assert {draft.sentence for draft in Draft.objects.proposed()} == {MUSEUM}
    in_document = Draft.objects.filter(document=DocumentVersion.objects.get().document).order_by("position")
    order = list(dict.fromkeys(draft.passage.text for draft in in_document))
    assert [text.split(" ")[0] for text in order] == ["Lake", "In", "The"]
    assert order[-1] == MUSEUM


def test_old_passages_stay_and_the_bank_names_the_new_document():
    bank = revise()

    assert Document.objects.count() == 2
    assert Passage.objects.filter(text__contains="Nora Lind").count() == 1
    assert bank.document == DocumentVersion.objects.get().document


def test_a_fact_keeps_its_key_when_the_desk_settles_it_again():
    bank = revise()
    keys = set(Fact.objects.values_list("key", flat=True))

    settle(bank, Draft.objects.filter(state="accepted"), now=LATER)

    assert set(Fact.objects.values_list("key", flat=True)) == keys
    assert cited(fact_of("214").statement)[0] is True


def test_who_looks_at_a_proposal_whose_sentence_went_meanwhile_is_told():
    bank = first_version()
    Draft.objects.filter(answer="1911").update(state="proposed")
    seen = Draft.objects.select_related("bank", "passage", "unit").get(answer="1911")

    second_version(bank)

    with pytest.raises(StaleDraft, match="mira rejected this draft in the meantime"):
        accept(seen, by=bank.owner, version=seen.version, now=LATER)


def test_proposals_follow_their_sentence_and_what_was_rejected_is_not_proposed_again():
    bank = first_version()
    Draft.objects.filter(answer__in=["214", "1911"]).update(state="proposed")
    Draft.objects.filter(answer="Karsten").update(state="rejected")

    second_version(bank)

    states = dict(Draft.objects.filter(answer__in=["214", "1911"]).values_list("answer", "state"))
    assert states == {"214": "proposed", "1911": "rejected"}
    assert Draft.objects.get(answer="214").document == bank.document
    assert Draft.objects.filter(answer="Karsten", text__startswith="In 1847").count() == 1


def test_what_is_new_is_accepted_as_ever():
    bank = revise()
    draft = Draft.objects.proposed().select_related("bank", "passage", "unit").first()

    accept(draft, by=bank.owner, version=draft.version, now=LATER)

    assert cited(Draft.objects.get(pk=draft.pk).fact.statement) == (True, MUSEUM)


def test_what_waited_is_decided_on_the_newest_version():
    bank = revise()

    second_version(bank, FIRST.replace("1764", "1766"))

    standing = {one.statement.facts.get().answer: one.new_sentence for one in Difference.objects.standing()}
    assert "Nora Lind" not in standing
    assert standing["1764"] == "Lake Velmar was discovered in 1766 by the surveyor Ilse Brandom."
    assert cited(fact_of("Nora Lind").statement)[0] is True
    assert DocumentVersion.objects.first().statements["unchanged"] == 3


def test_what_was_kept_is_not_asked_again():
    bank = revise()
    decide(difference_of("Nora Lind"), "kept", by=bank.owner, turn=1, now=LATER)

    second_version(bank, SECOND.replace("1765", "1766"))

    waiting = Difference.objects.waiting()
    assert not waiting.filter(statement__facts__answer="Nora Lind").exists()
    assert waiting.filter(statement__facts__answer="Ondrel").exists()


def test_the_same_text_is_no_new_version():
    bank = first_version()

    with pytest.raises(AlreadyImported):
        second_version(bank, FIRST)
    assert Import.objects.count() == 1


def test_of_two_versions_brought_in_at_once_the_later_follows_the_earlier():
    bank = first_version()
    first = bank.document
    second_version(bank)

    source = Source(SECOND.replace("1765", "1766").encode(), "velmar-3.md")
    import_version(source, of=first, bank=bank, by=bank.owner, now=LATER)

    newest, before = DocumentVersion.objects.all()
    assert (newest.replaces, before.replaces) == (before.document, first)
    assert Difference.objects.waiting().get(kind="changed").new_sentence.count("1766") == 1
