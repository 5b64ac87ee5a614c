"""A learner in; their day and the way their facts are scheduled out."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from questions.models import Review
from questions.models.people import DAY_TURNS_AT
from questions.models.prepared import Prepared, number

from .scheduler import Scheduling

if TYPE_CHECKING:
    from questions.models import User


LAST_DAY = Prepared(lambda: Review.objects.of(number("learner")).order_by("-day").values_list("day", flat=True)[:1])


def day_of(learner: User, now: datetime) -> date:
    """The learner's day: it never goes back, even when they fly west or change their time zone."""
    local = learner.local_day(now)
    last = LAST_DAY.first(learner=learner.pk)
    return max(last, local) if last else local


def day_began(learner: User, day: date) -> datetime:
    """The instant at which `day` began for the learner."""
    return datetime.combine(day, time(), ZoneInfo(learner.time_zone)) + DAY_TURNS_AT


def scheduling_of(learner: User) -> Scheduling:
    parameters = learner.scheduler_parameters
    return Scheduling(tuple(parameters) if parameters else None, learner.desired_retention, is_per_kind())


def is_per_kind() -> bool:
    """Whether this site keeps a memory for each kind of a fact (`MEMORY_PER`)."""
    return settings.MEMORY_PER == "kind"
