"""How much a learner wants on each day of the week: seven choices in, the digits of `User.week` out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from django.forms import BoundField

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHARES = [("2", "as usual"), ("1", "half as much"), ("0", "nothing")]
NO_DAY = "Leave at least one day on which facts may come back."


class WeekFields(forms.ModelForm):
    """Seven fields, `on_0` (Monday) to `on_6`, beside those of a form of `User`; one left out stays as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, (day, digit) in enumerate(zip(DAYS, self.instance.week, strict=True)):
            self.fields[f"on_{place}"] = forms.ChoiceField(label=day, choices=SHARES, initial=digit, required=False)

    def clean(self) -> dict[str, Any]:
        done = super().clean()
        chosen = zip(range(7), self.instance.week, strict=True)
        done["week"] = "".join(done.get(f"on_{place}") or digit for place, digit in chosen)
        if "2" not in done["week"] and "1" not in done["week"]:
            raise ValidationError(NO_DAY)
        self.instance.week = done["week"]
        return done

    @property
    def days(self) -> list[BoundField]:
        return [self[f"on_{place}"] for place in range(7)]
