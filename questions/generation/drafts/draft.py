"""Facts found in a document in, drafts out, best first: the questions of each fact, and why others were refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from questions.generation.facts import MadeQuestion, Reason, Refusal
from questions.text.english.capitals import Capitals
from questions.text.english.clauses import first_clause
from questions.text.english.cues import cue_for, with_cue
from questions.text.english.sentences import split_sentences
from questions.text.english.tokens import stands_in_words
from questions.vocabulary import LONGEST_TYPED_ANSWER, AnswerType, Kind

from .checks import fault_of_gap, fault_of_question
from .choosing import fault_of_options, wrong_options
from .claims import make_claim
from .gaps import with_gap
from .how_many import ask_how_many
from .lifespan import ask_lifespan
from .material import Draft
from .ranked import Ranked
from .row import ask_row
from .surroundings import Surroundings
from .variants import Variants
from .when import ask_when
from .who import ask_who
from .why import ask_why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .checks import Fault
    from .material import Found, Source

OWN_WORDING = 0.35
"""What a question of its own wording adds to the score of a fact."""
LIFE = frozenset({"born", "died"})
NAMED = frozenset({AnswerType.PERSON, AnswerType.PLACE, AnswerType.ORGANISATION, AnswerType.UNKNOWN})
LEAST_SCORE = 0.35
"""Of facts from which a choice is offered."""


def draft(facts: Iterable[Found], document: Source) -> Iterator[Draft]:
    """The drafts of `facts`, which were found in `document`, best first. Never raises; nothing is left to chance.

    `facts` are in the order of the text and are read once. Memory does not grow with them: the drafts are on disk.
    """
    drafter = _Drafter(document)
    with Ranked() as ranked:
        for fact in facts:
            ranked.add(drafter.draft(fact))
        yield from ranked.best_first()


def _turned(fact: Found) -> tuple[str, ...]:
    """The two names of a pair the other way round, which is as right."""
    first, joint, second = fact.answer.partition(" and ")
    return (f"{second}{joint}{first}",) if fact.grain == "pair" else ()


class _Drafter:
    def __init__(self, document: Source) -> None:
        self.capitals = Capitals(
            block.text[start:end] for block in document.paragraphs for start, end in split_sentences(block.text)
        )
        self.around = Surroundings(document)
        self.title = document.title.strip()
        self.variants = Variants(document)

    def draft(self, fact: Found) -> Draft:
        questions: list[MadeQuestion] = []
        refused: list[Refusal] = []
        for made in self._made(fact):
            if isinstance(made, Refusal):
                refused.append(made)
            else:
                questions.append(made)
        is_typed = bool(questions) and questions[0].kind in {Kind.TYPED, Kind.RECALL}
        return Draft(fact, tuple(questions), tuple(refused), round(fact.score + OWN_WORDING * is_typed, 3))

    def _made(self, fact: Found) -> tuple[MadeQuestion | Refusal, ...]:
        prompt = self._prompt(fact)
        if fact.answer_type is AnswerType.CAUSE:
            told = replace(prompt, kind=Kind.RECALL) if isinstance(prompt, Refusal) else prompt
            return (
                told if isinstance(told, Refusal) else MadeQuestion(Kind.RECALL, 0, told, fact.answer, ()),
                Refusal(Kind.TYPED, Reason.PROSE, "A cause can be told in too many ways to be graded word by word."),
                Refusal(Kind.CLOZE, Reason.PROSE, "A whole clause is not blanked."),
                Refusal(Kind.CHOICE, Reason.PROSE, "Only an author can write wrong causes."),
            )
        torn = fault_of_gap(fact)
        options = () if fact.lead or fact.is_weak else wrong_options(fact, self.around)
        return (
            self._typed(fact, prompt),
            self._cloze(fact, torn),
            self._choice(fact, prompt, torn, options),
            _claim(fact, torn, options),
        )

    def _prompt(self, fact: Found) -> str | Refusal:
        """The question in its own words, or why there is none."""
        question = None
        if fact.is_topic and fact.answer_type in NAMED:
            return Refusal(Kind.TYPED, Reason.TRIVIAL, f"“{fact.answer}” is what the whole document is about.")
        if not fact.lead and (asked := ask_lifespan(fact) or ask_row(fact)):
            question = asked
        elif not fact.lead and (clause := first_clause(fact.text)):
            if fact.answer_type is AnswerType.CAUSE:
                question = ask_why(fact, clause, self.capitals)
            elif fact.answer_type is AnswerType.DATE:
                question = ask_when(fact, clause, self.capitals)
            elif fact.answer_type is AnswerType.QUANTITY:
                question = ask_how_many(fact, clause, self.capitals)
            elif fact.answer_type is not AnswerType.TERM:
                question = ask_who(fact, clause)
        if question is None:
            return Refusal(
                Kind.TYPED, Reason.NO_PROMPT, "The sentence is not simple enough to be turned into a question."
            )
        fault = fault_of_question(question, fact.answer)
        cue = cue_for(self.title, question, fact.answer)
        return Refusal(Kind.TYPED, *fault) if fault else with_cue(cue, question)

    def _typed(self, fact: Found, prompt: str | Refusal) -> MadeQuestion | Refusal:
        if isinstance(prompt, Refusal):
            return prompt
        if len(fact.answer.split()) > LONGEST_TYPED_ANSWER:
            return Refusal(Kind.TYPED, Reason.TOO_LONG, "An answer of so many words is not typed.")
        return MadeQuestion(Kind.TYPED, 0, prompt, fact.answer, self._accepted(fact, prompt))

    def _cloze(self, fact: Found, torn: Fault | None) -> MadeQuestion | Refusal:
        if fact.grain in LIFE:
            return Refusal(Kind.CLOZE, Reason.NOT_SELF_CONTAINED, "A gap within the brackets of a life reads badly.")
        if len(fact.answer.split()) > LONGEST_TYPED_ANSWER:
            return Refusal(Kind.CLOZE, Reason.TOO_LONG, "An answer of so many words is not blanked.")
        if torn:
            return Refusal(Kind.CLOZE, *torn)
        return MadeQuestion(Kind.CLOZE, 0, with_gap(fact), fact.answer, self._accepted(fact, ""))

    def _accepted(self, fact: Found, prompt: str) -> tuple[str, ...]:
        """What else is right and stands neither in the statement nor in `prompt`."""
        names = (*_turned(fact), *self.variants.of(fact))
        return tuple(name for name in names if not stands_in_words(name, prompt))

    def _choice(
        self, fact: Found, prompt: str | Refusal, torn: Fault | None, options: tuple[str, ...]
    ) -> MadeQuestion | Refusal:
        options = options if fact.score >= LEAST_SCORE else ()
        fault = fault_of_options(fact, options) or (torn if isinstance(prompt, Refusal) else None)
        if fault:
            return Refusal(Kind.CHOICE, *fault)
        stem = with_gap(fact) if isinstance(prompt, Refusal) else prompt
        return MadeQuestion(Kind.CHOICE, 0, stem, fact.answer, self._accepted(fact, stem), options)


def _claim(fact: Found, torn: Fault | None, options: tuple[str, ...]) -> MadeQuestion | Refusal:
    """True or false on a date or a number; false ones carry a value that stands nowhere in the document."""
    made = None if torn else make_claim(fact, options)
    if not made:
        return Refusal(Kind.TRUE_FALSE, Reason.TOO_FEW_OPTIONS, "There is no near value that is surely wrong.")
    return MadeQuestion(Kind.TRUE_FALSE, 0, made[0], "true" if made[1] else "false", (), ())
