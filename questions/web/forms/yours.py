"""A person who wants to leave: their password and who takes over in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from questions.exchange.departure import NobodyTakesOver, heir

from .people import Plain

if TYPE_CHECKING:
    from questions.models import User


class LeaveForm(Plain, forms.Form):
    """Asks for the password, so that nobody leaves by an open browser."""

    heir = forms.CharField(
        label="Who takes over your banks and courses? (optional)",
        required=False,
        max_length=150,
        help_text="A username. Without one, banks you have shared stay for those who use them, uneditable. A course "
        "that only you teach needs an instructor who takes it over.",
    )
    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["heir"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}

    def clean_heir(self) -> User | None:
        try:
            return heir(self.cleaned_data["heir"], of=self.person)
        except NobodyTakesOver as nobody:
            raise ValidationError(str(nobody)) from nobody

    def clean_password(self) -> str:
        if not self.person.check_password(self.cleaned_data["password"]):
            raise ValidationError("This is not your password.")
        return self.cleaned_data["password"]
