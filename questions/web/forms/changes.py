"""What the keeper of a bank makes of a fact: fields in, the rewritten fact and the kind of change out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from questions.authoring.change import Change, Rewritten, blanks_in, options_of
from questions.models import Question
from questions.sources.statement_text import StatementTextError
from questions.vocabulary import Kind

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

    def __init__(self, fact: Fact, *args: Any, **kwargs: Any) -> None:
        worded = Question.objects.current().filter(fact=fact, kind__in=(Kind.TYPED, Kind.RECALL))
        prompts = worded.order_by("wording").values_list("prompt", flat=True)
        lists = {"prompts": prompts, "accepted": fact.accepted, "options": options_of(fact)}
        initial = {"text": fact.statement.text, "explanation": fact.statement.explanation}
        super().__init__(*args, initial=initial | {name: "\n".join(lines) for name, lines in lists.items()}, **kwargs)
        self.fact = fact

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
