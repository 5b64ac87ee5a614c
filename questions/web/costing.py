"""A learner in; what each desired retention would cost them, drawn and in numbers, out."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from questions.models import ParameterFit
from questions.practice import fitting
from questions.practice.parameters import answers_that_tell
from questions.practice.wishes import facts_studied, seconds_an_answer
from questions.practice.workload import costs
from questions.web.charts import cost_curve

if TYPE_CHECKING:
    from questions.models import User

EXAMPLE = 400
"""Facts that are reckoned with while nothing is studied."""
_minutes = attrgetter("minutes")


def costing(learner: User) -> dict[str, Any]:
    """What the page shows; the costs are those of the learner's own parameters, facts and pace."""
    own = learner.scheduler_parameters
    facts, seconds = facts_studied(learner), seconds_an_answer(learner)
    rows = costs(facts or EXAMPLE, seconds, tuple(own) if own else None)
    return {
        "facts": facts,
        "reckoned": facts or EXAMPLE,
        "seconds": seconds,
        "rows": rows,
        "curve": cost_curve(rows, learner.desired_retention),
        "cheapest": min(rows, key=_minutes),
        "dearest": max(rows, key=_minutes),
        "rises": list(rows) == sorted(rows, key=_minutes),  # parameters of one's own can make forgetting dearer
        **own_parameters(learner),
    }


def own_parameters(learner: User) -> dict[str, Any]:
    """What the page says of parameters of one's own: the last fit, and whether another can be asked for."""
    return {
        "last_fit": ParameterFit.objects.of(learner).first(),
        "answers": answers_that_tell(learner),
        "fewest": fitting.FEWEST_ITEMS,
        "can_fit": fitting.is_available(),
    }
