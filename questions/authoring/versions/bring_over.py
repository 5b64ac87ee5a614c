"""A bank and a newer version of its document in; citations that moved with their text, and what is left to decide, out.

Silently done is only what changes no word and no answer: a citation whose very characters stand in the new version
moves there. A reworded sentence is cited anew and listed; one in which an answer changed, or that is gone, is listed
and cites the old version until its author decides. Old passages stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import F

from questions.models import Bank, Difference, DocumentVersion, Draft, Passage, Statement

from .align import Alignment, Became, align, of_paragraphs
from .anchor import Anchors, Found, Place
from .chain import documents_before
from .hard_words import loses_facts
from .wording import carry_over

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import Model

    from questions.authoring.storing import Drafted
    from questions.models import Document, Import

WEIGHTS = {Difference.Kind.CHANGED: 100, Difference.Kind.GONE: 60, Difference.Kind.REWORDED: 20}
OTHER_FACTS = 20
"""What a sentence weighs more in which another number, day or name changed than the one that is asked."""
BATCH = 500
Cites = Statement.passages.through


@dataclass(slots=True)
class _Old:
    """An older version of the document: its passages in order, and where their sentences are now."""

    passages: list[Passage]
    anchors: Anchors
    aligned: Alignment
    at: dict[int, int]

    def find(self, passage: int, start: int | None, end: int | None) -> Found:
        number = self.at[passage]
        text = self.passages[number].text
        return self.anchors.find(number, start or 0, len(text) if end is None else end)


@dataclass(slots=True)
class _Work:
    version: DocumentVersion
    new: list[Passage]
    olds: dict[int, _Old]
    counted: Counter[str] = field(default_factory=Counter)
    answers: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By new sentence, what is asked of it, or was and is not wanted."""


def bring_over(
    one: Import, document: Document, passages: list[Passage], found: list[Drafted], *, now: datetime
) -> tuple[list[Drafted], str]:
    """Take the bank of `one` over to `document`; which of the drafts are new, and what is said. In a transaction."""
    bank = Bank.objects.select_for_update().get(pk=one.bank_id)
    before = documents_before(bank, one.replaces_id)
    newest = before[0]
    version = DocumentVersion(bank=bank, document=document, replaces_id=newest, made_by=one.owner, made_at=now)
    work = _Work(version, passages, {pk: _read(pk, passages) for pk in before})
    version.passages = of_paragraphs(work.olds[newest].aligned)
    version.save()
    _take_statements(work, bank, before)
    _take_drafts(work, bank, before, now=now)
    fresh = _new_ones(work, work.olds[newest], found)
    version.statements = dict(work.counted) | {str(Became.NEW): len(fresh)}
    version.save(update_fields=["statements"])
    Bank.objects.filter(pk=bank.pk, document__in=before).update(document=document)
    return fresh, _said(work)


def _read(document: int, new: list[Passage]) -> _Old:
    passages = list(Passage.objects.filter(document=document).order_by("pk"))
    texts, news = [one.text for one in passages], [one.text for one in new]
    aligned = align(texts, news)
    at = {passage.pk: number for number, passage in enumerate(passages)}
    return _Old(passages, Anchors(aligned, texts, news), aligned, at)


def _take_statements(work: _Work, bank: Bank, before: list[int]) -> None:
    cited = Statement.objects.filter(bank=bank, retired_at=None, passages__document__in=before).distinct()
    differences = []
    moved: list[tuple[Statement, Place]] = []
    for statement in cited.prefetch_related("passages", "facts"):
        passage = next(one for one in statement.passages.all() if one.document_id in work.olds)
        old = work.olds[passage.document_id]
        found = old.find(passage.pk, statement.start, statement.end)
        if found.is_verbatim:
            work.counted[str(found.became)] += 1
            moved.append((statement, found.place))
            continue
        difference = _difference(work, statement, passage, found)
        work.counted[str(difference.kind)] += 1
        differences.append(difference)
        if difference.kind == Difference.Kind.REWORDED:
            moved.append((statement, found.place))
        _note_answers(work, old, statement, difference)
    anchor(moved, work.new)
    _overtake(work, bank)
    Difference.objects.bulk_create(_to_decide(bank, differences), batch_size=BATCH)


def _difference(work: _Work, statement: Statement, passage: Passage, found: Found) -> Difference:
    old = passage.text[statement.start or 0 : len(passage.text) if statement.end is None else statement.end]
    place = found.place
    kind = Difference.Kind.GONE
    if place:
        carried = carry_over(statement.text, old, place.reads)
        kind = Difference.Kind.CHANGED if carried.answers else Difference.Kind.REWORDED
    is_heavier = kind == Difference.Kind.REWORDED and loses_facts(old, place.reads)
    return Difference(
        version=work.version,
        statement=statement,
        kind=kind,
        weight=WEIGHTS[kind] + OTHER_FACTS * is_heavier,
        old_sentence=old,
        new_sentence=place.reads if place else "",
        passage=work.new[place.paragraph] if place else None,
        start=place.start if place else 0,
        end=place.end if place else 0,
    )


def _note_answers(work: _Work, old: _Old, statement: Statement, difference: Difference) -> None:
    """What is asked already of the new sentences, as it was and as it would be, is not proposed once more."""
    passage = next(one for one in statement.passages.all() if one.pk in old.at)
    end = len(passage.text) if statement.end is None else statement.end
    carried = carry_over(statement.text, difference.old_sentence, difference.new_sentence or difference.old_sentence)
    asked = {*(fact.answer for fact in statement.facts.all()), *carried.answers.values()}
    for mate in old.anchors.sentences_at(old.at[passage.pk], statement.start or 0, end):
        work.answers[mate] |= asked


