"""A bank beside its document: paragraphs found, hashes compared, stated answers looked up, copies caught."""

import hashlib

from questions.exchange.bank_against import cited_paragraphs, missing_hashes, objections, without_hash
from questions.exchange.bank_desk import Desk
from questions.sources.bank_file import read_bank_file
from questions.sources.document_text import read_document
from tests.sources.files import SMALL, changed

LAKE = "Lord Ashby came to [Lake Orin](#) in 1871, as we know [3]."
MONEY = "It was the Kettle Society which gave him two boats."
DOCUMENT = f"# Orin\n\n## The lake\n\n{LAKE}\n\n## The money\n\nNobody else paid.\n\n{MONEY}\n"
HASH = hashlib.sha256(b"Lord Ashby came to Lake Orin in 1871, as we know.").hexdigest()


def desk(text=SMALL):
    return Desk.of(read_bank_file(text, file="orin.yaml"))


def said(text=SMALL, document=DOCUMENT):
    return [(one.line, one.field, one.problem) for one in objections(desk(text), read_document(document))]


def test_stated_answers_that_stand_there_pass():
    assert said() == []


def test_missing_hashes_are_those_of_the_cited_paragraphs():
    cited = cited_paragraphs(desk(), read_document(DOCUMENT))
    assert missing_hashes(desk(), cited) == {
        "lake-1": HASH,
        "money-2": hashlib.sha256(MONEY.encode()).hexdigest(),
    }
    known = desk(changed(('1, sha256: ""', f"1, sha256: {HASH}")))
    assert list(missing_hashes(known, cited)) == ["money-2"]


def test_a_paragraph_that_reads_differently_is_told():
    text = changed(('1, sha256: ""', f"1, sha256: {HASH}"))
    assert said(text) == []
    ((line, field, problem),) = said(text, DOCUMENT.replace("as we know", "as they knew"))
    assert (line, field) == (12, "passages.lake-1.sha256")
    assert problem == (
        "The paragraph that begins “Lord Ashby came to Lake Orin in 1871, as” is not the one that was cited: "
        "its hash differs."
    )


def test_a_paragraph_that_is_not_there_is_told_with_the_sections_that_are():
    (told,) = objections(desk(), read_document(DOCUMENT.replace("Nobody else paid.\n\n", "")))
    assert (told.line, told.field) == (13, "passages.money-2")
    assert told.problem == "The document has no paragraph 2 under “The money”."
    assert told.mend == "Its sections are: The lake; The money."


def test_a_stated_answer_that_does_not_stand_there_is_told():
    assert said(changed(("[two](quantity:boats)", "[seven](quantity:boats)"))) == [
        (52, "boats.basis", "“seven” does not stand in money-2.")
    ]


def test_what_is_paraphrased_or_accepted_need_not_stand_there_itself():
    seven = ("[two](quantity:boats)", "[seven](quantity:boats)")
    assert said(changed(seven, ("unit: boats", "unit: boats\n            basis: computed"))) == []
    assert said(changed(seven, ("unit: boats", "unit: boats\n            accept: [two]"))) == []


def test_case_accents_and_hyphens_do_not_count():
    assert said(document=DOCUMENT.replace("Kettle Society", "kéttle-society")) == []


def test_nine_words_in_a_row_are_the_documents_own():
    prompt = "Which society paid for the boats of the Ashby expedition?"
    nine = "It was the Kettle Society which gave him two"
    assert said(changed((prompt, f"Who says, {nine}?"))) == [
        (49, "payer.prompt", "“it was the kettle society which gave him two” is the document's own wording.")
    ]
    assert said(changed((prompt, f"Who says, {nine.removesuffix(' two')}?"))) == []


def test_a_hash_that_is_missing_is_told():
    assert [(one.line, one.field) for one in without_hash(desk())] == [
        (12, "passages.lake-1.sha256"),
        (13, "passages.money-2.sha256"),
    ]
