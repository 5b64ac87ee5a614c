"""The facts of a bank in; out comes what the making of one question must know of all the others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from questions.text.edits import shared_words

from .facts import FactIn
from .nearest import Form, Lineup, line_up
from .wording import content, key_of, overlap

NEARLY_SAME = 95
"""Per cent of `token_set_ratio` on content words from which two prompts count as nearly the same."""


@dataclass(frozen=True)
class BankFacts:
    """All facts of one bank, indexed once; without slots, for what is worked out when it is first asked for."""

    facts: tuple[FactIn, ...]
    by_prompt: dict[str, tuple[FactIn, ...]] = field(repr=False)
    by_cloze: dict[str, tuple[FactIn, ...]] = field(repr=False)
    statements: dict[str, tuple[FactIn, ...]] = field(repr=False)

    @classmethod
    def of(cls, facts: tuple[FactIn, ...]) -> Self:
        """The indexed facts; `facts` in the order of teaching."""
        prompts, clozes, statements = (defaultdict[str, list[FactIn]](list) for _ in range(3))
        for fact in facts:
            clozes[key_of(fact.cloze)].append(fact)
            statements[fact.statement].append(fact)
            for prompt in dict.fromkeys(key_of(prompt) for prompt in fact.prompts):
                prompts[prompt].append(fact)
        return cls(
            facts,
            {name: tuple(found) for name, found in prompts.items()},
            {name: tuple(found) for name, found in clozes.items()},
            {name: tuple(found) for name, found in statements.items()},
        )

    @cached_property
    def lineups(self) -> dict[Form, Lineup]:
        """The answers by type and form, ready to be walked from any of them."""
        return line_up(self.facts)

    @cached_property
    def by_stem(self) -> dict[str, list[FactIn]]:
        """The first fact of each statement by the stems of the words that carry its meaning."""
        found: defaultdict[str, list[FactIn]] = defaultdict(list)
        for blanks in self.statements.values():
            for word in content(blanks[0].sentence):
                found[word].append(blanks[0])
        return dict(found)


def same_answer(one: FactIn, other: FactIn) -> bool:
    """Whether some name of one fact's answer is a name of the other's."""
    return not {key_of(name) for name in one.names}.isdisjoint(key_of(name) for name in other.names)


def answers_clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name of one answer is, or stands within, a name of the other."""
    return any(overlap(mine, theirs) for mine in one for theirs in other)


def nearly_same_prompts(one: FactIn, other: FactIn) -> bool:
    """Whether a prompt of one asks, word for word or nearly, what a prompt of the other asks."""
    return any(_nearly_same(mine, theirs) for mine in one.prompts for theirs in other.prompts)


def _nearly_same(mine: str, theirs: str) -> bool:
    left, right = content(mine), content(theirs)
    if len(left ^ right) > max(len(left), len(right)):
        return False
    return shared_words(" ".join(sorted(left)), " ".join(sorted(right))) >= NEARLY_SAME
