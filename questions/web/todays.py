"""A learner and the time in; what the page of the day shows of their practice out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questions.models import Study
from questions.practice.backlog import backlog_of
from questions.practice.queue import look_at, next_due, today
from questions.web.forms.days import LimitsForm
from questions.web.rounds import MINUTES

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User


def practice_today(learner: User, *, now: datetime) -> dict[str, Any]:
    """What is left, what waits beyond the limit, the limits themselves, and the studies."""
    look = look_at(learner, now=now)
    studies = list(Study.objects.of(learner).with_counts_for(learner))
    return {
        "day": look.shown.day,
        "today": today(learner, now=now, look=look),
        "next_day": next_due(learner, now=now, look=look)[0],
        "backlog": backlog_of(learner, look),
        "is_away": learner.is_away(look.shown.day),
        "limits": LimitsForm(learner, studies),
        "round_minutes": MINUTES,
        "studies": studies,
    }
