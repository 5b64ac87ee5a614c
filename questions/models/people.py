"""People. A user row in; their local day and their rights out."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

DAY_TURNS_AT = timedelta(hours=4)
"""A learner's day begins at four in the morning, local time."""


def validate_time_zone(name: str) -> None:
    """Raise `ValidationError` unless `name` is an IANA time zone of this machine."""
    if name not in available_timezones():
        raise ValidationError("“%(name)s” is not a time zone. Choose one like Europe/Berlin.", params={"name": name})


class User(AbstractUser):
    """A learner, an instructor, or both."""

    time_zone = models.CharField(max_length=64, default="UTC", validators=[validate_time_zone])
    keyboard_shortcuts = models.BooleanField(
        default=True, help_text="Answer with 1–3 and Enter, undo with U, open the source with S."
    )
    due_per_day = models.PositiveSmallIntegerField(
        default=200, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    desired_retention = models.FloatField(default=0.9, validators=[MinValueValidator(0.7), MaxValueValidator(0.97)])
    scheduler_parameters = models.JSONField(null=True, blank=True, editable=False)
    is_instructor = models.BooleanField(default=False, help_text="May create courses and set quizzes.")
    is_demo = models.BooleanField(default=False, editable=False)

    def local_day(self, now: datetime) -> date:
        """The learner's calendar day at the instant `now` (aware); it turns at 4:00 local time."""
        return (now.astimezone(ZoneInfo(self.time_zone)) - DAY_TURNS_AT).date()
