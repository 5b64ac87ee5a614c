"""What the keeper of a bank makes of a fact: fields in, the rewritten fact and the kind of change out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from questions.authoring.change import Change, Rewritten, as_it_stands, blanks_in, stamp_of
from questions.sources.statement_text import StatementTextError

if TYPE_CHECKING:
    from questions.models import Fact

LONGEST = 2000
KINDS = [
    (Change.WORDING, "The wording: it says the same. Memories stay as they are."),
    (Change.ANSWER, "The answer: it was wrong or has changed. Everyone is asked again soon."),
    (Change.NEW_FACT, "Another fact: the old one is retired, this one begins as new."),
]
SAME_BLANKS = "Keep its blanks and their names as they were, and change the answer of {} alone."


class Lines(forms.CharField):
    """One value a line."""

    def __init__(self, **more: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(required=False, max_length=2 * LONGEST, widget=widget, **more)

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(" ".join(line.split()) for line in super().clean(value).splitlines() if line.strip())


class ChangeForm(forms.Form):
    text = forms.CharField(label="Statement", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    prompts = Lines(label="Questions in words", help_text="One a line, two at most.")
    accepted = Lines(label="Also accepted", help_text="One a line.")
    options = Lines(label="Wrong options", help_text="One a line, best first.")
    explanation = forms.CharField(
        label="Explanation after the answer",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    change = forms.ChoiceField(label="What do you change?", choices=KINDS, widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why (optional)",
        required=False,
        max_length=300,
        help_text="Whoever learnt the old answer reads it, once.",
    )
    stamp = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, fact: Fact, *args: Any, accept: str = "", **kwargs: Any) -> None:
        """`accept` is an answer that is to be accepted too: it is written in, and the change is one of wording."""
        now = as_it_stands(fact)
        also = [accept.strip()] if accept.strip() else []
        lists = {"prompts": now.prompts, "accepted": [*now.accepted, *also], "options": now.options}
        initial = {"text": now.text, "explanation": now.explanation, "stamp": stamp_of(now)}
        initial |= {"change": Change.WORDING} if also else {}
        initial |= {name: "\n".join(lines) for name, lines in lists.items()}
        super().__init__(*args, initial=initial, label_suffix="", **kwargs)
        self.fact = fact

    def meets(self, other: Fact) -> None:
        """Somebody saved in between: what was written here stays, and saving once more puts it over theirs."""
        self.data = self.data | {"stamp": stamp_of(as_it_stands(other))}

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        try:
            now, before = blanks_in(text), blanks_in(self.fact.statement.text)
        except StatementTextError as fault:
            raise ValidationError(f"It cannot be read: {fault}.") from fault
        changed = {key for key in before if now.get(key) != before[key]}
        if now.keys() != before.keys() or changed - {self.fact.blank}:
            raise ValidationError(SAME_BLANKS.format(self.fact.blank))
        return text

    @property
    def written(self) -> Rewritten:
        given = self.cleaned_data
        prompts = given["prompts"][:2]
        return Rewritten(given["text"], given["explanation"], prompts, given["accepted"], given["options"])
