"""A statement with its blanks and the bank around it in; what can be asked of each blank, and what not and why, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from questions.generation import choice, cloze, recall, typed
from questions.generation.bank import BankFacts
from questions.generation.facts import BY_DESIGN, MadeQuestion, Reason, Refusal
from questions.generation.make import make_questions
from questions.generation.options import objection_to
from questions.grading import AnswerKey, Verdict, grade
from questions.sources.statement_text import StatementTextError, read_statement
from questions.vocabulary import AnswerType, Kind, Outcome

from .blanks import blanks_of, claim_of, fact_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from questions.generation.facts import FactIn, Made
    from questions.models import Draft

    from .blanks import Blank

IN_WORDS = {
    Reason.ANSWER_IN_PROMPT: "the answer stands in it",
    Reason.CLAIMANT_MISSING: "it does not say who claims it",
    Reason.DUPLICATE: "it is asked already",
    Reason.NO_PROMPT: "it has no prompt of its own",
    Reason.NOT_SELF_CONTAINED: "it does not stand by itself",
    Reason.PROSE: "this type is not asked so",
    Reason.SHORT: "the answer is short enough to be typed",
    Reason.TOO_FEW_OPTIONS: "it has too few safe wrong options",
    Reason.TOO_LONG: "the answer is too long",
    Reason.TRIVIAL: "it asks what the whole document is about",
    Reason.TWO_ANSWERS_FIT: "two answers fit",
}
"""Each reason code as a reviewer reads it."""
HERE = "this draft"
LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks find of one blank. `faults` are refusals that an editor may mend, `quiet` those by design."""

    blank: Blank
    questions: tuple[MadeQuestion, ...]
    faults: tuple[Refusal, ...]
    quiet: tuple[Refusal, ...]
    options: tuple[tuple[str, str], ...]
    """Options that may not stand beside the answer, each with the reason."""
    tried: str = ""
    verdict: Verdict | None = None

    @property
    def is_right(self) -> bool:
        return self.verdict is not None and self.verdict.outcome in {Outcome.CORRECT, Outcome.NEAR_MISS}


def fault_of_text(text: str) -> str:
    """What is wrong with the statement as it is written, in one sentence; empty when nothing is."""
    try:
        pieces = read_statement(text)
    except StatementTextError as error:
        return f"In this text {error}. Write each blank as [answer](type:key), nothing else in square brackets."
    blanks = [piece for piece in pieces if not isinstance(piece, str)]
    if not blanks:
        return "The statement has no blank. Select the words of an answer and press Alt+B, or write [answer](type:key)."
    known = set(AnswerType)
    if unknown := next((piece.answer_type for piece in blanks if piece.answer_type not in known), None):
        return f"“{unknown}” is not an answer type. Use one of: {', '.join(AnswerType)}."
    return ""


def check(
    text: str, blanks: Iterable[Blank], known: Iterable[FactIn], *, tried: Mapping[str, str] | None = None
) -> list[Checked]:
    """The findings for each blank of `text` among the facts `known`; `tried` are answers typed to see their grading."""
    found, others = list(blanks), tuple(known)
    facts, made = _made(text, found, others)
    return [
        _checked(blank, facts[blank.key], made[blank.key], (tried or {}).get(blank.key, ""), others) for blank in found
    ]


def has_question(draft: Draft, known: Mapping[Any, FactIn]) -> bool:
    """Whether anything could be asked of each blank of `draft`, in the bank of the facts `known`."""
    if fault_of_text(draft.text):
        return False
    _, made = _made(draft.text, blanks_of(draft), without(draft, known))
    return bool(made) and (all(one.questions for one in made.values()) or bool(claim_of(draft)))


def askable(drafts: Iterable[Draft], known: Iterable[FactIn]) -> list[Draft]:
    """Those of which something could be asked of each blank, were all of them in the bank of the facts `known`."""
    sound = [draft for draft in drafts if not fault_of_text(draft.text)]
    facts = {draft.pk: list(_facts_of(draft)) for draft in sound}
    bank = BankFacts.of((*known, *(fact for its in facts.values() for fact in its)))
    return [
        draft
        for draft in sound
        if facts[draft.pk] and (claim_of(draft) or all(_is_asked(fact, bank) for fact in facts[draft.pk]))
    ]


def _facts_of(draft: Draft) -> Iterator[FactIn]:
    key = f"draft {draft.pk}"
    for blank in blanks_of(draft):
        place = LAST + draft.position
        yield fact_in(blank, draft.text, statement=key, unit="", position=place, key=f"{key}/{blank.key}")


def _is_asked(fact: FactIn, bank: BankFacts) -> bool:
    """In any kind; a choice, whose options are looked for in the whole bank, is tried last."""
    kinds = (typed, cloze, recall, choice)
    return any(isinstance(one, MadeQuestion) for kind in kinds for one in kind.make(fact, bank))


def without(draft: Draft, known: Mapping[Any, FactIn]) -> tuple[FactIn, ...]:
    """The facts of the bank but for those of `draft` itself."""
    own = known[draft.fact_id].statement if draft.fact_id in known else None
    return tuple(fact for fact in known.values() if fact.statement != own)


def _made(text: str, blanks: list[Blank], known: tuple[FactIn, ...]) -> tuple[dict[str, FactIn], dict[str, Made]]:
    facts = {
        blank.key: fact_in(blank, text, statement=HERE, unit="", position=LAST + place, key=f"{HERE}/{blank.key}")
        for place, blank in enumerate(blanks)
    }
    bank = BankFacts.of((*known, *facts.values()))
    return facts, {key: make_questions(fact, bank) for key, fact in facts.items()}


def _checked(blank: Blank, fact: FactIn, made: Made, tried: str, known: tuple[FactIn, ...]) -> Checked:
    refused = list(dict.fromkeys(made.refused))
    return Checked(
        blank=blank,
        questions=made.questions,
        faults=tuple(one for one in refused if one.reason not in BY_DESIGN),
        quiet=tuple(one for one in refused if one.reason in BY_DESIGN),
        options=tuple((option, why) for option in blank.options if (why := objection_to(fact, option))),
        tried=tried,
        verdict=_try(blank, tried, known) if tried else None,
    )


def _try(blank: Blank, tried: str, known: tuple[FactIn, ...]) -> Verdict:
    rivals = tuple(fact.names for fact in known if fact.answer_type is blank.answer_type)
    key = AnswerKey(answer=blank.answer, answer_type=blank.answer_type, accepted=blank.accepted, rivals=rivals)
    return grade(Kind.TYPED, key, tried)
