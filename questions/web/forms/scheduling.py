"""How sure a learner wants to be: a share in, a checked one out."""

from __future__ import annotations

from django import forms

from questions.practice.workload import SHARES


class RetentionForm(forms.Form):
    """One of the shares whose cost is shown."""

    share = forms.TypedChoiceField(choices=[(share, f"{share:.0%}") for share in SHARES], coerce=float)
