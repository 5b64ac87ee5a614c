"""A document of an invented lake in two versions, its bank reviewed and learnt, for tests of what changed.

revise(text)     the first version imported and its drafts accepted, then `text` brought in as the second one
"""

from __future__ import annotations

from datetime import timedelta

from questions.authoring.accept import accept_above
from questions.authoring.import_document import Source, import_document, import_version
from questions.models import Bank, Difference, Draft, Fact, User
from questions.sources.statement_text import BlankPiece, plain, read_statement, with_blank
from tests.factories import NOON, make_learner

LATER = NOON + timedelta(days=3)
LAKE = (
    "Lake Velmar was discovered in {} by the surveyor Ilse Brandom. The lake covers an area of 312 square kilometres."
)
DAM = "In 1847 the engineer Tobias Renfield built {} at Karsten. The dam broke on 9 March 1891 and 214 people died."
HARBOUR = "The harbour of Ondrel was opened in 1903. Ships with grain and timber call there in summer."
PAINTER = "The painter Nora Lind moved to Ondrel in 1911."
RESERVE = "In 1956 the lake became a nature reserve."
MUSEUM = "The historian Tom Hale founded the museum of Karsten in 1988."
FIRST = "\n\n".join(
    [
        *("# Lake Velmar", LAKE.format(1764), "## The dam", DAM.format("the first dam")),
        *("## The harbour", HARBOUR, PAINTER, RESERVE),
    ]
)
SECOND = "\n\n".join(  # another year; the dam reworded and moved; the painter gone; the museum new
    [
        *("# Lake Velmar", LAKE.format(1765), "## The harbour", HARBOUR, RESERVE),
        *("## The dam", DAM.format("a first dam, of wood,"), "## The museum", MUSEUM),
    ]
)


FOUND = "Lake Velmar was discovered in 1764 by the surveyor Ilse Brandom."
BUILT = "In 1847 the engineer Tobias Renfield built the first dam at Karsten."
STATEMENTS = (
    FOUND.replace("1764", "[1764](date:b1)"),
    FOUND.replace("Ilse Brandom", "[Ilse Brandom](person:b1)"),
    BUILT.replace("1847", "[1847](date:b1)"),
    BUILT.replace("Tobias Renfield", "[Tobias Renfield](person:b1)"),
    BUILT.replace("Karsten", "[Karsten](place:b1)"),
    "The dam broke on 9 March 1891 and [214](quantity:b1) people died.",
    PAINTER.replace("Nora Lind", "[Nora Lind](person:b1)"),
    PAINTER.replace("Ondrel", "[Ondrel](place:b1)"),
    PAINTER.replace("1911", "[1911](date:b1)"),
)
"""What its author made of the first version: nine statements of one blank each."""


def first_version(owner: User | None = None) -> Bank:
    """Imported by `owner`, or by mira; the author's own statements accepted in the place of what was proposed."""
    owner = owner or make_learner("mira")
    made = import_document(Source(FIRST.encode(), "velmar.md"), owner=owner, bank=None, now=NOON)
    made.refresh_from_db()
    Draft.objects.all().delete()
    for text in STATEMENTS:
        add_draft(made.bank, text)
    drafts = Draft.objects.filter(bank=made.bank).select_related("bank", "passage", "unit")
    accept_above(drafts, by=owner, score=0, now=NOON)
    return made.bank


def add_draft(bank: Bank, text: str) -> None:
    """A proposal with one question in words, from the paragraph that has its sentence."""
    sentence = plain(text)
    passage = bank.document.passages.get(text__contains=sentence)
    start = passage.text.index(sentence)
    [blank] = [piece for piece in read_statement(text) if isinstance(piece, BlankPiece)]
    prompt = {"kind": "typed", "wording": 0, "prompt": f"What belongs here: {with_blank(text, 'b1', '…')}"}
    Draft.objects.create(
        bank=bank,
        document=bank.document,
        passage=passage,
        unit=bank.units.first(),
        position=bank.drafts.count(),
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        text=text,
        answer=blank.answer,
        answer_type=blank.answer_type,
        questions=[prompt | {"answer": blank.answer, "accepted": [], "distractors": []}],
        score=0.5,
    )


def second_version(bank: Bank, text: str = SECOND) -> None:
    source = Source(text.encode(), "velmar-2.md")
    made = import_version(source, of=bank.document, bank=bank, by=bank.owner, now=LATER)
    made.refresh_from_db()
    assert made.state == "done", made.message
    bank.refresh_from_db()


def revise(text: str = SECOND) -> Bank:
    bank = first_version()
    second_version(bank, text)
    return bank


def fact_of(answer: str) -> Fact:
    return Fact.objects.select_related("statement", "bank").get(answer=answer)


def difference_of(answer: str) -> Difference:
    return Difference.objects.select_related("statement", "version__document", "passage").get(
        statement__facts__answer=answer
    )