def anchor(moved: Iterable[tuple[Statement, Place]], passages: list[Passage]) -> None:
    """Let statements cite their new places, and nothing else; their accepted drafts come along."""
    rows = list(moved)
    for statement, place in rows:
        statement.start, statement.end = place.start, place.end
    _write(Statement, [statement for statement, _ in rows], ["start", "end"])
    for start in range(0, len(rows), BATCH):
        Cites.objects.filter(statement__in=[statement.pk for statement, _ in rows[start : start + BATCH]]).delete()
    ties = [Cites(statement_id=statement.pk, passage_id=passages[place.paragraph].pk) for statement, place in rows]
    Cites.objects.bulk_create(ties, batch_size=BATCH)
    places = {statement.pk: place for statement, place in rows}
    drafts = Draft.objects.filter(state=Draft.State.ACCEPTED, fact__statement__in=list(places)).select_related("fact")
    move_drafts([(draft, places[draft.fact.statement_id]) for draft in drafts], passages)


def move_drafts(moved: list[tuple[Draft, Place]], passages: list[Passage]) -> None:
    """Let drafts stand at their new places; nothing of what they say changes, nor their version."""
    for draft, place in moved:
        draft.passage, draft.document_id = passages[place.paragraph], passages[place.paragraph].document_id
        draft.start, draft.end, draft.sentence = place.start, place.end, place.reads
    _write(Draft, [draft for draft, _ in moved], ["passage", "document", "start", "end", "sentence"])


def _overtake(work: _Work, bank: Bank) -> None:
    """What waited since an earlier version is decided on this one."""
    waiting = Difference.objects.of_bank(bank).filter(decision="", version__document__in=work.olds)
    waiting.update(decision=Difference.Decision.OVERTAKEN, decided_at=work.version.made_at)


def _to_decide(bank: Bank, differences: list[Difference]) -> list[Difference]:
    """Without those of which an earlier version said the very same, and which were kept as they are."""
    kept = set(
        Difference.objects.of_bank(bank)
        .filter(decision=Difference.Decision.KEPT)
        .values_list("statement", "kind", "new_sentence")
    )
    return [one for one in differences if (one.statement_id, str(one.kind), one.new_sentence) not in kept]


def _take_drafts(work: _Work, bank: Bank, before: list[int], *, now: datetime) -> None:
    """Drafts that are not in the bank move with their sentences; proposals whose sentence is not there any more go."""
    drafts = Draft.objects.filter(bank=bank, document__in=before, passage__isnull=False)
    moved, dropped = [], []
    for draft in drafts.exclude(state=Draft.State.ACCEPTED):
        old = work.olds[draft.document_id]
        found = old.find(draft.passage_id, draft.start, draft.end)
        if found.is_verbatim:
            moved.append((draft, found.place))
        elif draft.state == Draft.State.PROPOSED:
            dropped.append(draft.pk)
        else:
            for mate in old.anchors.sentences_at(old.at[draft.passage_id], draft.start, draft.end):
                work.answers[mate].add(draft.answer)
    move_drafts(moved, work.new)
    for start in range(0, len(dropped), BATCH):
        rows = Draft.objects.filter(pk__in=dropped[start : start + BATCH])
        by = {"reviewed_by": work.version.made_by, "reviewed_at": now}
        rows.update(state=Draft.State.REJECTED, version=F("version") + 1, **by)


def _new_ones(work: _Work, newest: _Old, found: list[Drafted]) -> list[Drafted]:
    """Those of new sentences, and those of other sentences that do not ask what is asked of them already."""
    aligned = newest.aligned
    starts = [(sentence.paragraph, sentence.start) for sentence in aligned.new]
    same = {Became.UNCHANGED, Became.MOVED}
    equal = {mate for place, mates in aligned.to.items() if aligned.became[place] in same for mate in mates}
    at = {id(each): bisect_right(starts, (each.paragraph, each.draft.fact.start)) - 1 for each in found}
    return [
        each for each in found if at[id(each)] not in equal and each.draft.fact.answer not in work.answers[at[id(each)]]
    ]


def _write(model: type[Model], rows: list[Model], fields: list[str]) -> None:
    """Write these fields of rows that are there; ten times as fast as `bulk_update`, which writes a case for each."""
    model.objects.bulk_create(rows, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def number_drafts(document: Document) -> None:
    """Put old and new drafts of a document in the order of its text."""
    drafts = list(Draft.objects.filter(document=document).order_by("passage", "start", "pk"))
    for position, draft in enumerate(drafts):
        draft.position = position
    _write(Draft, drafts, ["position"])


def _said(work: _Work) -> str:
    counted = work.counted
    found = Difference.objects.filter(version=work.version).waiting().order_by()
    decide = found.values("old_sentence", "passage", "start").distinct().count()  # as the page of changes counts them
    same = counted[str(Became.UNCHANGED)] + counted[str(Became.MOVED)]
    stand = "1 statement stands" if same == 1 else f"{same:,} statements stand"
    wanting = "no sentence wants" if not decide else "1 sentence wants" if decide == 1 else f"{decide:,} sentences want"
    return f"{stand} in it as before; {wanting} a decision. What it says anew is proposed."
