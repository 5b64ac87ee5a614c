"""What a learner wishes for their scheduling in; kept, with nothing moved that was already decided, out."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Fact, Review, Study

if TYPE_CHECKING:
    from collections.abc import Mapping

    from questions.models import User

TYPICAL_SECONDS = 9.0
"""Of an answer, until the learner's own are known."""

LAST_ANSWERS = 500


def choose_retention(learner: User, share: float) -> None:
    """From the next answer on, facts come due at this chance of recall (0.7 to 0.97); no due day moves."""
    learner.desired_retention = share
    learner.save(update_fields=["desired_retention"])


@transaction.atomic
def limit(learner: User, due_per_day: int, new_per_day: Mapping[Study, int]) -> None:
    """At most so many due facts a day (1 to 1000), and so many new ones of each study named (0 to 200)."""
    learner.due_per_day = due_per_day
    learner.save(update_fields=["due_per_day"])
    for study, new in new_per_day.items():
        study.new_per_day = new
        study.save(update_fields=["new_per_day"])


def facts_studied(learner: User) -> int:
    """How many facts the active studies hold in all."""
    return Fact.objects.current().filter(bank__in=Study.objects.of(learner).active().values("bank")).count()


def seconds_an_answer(learner: User) -> float:
    """The median of the last answers, looked at for two minutes at most; 9 until there are some."""
    taken = Review.objects.of(learner).filter(milliseconds__gt=0, milliseconds__lt=120_000).order_by("-day", "-pk")
    last = list(taken.values_list("milliseconds", flat=True)[:LAST_ANSWERS])
    return median(last) / 1000 if last else TYPICAL_SECONDS
