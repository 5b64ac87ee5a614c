"""A draft in; its blanks, each with its prompts, alternatives and options, out. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from questions.generation.facts import FactIn
from questions.sources.statement_text import BlankPiece, StatementTextError, plain, read_statement, with_blank
from questions.vocabulary import AnswerType, Kind

if TYPE_CHECKING:
    from questions.models import Draft

MOST_PROMPTS = 2
_OWN_WORDING = (Kind.TYPED, Kind.RECALL)
LISTS = ("prompts", "accepted", "options", "also_true")


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank of a draft's statement: one fact once it is accepted."""

    key: str
    answer: str
    answer_type: AnswerType
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    also_true: tuple[str, ...] = ()

    @property
    def details(self) -> dict[str, list[str]]:
        """What a draft keeps of it beside its text."""
        return {name: list(getattr(self, name)) for name in LISTS}


def pieces_in(text: str) -> list[BlankPiece]:
    """The blanks as they are written; none where the brackets do not pair."""
    try:
        return [piece for piece in read_statement(text) if isinstance(piece, BlankPiece)]
    except StatementTextError:
        return []


def blanks_of(draft: Draft) -> list[Blank]:
    """The blanks of `draft`, as its generator or the last editor left them."""
    details = draft.details or {piece.key: _proposed(draft) for piece in pieces_in(draft.text)[:1]}
    return blanks_in(draft.text, details)


def blanks_in(text: str, details: dict[str, Any]) -> list[Blank]:
    """The blanks of `text`, each with what `details` says of its key."""
    found = []
    for piece in pieces_in(text):
        lists = {name: tuple(details.get(piece.key, {}).get(name, ())) for name in LISTS}
        answer_type = AnswerType(piece.answer_type) if piece.answer_type in set(AnswerType) else AnswerType.UNKNOWN
        found.append(Blank(piece.key, piece.answer, answer_type, **lists))
    return found


def fact_in(blank: Blank, text: str, *, statement: str, unit: str, position: int, key: str) -> FactIn:
    """The blank as generation sees a fact."""
    return FactIn(
        key=key,
        statement=statement,
        unit=unit,
        position=position,
        answer=blank.answer,
        answer_type=blank.answer_type,
        sentence=plain(text),
        cloze=with_blank(text, blank.key),
        prompts=blank.prompts,
        accepted=blank.accepted,
        options=blank.options,
        also_true=blank.also_true,
    )


def claim_of(draft: Draft) -> tuple[str, bool] | None:
    """The proposed claim and whether it is true; none once a person has edited the draft."""
    if draft.details:
        return None
    return next(
        ((one["prompt"], one["answer"] == "true") for one in draft.questions if one["kind"] == Kind.TRUE_FALSE), None
    )


def _proposed(draft: Draft) -> dict[str, Any]:
    prompts = [one["prompt"] for one in draft.questions if one["kind"] in _OWN_WORDING]
    return {
        "prompts": list(dict.fromkeys(prompts))[:MOST_PROMPTS],
        "accepted": draft.accepted,
        "options": draft.options,
        "also_true": draft.also_true,
    }
