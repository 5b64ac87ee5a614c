"""What is remembered of a fact in each of its kinds, where a site keeps a memory for each kind; what to ask next out.

As cards of one note: nothing learnt in one kind is told to another. A kind is met once the fact has climbed to its
rung, and comes back by its own due day from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from questions.vocabulary import Kind

from .ladder import RUNGS, Asking, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from .scheduler import State

_RUNG_OF: dict[str, int] = {kind: rung for rung, kinds in enumerate(RUNGS) for kind in kinds}


@dataclass(frozen=True, slots=True)
class Held:
    """What is remembered of a fact in one kind, and the day on which it comes back in it."""

    state: State
    due: date


def first_due(kinds: Mapping[str, Held]) -> Held:
    """What comes back first; of several on one day the firmest. `kinds` is not empty."""
    return kinds[min(kinds, key=lambda kind: (kinds[kind].due, -_RUNG_OF[kind]))]


def firmest(kinds: Collection[str]) -> str:
    """Of these kinds, at least one, that of the highest rung."""
    return max(kinds, key=lambda kind: (_RUNG_OF[kind], kind))


def is_firmest(kind: str, kinds: Mapping[str, Held]) -> bool:
    """Whether no kind of a higher rung has been met; only such a kind opens the next rung."""
    return all(_RUNG_OF[other] <= _RUNG_OF[kind] for other in kinds)


def after_answer(kinds: Mapping[str, Held], kind: str, held: Held, *, is_drawn: bool) -> dict[str, Held]:
    """All kinds, once this one is held so.

    The site draws what came due first. A kind that was due before the one it drew was passed over because the fact
    has no question of it any more: it waits until the day before the next turn, so that it is asked then if it can be,
    is passed over again if not, and never brings the fact back by itself.
    """
    before, after = kinds.get(kind), {**kinds, kind: held}
    if before is None or not is_drawn:
        return after
    turn = held.due - timedelta(days=1)
    waits = {
        other: replace(one, due=max(one.due, turn))
        for other, one in kinds.items()
        if one.due < before.due and one.due <= held.state.last_day
    }
    return after | waits


def next_asking(rung: int, available: Collection[Kind], kinds: Mapping[str, Held], day: date) -> Asking:
    """What to ask of a fact that has the `available` kinds: again what was asked today; else a kind of its rung or
    below that was never met; else what comes back first. Raise `ValueError` for a fact without any kind.
    """
    met = {kind: held for kind, held in kinds.items() if kind in available}
    today = {kind: held for kind, held in met.items() if held.state.last_day == day}
    fresh = [kind for kind in (nearest(step, available) for step in range(rung + 1)) if kind not in kinds]
    if today or not fresh:
        first = first_due(today or met)
        kind = next(Kind(kind) for kind, held in met.items() if held is first)
        return Asking(kind, _RUNG_OF[kind])
    return Asking(fresh[0], _RUNG_OF[fresh[0]])
