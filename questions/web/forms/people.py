"""What a person says about themselves: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account import forms as allauth
from django import forms
from django.conf import settings
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError

from questions.models import User

from .time_zones import TimeZoneField
from .week import WeekFields

if TYPE_CHECKING:
    from django.http import HttpRequest

RETENTION = [
    (0.8, "80 of 100: the fewest reviews"),
    (0.85, "85 of 100"),
    (0.9, "90 of 100: suits most people"),
    (0.95, "95 of 100: about twice as many reviews"),
]
RULE_FOR_A_NEW_ONE = "At least 8 characters, not digits alone, nothing that many people use."
DEMO_REFUSED = (
    "The demo people cannot log in while other machines can reach this site, because their passwords are shown to "
    "whoever started it. Log in with an account of your own."
)


class Plain:
    """Labels stand above their fields: no colons, no placeholders, the rule for passwords in one line."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if field.widget.attrs.get("autocomplete") == "username":
                field.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        for name in {"password", "oldpassword"} & self.fields.keys():
            self.fields[name].help_text = ""  # the way to a new password stands below the form
        for name in {"password1", "new_password1"} & self.fields.keys():
            self.fields[name].help_text = RULE_FOR_A_NEW_ONE


class LoginForm(Plain, allauth.LoginForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if settings.DEMO_LOGIN_REFUSED and self.user and self.user.is_demo:
            raise ValidationError(DEMO_REFUSED, code="demo_refused")
        return cleaned


class SignupForm(Plain, allauth.SignupForm):
    """Username and password suffice; the time zone decides when a day begins."""

    time_zone = TimeZoneField(help_text="Your day of practice turns at four in the morning there.")
    field_order = ("username", "password1", "time_zone", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "Your instructors see it. Letters, digits and @ . + - _"
        self.fields["email"].label = "E-mail (optional)"
        self.fields["email"].help_text = (
            "Only for a new password, should you forget yours."
            if settings.HAS_MAIL
            else "This site sends no mail; leave it empty if you like."
        )

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        super().custom_signup(request, user)
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["time_zone"])


class ChangePasswordForm(Plain, allauth.ChangePasswordForm):
    pass


class ResetPasswordForm(Plain, allauth.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(Plain, allauth.ResetPasswordKeyForm):
    pass


class NewPasswordForm(Plain, SetPasswordForm):
    """Opened by a link from an instructor."""


class SettingsForm(Plain, WeekFields):
    """A person's own settings, in plain words."""

    time_zone = TimeZoneField(help_text="Your day of practice turns at four in the morning there.")
    desired_retention = forms.TypedChoiceField(
        label="When a fact comes back, how sure should you still be of it?",
        coerce=float,
        widget=forms.RadioSelect,
        help_text="The surer you want to be, the sooner each fact comes back. What is already planned keeps its day.",
    )

    class Meta:
        model = User
        fields = (
            *("first_name", "last_name", "time_zone", "desired_retention", "due_per_day"),
            *("is_load_even", "keyboard_shortcuts"),
        )
        labels = {
            "first_name": "First name",
            "last_name": "Last name",
            "due_per_day": "At most how many facts to recall on one day?",
            "is_load_even": "Spread facts evenly over the days",
            "keyboard_shortcuts": "Answer with the keyboard",
        }
        help_texts = {
            "first_name": "Your instructors see your name; without one they see your username.",
            "due_per_day": "1 to 1000. When more is due, what you are about to forget goes first and the rest waits.",
            "is_load_even": "A fact that would come back in 10 days then comes on one of the days 8 to 12, rather on "
            "one with little to do. What comes back in one or two days keeps its day.",
            "keyboard_shortcuts": "1 to 3 choose, Enter goes on, U undoes, S opens the source, ? shows the keys. They "
            "rest while you type.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone, share = self.instance.time_zone, self.instance.desired_retention
        if not self.fields["time_zone"].valid_value(zone):
            self.fields["time_zone"].choices = [*self.fields["time_zone"].choices, (zone, zone)]
        others = [] if share in dict(RETENTION) else [(share, f"{share:.0%}, as it is now")]
        self.fields["desired_retention"].choices = sorted([*RETENTION, *others])
        for name, completes in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].widget.attrs["autocomplete"] = completes
