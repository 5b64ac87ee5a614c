"""The items of a quiz, as plain values, in; out come the sentences that stop it, and those that only warn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.generation.wording import key_of, stands_in
from questions.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Ask:
    """One item: its number on the page, what it asks, and every name its answer goes by."""

    number: int
    statement: int
    kind: str
    prompt: str
    names: tuple[str, ...]
    options: tuple[str, ...] = ()


def given_away(asks: Sequence[Ask]) -> list[str]:
    """One sentence for each prompt in which the answer of another item stands."""
    return [
        f"Item {one.number} gives away item {other.number}: its prompt holds “{name}”."
        for one in asks
        for other in asks
        if one.number != other.number and (name := told_by(one.prompt, other.names))
    ]


def told_by(prompt: str, names: Iterable[str]) -> str:
    """The first of `names` that stands in `prompt` word by word, or ""."""
    return next((name for name in names if stands_in(name, prompt)), "")


def clash(one: Ask, other: Ask) -> bool:
    """Whether the two do not go well into one quiz: one tells the other's answer, or they share a statement."""
    return bool(
        one.statement == other.statement or told_by(one.prompt, other.names) or told_by(other.prompt, one.names)
    )


def of_one_statement(asks: Sequence[Ask]) -> list[str]:
    """A warning for each statement that is asked more than once."""
    together = defaultdict(list)
    for one in asks:
        together[one.statement].append(str(one.number))
    return [
        f"Items {', '.join(numbers[:-1])} and {numbers[-1]} come from one statement; who knows one may guess the other."
        for numbers in together.values()
        if len(numbers) > 1
    ]


def shown_as_option(asks: Sequence[Ask]) -> list[str]:
    """A warning for each typed item whose answer another item shows among its options."""
    return [
        f"Item {one.number} shows the answer of item {other.number}, “{name}”, among its options."
        for one in asks
        for other in asks
        if other.kind == Kind.TYPED and one.number != other.number and (name := _same_as(one.options, other.names))
    ]


def _same_as(options: Iterable[str], names: Iterable[str]) -> str:
    shown = {key_of(option) for option in options}
    return next((name for name in names if key_of(name) in shown), "")
