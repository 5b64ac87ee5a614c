"""People. A user row in; their local day and their rights out."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

DAY_TURNS_AT = timedelta(hours=4)
"""A learner's day begins at four in the morning, local time."""


USUAL_WEEK = "2222222"
"""From Monday on: 2 a usual day, 1 one with half as much, 0 a free one."""


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
    is_load_even = models.BooleanField(default=True, help_text="Spread facts over near days so that no day is heavy.")
    week = models.CharField(
        max_length=7,
        default=USUAL_WEEK,
        validators=[RegexValidator(r"^(?!0{7})[012]{7}$")],
        help_text="A digit for each day from Monday on: 2 usual, 1 half, 0 free.",
    )
    away_from = models.DateField(null=True, blank=True, help_text="First day of a planned break.")
    away_until = models.DateField(null=True, blank=True, help_text="Last day of a planned break.")
    scheduler_parameters = models.JSONField(null=True, blank=True, editable=False)
    tallied_through = models.DateField(
        null=True, blank=True, editable=False, help_text="At least up to this day answers are kept as sums."
    )
    is_instructor = models.BooleanField(default=False, help_text="May create courses and set quizzes.")
    is_demo = models.BooleanField(default=False, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(week__regex=r"^[012]{7}$") & ~Q(week="0000000"), name="week_has_a_day"),
            models.CheckConstraint(
                condition=Q(away_from__isnull=True, away_until__isnull=True)
                # NULL <= x is NULL, which a check lets pass: so it is said that nothing is missing
                | Q(away_from__isnull=False, away_until__isnull=False, away_from__lte=F("away_until")),
                name="break_begins_and_ends",
            ),
        ]

    def local_day(self, now: datetime) -> date:
        """The learner's calendar day at the instant `now` (aware); it turns at 4:00 local time."""
        return (now.astimezone(ZoneInfo(self.time_zone)) - DAY_TURNS_AT).date()

    def is_away(self, day: date) -> bool:
        """Whether `day` lies in the break that the learner has planned."""
        return self.away_from is not None and self.away_from <= day <= self.away_until
