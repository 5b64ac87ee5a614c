"""What a reviewer wants to see or wrote at the desk: fields in, checked values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from questions.authoring.blanks import LISTS, MOST_PROMPTS, blanks_in, blanks_of
from questions.authoring.change import Change
from questions.authoring.checks import IN_WORDS, fault_of_text
from questions.authoring.desk import ALL, DONE, WAITING, Wishes
from questions.authoring.edit import Place, Written, is_practised
from questions.authoring.leaving_out import IN_WORDS as LEFT_OUT_IN_WORDS
from questions.models import Draft, Unit
from questions.models.library import AnswerType
from questions.sources.extraction import Why

from .changes import KINDS
from .people import Plain
from .rows import RowsField

if TYPE_CHECKING:
    from questions.authoring.blanks import Blank
    from questions.models import Bank, LeftOut, Passage

STATES = [
    (WAITING, "to review"),
    (Draft.State.ACCEPTED, "accepted"),
    (Draft.State.REJECTED, "rejected"),
    (DONE, "reviewed"),
    (ALL, "all"),
]
LONGEST = 2000
LEFT_OUT = "left_out"
"""What is wished for who wants to see sentences that were left out, for whatever reason."""
_BRACKETS = str.maketrans("[]", "()")


class WishesForm(Plain, forms.Form):
    """The filters. Nonsense in the address counts as no filter."""

    state = forms.ChoiceField(label="Show", choices=STATES, required=False)
    type = forms.ChoiceField(label="Type", choices=[("", "any type"), *AnswerType.choices], required=False)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit", required=False, empty_label="any unit")
    reason = forms.ChoiceField(
        label="Not asked because",
        choices=[
            ("", "any reason"),
            ("Questions", [(str(k), v) for k, v in IN_WORDS.items()]),
            (
                "Sentences left out",
                [(LEFT_OUT, "any of these"), *((str(k), v) for k, v in LEFT_OUT_IN_WORDS.items())],
            ),
        ],
        required=False,
    )

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bank.units.current()

    @property
    def wishes(self) -> Wishes:
        self.is_valid()
        given = self.cleaned_data
        unit = given.get("unit")
        return Wishes(
            given.get("state") or WAITING, given.get("type") or "", unit.pk if unit else None, given.get("reason") or ""
        )

    @property
    def why_left_out(self) -> str | None:
        """The code of the sentences left out that are wanted, empty for any; None where drafts are."""
        self.is_valid()
        reason = self.cleaned_data.get("reason", "")
        if reason == LEFT_OUT:
            return ""
        return reason if reason in set(Why) else None


class DecideForm(forms.Form):
    """One act on one draft, and the version that was looked at."""

    act = forms.ChoiceField(choices=[(act, act) for act in ("accept", "reject", "put_back", "split", "merge")])
    version = forms.IntegerField(min_value=1)
    other = forms.ModelChoiceField(Draft.objects.none(), required=False)

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = Draft.objects.of_bank(bank).proposed().select_related("passage", "unit")


class MoveForm(forms.Form):
    """Drafts to move, and the unit they go to."""

    unit = forms.ModelChoiceField(Unit.objects.none())
    drafts = RowsField(Draft.objects.none())

    def __init__(self, bank: Bank, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bank.units.current().select_related("bank")
        self.fields["drafts"].queryset = Draft.objects.of_bank(bank).select_related("bank", "passage", "unit")


class AboveForm(forms.Form):
    score = forms.FloatField(min_value=0, max_value=10)


class EditorForm(Plain, forms.Form):
    """A statement with its blanks; what belongs to one blank stands in fields named after its key: `b1-prompts`."""

    text = forms.CharField(label="Statement", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Unit", required=False, empty_label="the first unit")
    explanation = forms.CharField(
        label="Explanation after the answer (optional)",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    change = forms.ChoiceField(label="What do you change?", choices=KINDS, required=False, widget=forms.RadioSelect)
    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        bank: Bank,
        draft: Draft | None,
        *args: Any,
        passage: Passage | None = None,
        unit: int | None = None,
        of: LeftOut | None = None,
    ) -> None:
        """`passage` and `unit` are those beside which a new statement is written, `of` the sentence it is made of."""
        initial = {} if draft is None else {name: getattr(draft, name) for name in ("text", "explanation", "version")}
        initial |= {"unit": draft.unit_id if draft else unit}
        if of:
            text = " ".join(of.sentence.translate(_BRACKETS).split())
            initial |= {"text": text, "start": of.start, "end": of.end}
        super().__init__(*args, initial=initial, auto_id=f"draft-{draft.pk if draft else 'new'}-%s")
        self.fields["unit"].queryset = bank.units.current()
        self.draft, self.passage = draft, passage
        self.asks_change = bool(draft and is_practised(draft))

    @property
    def blanks(self) -> list[Blank]:
        """The blanks as written so far."""
        if not self.is_bound:
            return blanks_of(self.draft) if self.draft else []
        text = str(self.data.get("text", ""))[:LONGEST]
        details = {blank.key: {name: self._lines(blank.key, name) for name in LISTS} for blank in blanks_in(text, {})}
        return blanks_in(text, details)

    @property
    def tried(self) -> dict[str, str]:
        return {blank.key: str(self.data.get(f"{blank.key}-tried", ""))[:500] for blank in self.blanks}

    @property
    def written(self) -> Written:
        given = self.cleaned_data
        return Written(given["text"], tuple(self.blanks), given["unit"], given["explanation"])

    @property
    def kind_of_change(self) -> Change | None:
        given = self.cleaned_data["change"]
        return Change(given) if given else None

    @property
    def place(self) -> Place | None:
        """What is cited: the words that were selected, else the whole passage."""
        if self.passage is None:
            return None
        start, end, text = self.cleaned_data.get("start") or 0, self.cleaned_data.get("end") or 0, self.passage.text
        words = text[start:end].strip()
        if not words or end > len(text):
            return Place(self.passage, 0, len(text))
        start = text.index(words, start)
        return Place(self.passage, start, start + len(words))

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        if fault := fault_of_text(text):
            raise ValidationError(fault)
        return text

    def _lines(self, key: str, name: str) -> list[str]:
        text = str(self.data.get(f"{key}-{name}", "")).replace("\0", "")  # PostgreSQL stores no NUL
        lines = text[: 4 * LONGEST].splitlines()
        found = [" ".join(line.split()) for line in lines if line.strip()]
        return found[:MOST_PROMPTS] if name == "prompts" else found
