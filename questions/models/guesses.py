"""Wrong join codes by who tried them, hour by hour. Rows in, rows out; they live for the hour they count in."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class WrongCodesQuerySet(models.QuerySet["WrongCodes"]):
    def take(self, who: str, hour: int, *, limit: int) -> bool:
        """Count one more try of the hour, unless `limit` are counted. Tries side by side are counted one by one."""
        self.filter(hour__lt=hour).delete()
        self.bulk_create([WrongCodes(who=who, hour=hour)], ignore_conflicts=True)
        return bool(self.filter(who=who, hour=hour, count__lt=limit).update(count=F("count") + 1))

    def give_back(self, who: str, hour: int) -> None:
        """The try was no wrong one."""
        self.filter(who=who, hour=hour, count__gt=0).update(count=F("count") - 1)


class WrongCodes(models.Model):
    """How many wrong codes somebody tried in one hour. `who` is a hash: nothing says whose it is."""

    who = models.CharField(max_length=64)
    hour = models.PositiveIntegerField(help_text="Hours since 1970.")
    count = models.PositiveIntegerField(default=0)

    objects = WrongCodesQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "hour"], name="one_count_per_hour")]

    def __str__(self) -> str:
        return f"{self.count} in hour {self.hour}"
