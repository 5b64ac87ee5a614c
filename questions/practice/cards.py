"""A learner and a fact in; the card that asks it out. What a page carries is signed, and never holds the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.utils.crypto import salted_hmac

from questions.generation.true_false import FALSE, TRUE
from questions.models import Question
from questions.models.prepared import Prepared, number
from questions.vocabulary import Kind

from .ease import ease_by_kind
from .kinds import next_asking
from .ladder import OPTIONS_SHOWN, PROBE_SHARE, TOP, Asking, ask, hardest_graded
from .learner import day_of, is_per_kind, scheduling_of
from .leeches import another_kind, slips
from .log import memory_of, standing_of
from .scheduler import recall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from questions.models import Fact, Memory, User

    from .replay import Standing

SALT = "recollect.card"
CARRIED = frozenset("lfqopvtxhar")
"""Keys of the signed value; `sign` says what they stand for."""
OF_FACT = ("fact__statement", "fact__unit", "fact__bank__document")
"""What a page shows of the fact of a question."""

LONGEST_OPEN = timedelta(days=7)
"""A page that lay open longer is dealt again."""

FORGED = "This question was not dealt by this site, or was changed on its way. Here is the next one."
FOREIGN = "This question was dealt to somebody else."
TOO_OLD = "This page has been open for more than a week. Here is a fresh question."
RETIRED = "This fact has been withdrawn from its bank in the meantime. Your answer was not counted."


class BadCard(Exception):
    """What came back is no card that can be answered; the message says why in one sentence."""


QUESTIONS = Prepared(
    lambda: Question.objects.current().filter(fact=number("fact")).select_related(*OF_FACT).order_by("kind", "wording")
)
ASKED = Prepared(
    lambda: Question.objects.filter(pk=number("question"), fact=number("fact"), fact__retired_at=None).select_related(
        *OF_FACT
    )
)


@dataclass(frozen=True)
class Card:
    """One question as it is put to one learner. `rung` is the one it is asked for; `token` names the answer to come.

    The token is drawn with the card, from learner, fact and memory version: two tabs with one card give one answer.
    `before` is what was written before that answer was undone; it is shown, and never signed.
    """

    learner: User
    fact: Fact
    question: Question
    kind: str
    options: tuple[str, ...]
    is_probe: bool
    memory_version: int
    token: str
    extra: str = ""
    hinted: bool = False
    asked_again: bool = False
    rung: int = 0
    before: str = ""


def draw(learner: User, fact: Fact, *, now: datetime, extra: str = "", day: date | None = None) -> Card:
    """The card that asks `fact` (only its pk matters) now; the same as long as the memory stays the same.

    `day` is the learner's, where that is known already.

    Raise `BadCard` where the fact has been retired or has no question.
    """
    memory = memory_of(learner, fact)
    standing, day = standing_of(memory), day or day_of(learner, now)
    questions = QUESTIONS.rows(fact=fact.pk)
    if not questions:
        raise BadCard(RETIRED)
    rng = Random(f"{learner.pk}/{fact.pk}/{memory.version}")  # noqa: S311 - a draw, not a secret
    is_drawn = rng.random() < PROBE_SHARE
    kinds = {Kind(question.kind) for question in questions}
    hardest = hardest_graded(kinds)
    is_probe = is_drawn and not extra and hardest is not None and _may_be_probed(standing, day) and not is_per_kind()
    asking = Asking(hardest, TOP) if is_probe and hardest else _asking(learner, memory, standing, kinds, day)
    wordings = [question for question in questions if question.kind == asking.kind]
    question = wordings[memory.version % len(wordings)]
    return Card(
        learner=learner,
        fact=question.fact,
        question=question,
        kind=question.kind,
        options=options_of(question, rng),
        is_probe=is_probe,
        memory_version=memory.version,
        token=_token(learner, fact, memory.version),
        extra=extra,
        rung=asking.rung,
    )


def _asking(learner: User, memory: Memory, standing: Standing, kinds: set[Kind], day: date) -> Asking:
    """What to ask of a fact that has these kinds, where it is no probe."""
    if is_per_kind():
        return next_asking(standing.rung, kinds, standing.kinds, day)
    if slips(memory):
        return Asking(*another_kind(kinds, memory.version))
    return ask(standing.rung, kinds, _recalled(standing, day, learner), ease_by_kind())


def options_of(question: Question, rng: Random) -> tuple[str, ...]:
    """The options of a choice, shuffled: the answer and two of the pool. True before false; none for other kinds."""
    if question.kind == Kind.TRUE_FALSE:
        return (TRUE, FALSE)
    if question.kind != Kind.CHOICE:
        return ()
    others = min(OPTIONS_SHOWN - 1, len(question.distractors))
    options = [question.answer, *rng.sample(question.distractors, others)]
    rng.shuffle(options)
    return tuple(options)


def sign(card: Card) -> str:
    """The card as a page carries it; `open_card` reads it back. The answer is nowhere marked in it."""
    carried: dict[str, Any] = {
        "l": card.learner.pk,
        "f": card.fact.pk,
        "q": card.question.pk,
        "o": card.options,
        "p": card.is_probe,
        "v": card.memory_version,
        "t": card.token,
        "x": card.extra,
        "h": card.hinted,
        "a": card.asked_again,
        "r": card.rung,
    }
    return signing.dumps(carried, salt=SALT, compress=True)


def open_card(signed: str, learner: User) -> Card:
    """The card that was signed for `learner`. Raise `BadCard` for anything else, and for a fact retired since."""
    carried = _carried(signed)
    if carried["l"] != learner.pk:
        raise BadCard(FOREIGN)
    question = ASKED.first(question=carried["q"], fact=carried["f"])
    if question is None:
        raise BadCard(RETIRED)
    return Card(
        learner=learner,
        fact=question.fact,
        question=question,
        kind=question.kind,
        options=tuple(carried["o"]),
        is_probe=carried["p"],
        memory_version=carried["v"],
        token=carried["t"],
        extra=carried["x"],
        hinted=carried["h"],
        asked_again=carried["a"],
        rung=carried["r"],
    )


def _carried(signed: str) -> dict[str, Any]:
    """What `sign` put in; raise `BadCard` where it was not `sign` of this version of the site that did."""
    try:
        carried = signing.loads(signed, salt=SALT, max_age=LONGEST_OPEN)
    except signing.SignatureExpired as expired:
        raise BadCard(TOO_OLD) from expired
    except signing.BadSignature as forged:
        raise BadCard(FORGED) from forged
    if set(carried) != CARRIED:
        raise BadCard(FORGED)
    return carried


def hint_of(card: Card) -> str:
    """A hint: the author's, or else how the answer begins. Empty where it would give the answer away."""
    if card.fact.hint:
        return card.fact.hint
    if card.kind in {Kind.TYPED, Kind.CLOZE}:
        return f"It looks like this: {_shape(card.question.answer.split())}"
    if card.kind == Kind.RECALL and len(words := card.question.answer.split()) >= 6:
        return f"It begins: {' '.join(words[: len(words) // 3])} …"
    return ""


def cloze_first_letter(card: Card) -> str:
    """The letter that a cloze below the top rung shows; empty for every other card, and where a number comes first."""
    first = card.question.answer[:1]
    return first if card.kind == Kind.CLOZE and card.rung < TOP and first.isalpha() else ""


def _shape(words: Sequence[str]) -> str:
    """Each word's first sign, the rest as dots."""
    return " ".join(word[0] + "·" * (len(word) - 1) for word in words)


def _may_be_probed(standing: Standing, day: date) -> bool:
    """A fact met before, and not today."""
    return standing.state is not None and standing.is_moved_on(day)


def _recalled(standing: Standing, day: date, learner: User) -> float | None:
    if standing.state is None:
        return None
    return recall(standing.state, max(day, standing.state.last_day), scheduling_of(learner))


def _token(learner: User, fact: Fact, version: int) -> str:
    return salted_hmac(SALT, f"{learner.pk}/{fact.pk}/{version}", algorithm="sha256").hexdigest()[:32]
