"""What waiting costs in; the sentences that say so out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questions.practice.breaks import cost_of, is_planned
from questions.practice.learner import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User
    from questions.practice.breaks import Cost


def say_cost(cost: Cost) -> str:
    """What a break does to what would have come back in it."""
    if not cost.facts:
        return say_before(cost.before) or "Nothing that you know already comes due in it."
    facts = "1 fact waits" if cost.facts == 1 else f"{cost.facts} facts wait"
    lost, before = round(cost.forgotten), say_before(cost.before)
    if lost:
        said = f"{facts} until after it; by then you will have forgotten about {lost} more of them than without it."
    else:
        said = f"{facts} until after it; hardly any will be forgotten because of that."
    return f"{before} {said}".strip()


def say_before(facts: int) -> str:
    """What comes before a break; empty where nothing does."""
    if not facts:
        return ""
    return "1 fact comes a little earlier." if facts == 1 else f"{facts} facts come a little earlier, before it."


def say_back(moved: int) -> str:
    """What calling a break off does."""
    if not moved:
        return "No due day changes."
    return "1 fact comes back on its old day." if moved == 1 else f"{moved} facts come back on their old days."


def break_page(learner: User, *, now: datetime) -> dict[str, Any]:
    """What break.html shows beside its form: the break as it is planned, and what it costs."""
    day = day_of(learner, now)
    planned = is_planned(learner, day)
    return {
        "is_planned": planned,
        "is_away": learner.is_away(day),
        "cost": say_cost(cost_of(learner, now=now)) if planned else "",
    }
