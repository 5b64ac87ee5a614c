"""A bank in; what its author has to decide, worst first, and the versions of its documents, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from questions.models import Difference, Document, DocumentVersion, Fact, Import, Memory, Statement

from .proposal import Proposal, propose

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import Bank

Key = tuple[int, str, int | None, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a sentence, with what would become of it and how many have learnt it."""

    difference: Difference
    proposal: Proposal
    facts: list[Fact]
    learners: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that is another one now, or gone, and all statements made of it."""

    lines: list[Line]

    @property
    def first(self) -> Difference:
        return self.lines[0].difference

    @property
    def decided(self) -> Difference | None:
        """The first decision, once nothing of it waits."""
        return None if any(not line.difference.decision for line in self.lines) else self.first

    @property
    def turns(self) -> str:
        return ",".join(f"{line.difference.pk}:{line.difference.turn}" for line in self.lines)

    @property
    def learners(self) -> int:
        return max(line.learners for line in self.lines)

    @property
    def decisions(self) -> list[str]:
        """What can be decided for all: what makes sense for one does, or a milder thing does, for the rest."""
        found = [way for line in self.lines for way in line.proposal.decisions]
        return [way for way in Difference.Decision.values if way in found]


def keys_of(bank: Bank) -> list[tuple[Key, bool]]:
    """The sentences in which something was found, the worst first, each with whether nothing of it waits any more."""
    rows = Difference.objects.of_bank(bank).standing().worst_first()
    columns = rows.values_list("version", "old_sentence", "passage", "start", "decision")
    found: dict[Key, bool] = {}
    for *key, decision in columns:
        found[tuple(key)] = found.get(tuple(key), True) and bool(decision)
    return list(found.items())


def beside(one: Difference) -> QuerySet[Difference]:
    """All that was found in the same sentence, in the order of the list."""
    same = Difference.objects.standing().filter(version=one.version_id, old_sentence=one.old_sentence)
    return with_all(same.filter(passage=one.passage_id, start=one.start)).worst_first()


def _key_of(one: Difference) -> Key:
    return one.version_id, one.old_sentence, one.passage_id, one.start


def with_all(differences: QuerySet[Difference]) -> QuerySet[Difference]:
    """Each with what its page shows."""
    return differences.select_related("statement__unit", "version__document", "version__bank", "passage", "decided_by")


def read(differences: list[Difference]) -> list[Sentence]:
    """The differences by their sentences, in their order; two more queries."""
    statements = [one.statement_id for one in differences]
    facts: dict[int, list[Fact]] = {}
    for fact in Fact.objects.filter(statement__in=statements).order_by("position"):
        facts.setdefault(fact.statement_id, []).append(fact)
    known = Memory.objects.learnt().filter(fact__statement__in=statements).values_list("fact__statement")
    learners = dict(known.annotate(n=Count("learner", distinct=True)))
    groups: dict[Key, list[Line]] = {}
    for one in differences:
        its = facts.get(one.statement_id, [])
        groups.setdefault(_key_of(one), []).append(Line(one, propose(one), its, learners.get(one.statement_id, 0)))
    return [Sentence(lines) for lines in groups.values()]


def sentences_at(bank: Bank, keys: list[Key]) -> list[Sentence]:
    """These sentences of the bank, in this order."""
    old = {key[1] for key in keys}
    rows = with_all(Difference.objects.of_bank(bank).standing().filter(old_sentence__in=old)).worst_first()
    found = {_key_of(one.first): one for one in read(list(rows))}
    return [found[key] for key in keys if key in found]


def versions_of(bank: Bank) -> list[DocumentVersion]:
    """The versions of the bank's documents, the newest first."""
    return list(bank.document_versions.select_related("document", "made_by"))


def first_of(bank: Bank) -> list[Import]:
    """The imports that brought the first version of each document."""
    done = bank.imports.filter(state=Import.State.DONE, replaces=None, document__isnull=False)
    return list(done.select_related("document", "owner"))


def current_documents(bank: Bank) -> list[Document]:
    """The newest version of every document whose text is kept here, imported into the bank or cited by it."""
    replaced = DocumentVersion.objects.filter(bank=bank).values("replaces")
    imported = Import.objects.filter(bank=bank, state=Import.State.DONE).values("document")
    cited = Statement.objects.filter(bank=bank, retired_at=None, passages__text__gt="").values("passages__document")
    found = Document.objects.filter(Q(pk__in=imported) | Q(pk__in=cited)).exclude(pk__in=replaced)
    return list(found.order_by("pk"))
