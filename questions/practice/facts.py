"""A learner and a fact in; it put away, taken back or forgotten, and what is remembered of it, out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from questions.models import Correction, Memory, Review

from .corrections import append
from .learner import day_of
from .leeches import SLIPPING
from .log import last_standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from django.db.models import QuerySet

    from questions.models import Fact, User


@transaction.atomic
def suspend(learner: User, fact: Fact, *, is_suspended: bool) -> Memory:
    """The memory of a fact that is never asked, or asked again. What is remembered of it stays."""
    memory, _ = Memory.objects.get_or_create(learner=learner, fact=fact)
    memory.is_suspended = is_suspended
    memory.save(update_fields=["is_suspended"])
    return memory


def bury(learner: User, fact: Fact, *, now: datetime, is_buried: bool = True) -> Memory:
    """The memory of a fact that rests until the learner's next day, or is asked today all the same."""
    memory, _ = Memory.objects.get_or_create(learner=learner, fact=fact)
    memory.rests_until = day_of(learner, now) + timedelta(days=1) if is_buried else None
    memory.save(update_fields=["rests_until"])
    return memory


def forget(learner: User, fact: Fact, *, now: datetime) -> bool:
    """Make the fact new again: a correction of its last answer that stands. False where there is nothing to forget."""
    last = last_standing(learner, fact)
    if last is None or last.last_act == Correction.Act.FORGET:
        return False
    append(last, Correction.Act.FORGET, made_by=learner, now=now)
    return True


def weaken(facts: Iterable[Fact], *, now: datetime) -> int:
    """Make every memory of these facts fragile, because their answers have become other ones; how many memories.

    It is a correction of the last answer that stands, so that a replay finds it again.
    """
    weakened = 0
    for memory in Memory.objects.learnt().filter(fact__in=facts).select_related("learner", "fact"):
        last = last_standing(memory.learner, memory.fact)
        if last is not None and last.last_act != Correction.Act.CHANGED:
            append(last, Correction.Act.CHANGED, made_by=None, now=now)
            weakened += 1
    return weakened


def strengthen(facts: Iterable[Fact], *, weakened_at: datetime, made_by: User, now: datetime) -> int:
    """Take back what `weaken` did at that moment, because the former answers are right after all; how many memories.

    Nothing is deleted: what was said of the answer before is said once more, or that it counts as it was graded.
    """
    taken_back = 0
    rows = Correction.objects.filter(act=Correction.Act.CHANGED, made_at=weakened_at, review__fact__in=facts)
    for row in rows.select_related("review__learner", "review__fact"):
        said = list(Correction.objects.filter(learner=row.learner_id, review=row.review_id).order_by("-pk")[:2])
        if said[0].pk != row.pk:
            continue
        before = said[1] if len(said) > 1 else None
        act = Correction.Act(before.act) if before else Correction.Act.REGRADE
        outcome = before.outcome if before else row.review.outcome
        append(row.review, act, outcome=outcome, made_by=made_by, now=now)
        taken_back += 1
    return taken_back


def facts_of(learner: User, *, day: date, search: str = "", state: str = "") -> QuerySet[Memory]:
    """What the learner remembers, soonest due first.

    `state`: due, waiting, learning (below the top rung), firm (on it), lapsed (ever wrong once met), slipping (see
    `leeches`), suspended.
    """
    memories = Memory.objects.of(learner).filter(Q(stability__isnull=False) | Q(is_suspended=True))
    states = {
        "due": Q(due__lte=day, is_suspended=False),
        "learning": Q(rung__lt=2, stability__isnull=False),
        "waiting": Q(due__gt=day, is_suspended=False),
        "firm": Q(rung=2, stability__isnull=False),
        "lapsed": Q(lapse_count__gte=1),
        "slipping": SLIPPING,
        "suspended": Q(is_suspended=True),
    }
    memories = memories.filter(states.get(state, Q()), fact__retired_at=None)
    for word in search.split():
        memories = memories.filter(
            Q(fact__answer__icontains=word)
            | Q(fact__statement__text__icontains=word)
            | Q(fact__unit__title__icontains=word)
        )
    return memories.select_related("fact__statement", "fact__unit", "fact__bank").order_by(
        "due", "fact__position", "pk"
    )


def history(learner: User, fact: Fact) -> list[Review]:
    """Every answer that stands, as corrected (`is_right`, `last_act`), the newest first."""
    reviews = Review.objects.of(learner).filter(fact=fact).as_corrected().select_related("question")
    return list(reviews.order_by("-day", "-answered_at", "-pk"))
