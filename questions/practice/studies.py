"""A learner and a bank in; the bank taken up, as they wish it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from questions.models import Study

if TYPE_CHECKING:
    from collections.abc import Iterable

    from questions.models import Bank, Unit, User


@transaction.atomic
def take_up(
    learner: User, bank: Bank, *, new_per_day: int, units: Iterable[Unit] = (), pause: bool | None = None
) -> Study:
    """The learner's study of the bank, after all they already have. No unit means all; `pause` None leaves it be."""
    last = Study.objects.of(learner).aggregate(last=Max("position"))["last"]
    wishes = {"new_per_day": new_per_day} | ({} if pause is None else {"is_paused": pause})
    study, _ = Study.objects.update_or_create(
        learner=learner,
        bank=bank,
        defaults=wishes,
        create_defaults=wishes | {"position": 0 if last is None else last + 1},
    )
    study.units.set(units)
    return study
