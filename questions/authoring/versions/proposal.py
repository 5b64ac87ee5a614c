"""What differs in a newer version in; what its author may decide, and what would be written, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from questions.authoring.change import Rewritten, as_it_stands
from questions.models import Difference
from questions.sources.statement_text import StatementTextError

from .wording import carry_over, swaps

if TYPE_CHECKING:
    from questions.models import Fact

Kind, Decision = Difference.Kind, Difference.Decision


@dataclass(frozen=True, slots=True)
class Proposal:
    """The statement as the new version would have it; empty where only a person can say. `answers` {blank: new}."""

    text: str
    answers: dict[str, str]
    decisions: tuple[Decision, ...]


def propose(one: Difference) -> Proposal:
    """Worked out of the statement as it reads now, whoever changed it since."""
    if one.kind == Kind.GONE:
        return Proposal("", {}, (Decision.RETIRED, Decision.KEPT))
    try:
        carried = carry_over(one.statement.text, one.old_sentence, one.new_sentence)
    except StatementTextError:
        return Proposal("", {}, (Decision.KEPT, Decision.RETIRED))
    is_other = bool(carried.text) and carried.text != one.statement.text
    can_change = is_other and bool(carried.answers)
    possible = {
        Decision.ANSWER: can_change,
        Decision.WORDING: is_other,
        Decision.KEPT: True,
        Decision.RETIRED: True,
    }
    return Proposal(carried.text, carried.answers, tuple(name for name, may_be in possible.items() if may_be))


def written_for(one: Difference, fact: Fact, proposal: Proposal, *, is_same_answer: bool) -> Rewritten:
    """What becomes of one fact of the statement. A former answer that means the same is accepted from now on too."""
    now, answer = as_it_stands(fact), proposal.answers.get(fact.blank)
    followed = tuple(_followed(prompt, one) for prompt in now.prompts)
    accepted = tuple(now.accepted)
    if answer is not None:
        accepted = (*accepted, fact.answer) if is_same_answer else ()
    options = tuple(option for option in now.options if option.casefold() != (answer or "").casefold())
    return replace(now, text=proposal.text, prompts=followed, accepted=accepted, options=options)


def _followed(prompt: str, one: Difference) -> str:
    """The prompt with the numbers, days and names of the new sentence in the place of the old ones."""
    for before, after in swaps(one.old_sentence, one.new_sentence):
        prompt = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", lambda _, put=after: put, prompt)
    return prompt
