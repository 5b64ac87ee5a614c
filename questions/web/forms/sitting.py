"""A sheet and what one page of it sent in; the answers that were changed on that page out.

Each answer travels with what the page showed before (`seen`). Only a difference is a change, so a second tab that was
opened earlier takes nothing back that the first has saved meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from questions.grading import LONGEST_ANSWER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.assignments.sit import Line


class AnswersForm(forms.Form):
    def __init__(self, lines: Sequence[Line], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = lines
        for line in lines:
            self.fields[f"answer-{line.item.pk}"] = forms.CharField(required=False, max_length=LONGEST_ANSWER)
            self.fields[f"seen-{line.item.pk}"] = forms.CharField(required=False)

    @property
    def changed(self) -> dict[int, str]:
        """By item: the valid answers that differ from what the page had shown."""
        self.is_valid()
        answers = {line.item.pk: self.cleaned_data.get(f"answer-{line.item.pk}") for line in self.sheet}
        return {pk: given for pk, given in answers.items() if given is not None and given != self._seen(pk)}

    @property
    def lines(self) -> list[Line]:
        """The sheet with the answers as they were sent."""
        return [replace(line, given=self._sent(f"answer-{line.item.pk}")) for line in self.sheet]

    @property
    def faulty(self) -> set[int]:
        """The items whose answer could not be taken."""
        return {line.item.pk for line in self.sheet if f"answer-{line.item.pk}" in self.errors}

    @property
    def complaint(self) -> str:
        """The sentence that says what could not be taken."""
        first = next(iter(self.errors.values()))[0]
        return f"The answer that is marked was not saved; all others were. {first}"

    def _seen(self, pk: int) -> str:
        return self.cleaned_data.get(f"seen-{pk}", "")

    def _sent(self, name: str) -> str:
        return self.data.get(name, "")
