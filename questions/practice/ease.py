"""Everybody's answers in; the ease b of each kind, kept for the site, out; and what is kept, for whoever weighs."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import KindEase, Review
from questions.models.prepared import Prepared
from questions.vocabulary import Kind

from .offsets import Seen, learn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


A_DAY = timedelta(days=1)
EASES = Prepared(lambda: KindEase.objects.values_list("kind", "ease"))


def ease_by_kind() -> dict[str, float]:
    """The ease of each kind that has one; one query."""
    return dict(EASES.rows())


def learn_ease(*, now: datetime) -> dict[str, float]:
    """Learn the ease of every kind from all answers that moved a memory met before; what is known now.

    What was believed at each answer stays in the log; only what is believed from now on changes.
    """
    counts: Counter[str] = Counter()
    learnt = learn(_counted(_seen(), counts))
    with transaction.atomic():
        for kind, ease in learnt.items():
            row = {"ease": ease, "answers": counts[kind], "learnt_at": now}
            KindEase.objects.update_or_create(kind=kind, defaults=row)
    return ease_by_kind()


def learn_ease_daily(*, now: datetime) -> bool:
    """Learn it where it was not learnt for a day. Whether it was."""
    if KindEase.objects.filter(learnt_at__gt=now - A_DAY).exists():
        return False
    learn_ease(now=now)
    return True


def _counted(answers: Iterator[Seen], counts: Counter[str]) -> Iterator[Seen]:
    """The same answers, counted by kind on their way; probes are no kind's."""
    for seen in answers:
        counts[seen.kind] += not seen.is_probe
        yield seen


def _seen() -> Iterator[Seen]:
    """A flashcard's own word for it counts as seen; answers given again after an undo do not, nor what was believed of
    a kind alone."""
    rows = (
        Review.objects.as_corrected()
        .filter(is_repeat=False, answers_again=False, is_of_kind=False, recall_before__isnull=False)
        .order_by()
        .values_list("kind", "recall_before", "guess_floor", "is_right", "is_probe")
    )
    for kind, recalled, floor, is_right, is_probe in rows.iterator(chunk_size=5_000):
        yield Seen(Kind(kind), recalled, floor, is_right, is_probe)
