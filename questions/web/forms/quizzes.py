"""What an instructor says about a quiz and its items: fields in, checked values out. Times are in the course's zone."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from questions.assignments.asked import KINDS
from questions.assignments.build import MOST_ITEMS, facts_for, units_for
from questions.models import Assignment, Fact, Unit
from questions.models.library import Kind

from .rows import RowsField

if TYPE_CHECKING:
    from questions.models import Course

MOST_ATTEMPTS = 20


class Plain:
    """Labels stand above their fields, without a colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)


class CourseTimeField(forms.DateTimeField):
    """A date and a time as the course's clocks show them; the first and the last year have days that no zone shares."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    zone = ZoneInfo("UTC")

    def to_python(self, value: object) -> datetime | None:
        with timezone.override(self.zone):
            moment = super().to_python(value)
        if moment and not MINYEAR < moment.year < MAXYEAR:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return moment

    def prepare_value(self, value: object) -> object:
        with timezone.override(self.zone):
            return super().prepare_value(value)

    def use(self, zone: str) -> None:
        """Read and show times in `zone`, and name it beside the field."""
        self.zone = ZoneInfo(zone)
        self.help_text = f"Time in {zone}."


class QuizForm(Plain, forms.ModelForm):
    """Title, instructions, times and attempts. The opening of a quiz that someone has begun stays as it is."""

    opens_at = CourseTimeField(label="Opens")
    due_at = CourseTimeField(label="Due")
    attempts_allowed = forms.IntegerField(label="Attempts allowed", min_value=1, max_value=MOST_ATTEMPTS, initial=1)

    class Meta:
        model = Assignment
        fields = ["title", "instructions", "opens_at", "due_at", "attempts_allowed"]
        widgets = {"instructions": forms.Textarea({"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("opens_at", "due_at"):
            self.fields[name].use(self.instance.course.time_zone)
        if self.instance.pk and self.instance.attempts.exists():
            self.fields["opens_at"].disabled = True

    def clean(self) -> None:
        opens, due = self.cleaned_data.get("opens_at"), self.cleaned_data.get("due_at")
        if opens and due and due <= opens:
            self.add_error("due_at", "The due time must be later than the opening.")


class SearchForm(Plain, forms.Form):
    """Words that a fact must hold, and the unit it is in; nonsense in an address finds everything."""

    q = forms.CharField(required=False, max_length=200, label="Words in the question or answer")
    unit = forms.ModelChoiceField(Unit.objects.none(), required=False, label="Unit", empty_label="All units")

    def __init__(self, course: Course, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_for(course)
        self.fields["unit"].label_from_instance = unit_label

    @property
    def wanted(self) -> dict[str, Any]:
        """What the search asks for; nothing of what is not valid."""
        self.is_valid()
        return {"text": self.cleaned_data.get("q", ""), "unit": self.cleaned_data.get("unit")}


def unit_label(unit: Unit) -> str:
    return f"{unit.bank.title}: {unit.title}"


class AddForm(forms.Form):
    """Facts to be put into the quiz, and how each is asked where it can be."""

    facts = RowsField(Fact.objects.none(), error_messages={"required": "Tick at least one fact first."})
    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in KINDS])

    def __init__(self, course: Course, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facts"].queryset = facts_for(course)


class KindForm(forms.Form):
    """How one item is to be asked."""

    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in KINDS])


class PickForm(Plain, forms.Form):
    """How many facts of which units are to be picked by chance; no unit ticked means all."""

    count = forms.IntegerField(label="How many", min_value=1, max_value=MOST_ITEMS, initial=10)
    kind = forms.ChoiceField(label="Asked as", choices=[(kind, kind.label) for kind in KINDS], initial=Kind.CHOICE)
    units = RowsField(Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="From units")

    def __init__(self, course: Course, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="pick_%s", **kwargs)
        self.fields["units"].queryset = units_for(course)
        self.fields["units"].label_from_instance = unit_label

    @property
    def chosen_units(self) -> Any:
        return self.cleaned_data["units"] or self.fields["units"].queryset


def first_complaint(form: forms.Form) -> str:
    return next(iter(form.errors.values()))[0]


def in_a_week(now: datetime, zone: str) -> dict[str, datetime]:
    """Times that a new quiz begins with: from now until a week later at 18:00, in the course's zone."""
    local = now.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)
    return {"opens_at": local, "due_at": (local + timedelta(days=7)).replace(hour=18, minute=0)}
