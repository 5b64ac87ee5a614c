"""What differs in a newer version in; what the page of changes shows of it, old and new marked, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from questions.authoring.versions import listing
from questions.authoring.versions.wording import Run, marked
from questions.models import Difference
from questions.web.reading import Piece, pieces_of

if TYPE_CHECKING:
    from questions.authoring.versions.listing import Line, Sentence
    from questions.models import Bank, DocumentVersion, Fact

A_PAGE = 25
WAYS = {
    "answer": ("New answer", "N", "Everyone who learnt the old answer is told, and asked again soon."),
    "wording": ("New wording", "W", "It means the same: memories stay."),
    "kept": ("Leave it as it is", "L", "Nothing of it changes."),
    "retired": ("Retire", "R", "It is asked no more; every answer to it stays."),
}
BECAME = ("unchanged", "moved", "reworded", "changed", "gone", "new")


@dataclass(frozen=True, slots=True)
class Way:
    """A decision that can be taken: its name, the words and the key of its button, what it does."""

    value: str
    label: str
    key: str
    help_text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement of the sentence: its words with what is asked marked, the answers that would change, what is open."""

    line: Line
    pieces: list[Piece]
    answers: list[tuple[str, str]]
    ways: list[Way]
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence as the page shows it."""

    sentence: Sentence
    old: list[Run]
    new: list[Run]
    lines: list[Shown]
    ways: list[Way]

    @property
    def pk(self) -> int:
        return self.sentence.first.pk

    @property
    def is_heavy(self) -> bool:
        """Whether a number, a day or a name beside the answers is another one."""
        return any(line.difference.kind == "reworded" and line.difference.weight > 20 for line in self.sentence.lines)


def item_of(sentence: Sentence) -> Item:
    first = sentence.first
    old, new = marked(first.old_sentence, first.new_sentence)
    lines = [_shown(line) for line in sentence.lines]
    return Item(sentence, old, new, lines, _ways(sentence.decisions))


def _shown(line: Line) -> Shown:
    statement, answers = line.difference.statement, line.proposal.answers
    current = [fact for fact in line.facts if not fact.retired_at]
    changing = [(fact.answer, answers[fact.blank]) for fact in current if fact.blank in answers]
    first = current[0] if current else None
    pieces = [Piece(piece.text, piece.key, bool(piece.key)) for piece in pieces_of(statement)]
    return Shown(line, pieces, changing, _ways(line.proposal.decisions), first)


def _ways(decisions: list[str] | tuple[str, ...]) -> list[Way]:
    return [Way(value, *words) for value, words in WAYS.items() if value in decisions]


def progress_of(bank: Bank) -> dict[str, int]:
    keys = listing.keys_of(bank)
    return {"decided": sum(is_done for _, is_done in keys), "total": len(keys), "rewordings": _only_reworded(bank)}


def _only_reworded(bank: Bank) -> int:
    """How many statements wait whose sentence says the same in other words."""
    return Difference.objects.of_bank(bank).waiting().filter(kind=Difference.Kind.REWORDED).count()


def page_of(bank: Bank, number: str) -> dict[str, Any]:
    """What changes.html shows: what waits, then what is decided; the same number of queries for any number of them."""
    keys = listing.keys_of(bank)
    in_order = [key for key, is_done in keys if not is_done] + [key for key, is_done in keys if is_done]
    page = Paginator(in_order, A_PAGE).get_page(number)
    return {
        "bank": bank,
        "page": page,
        "items": [item_of(one) for one in listing.sentences_at(bank, list(page.object_list))],
        "decided": sum(is_done for _, is_done in keys),
        "total": len(keys),
        "rewordings": _only_reworded(bank),
        "versions": [(version, counts_of(version)) for version in listing.versions_of(bank)],
        "firsts": listing.first_of(bank),
        "documents": listing.current_documents(bank),
    }


def counts_of(version: DocumentVersion) -> list[tuple[str, int, int]]:
    """What paragraphs and statements became, with how many of each; what there is none of is left out."""
    rows = [(name, version.passages.get(name, 0), version.statements.get(name, 0)) for name in BECAME]
    return [row for row in rows if row[1] or row[2]]
