"""A learner and the extra practice they ask for in; the facts it asks, in order, out.

`wrong`: missed in the last two weeks. `next`: due on the coming days. `unit:PK`: all facts of a unit.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from questions.models import Fact, Memory, Review

from .waiting import MOST_ROWS, has_question, resting, shuffle_key

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from questions.models import User

    from .shown import Shown

WRONG, NEXT, UNIT = "wrong", "next", "unit:"
LOOK_BACK = timedelta(days=14)


def extra_facts(learner: User, extra: str, shown: Shown) -> list[int]:
    """The facts left of this extra practice; those answered right today are done. Empty for an unknown sort."""
    suspended = Memory.objects.of(learner).filter(is_suspended=True).values("fact")
    facts = Fact.objects.current().visible_to(learner).filter(has_question("pk")).exclude(pk__in=suspended)
    facts = facts.exclude(resting(shown)).exclude(pk__in=shown.right)
    return list(_wanted(learner, facts, extra, shown)[:MOST_ROWS])


def _wanted(learner: User, facts: QuerySet[Fact], extra: str, shown: Shown) -> list[int]:
    if extra == WRONG:
        since = shown.day - LOOK_BACK
        missed = Review.objects.of(learner).filter(day__gt=since).as_corrected().filter(is_right=False).values("fact")
        found = facts.filter(pk__in=missed).order_by().values_list("pk", flat=True)
        return sorted(found, key=lambda fact: shuffle_key(learner, shown.day, fact))
    if extra == NEXT:
        coming = facts.filter(memories__learner=learner, memories__due__gt=shown.day)
        order = ("memories__due", "memories__pk")
        return list(coming.exclude(pk__in=shown.answered).order_by(*order).values_list("pk", flat=True)[:MOST_ROWS])
    number = extra.removeprefix(UNIT)
    if extra.startswith(UNIT) and number.isascii() and number.isdigit() and len(number) < 19:
        return list(facts.filter(unit=int(number)).order_by("position").values_list("pk", flat=True))
    return []
