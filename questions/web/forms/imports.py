"""A document to import: a file or pasted text, where it goes and where it comes from, in; checked values out."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from questions.authoring.import_document import Source
from questions.models import Bank, Import
from questions.sources.intake.errors import IntakeError
from questions.sources.intake.read import MOST_BYTES, check_document
from questions.sources.intake.sniffing import Format, format_of

from .people import Plain

if TYPE_CHECKING:
    from questions.models import User

MOST_PASTED = 1_000_000
"""Characters; a longer text comes as a file. All of them fit into `DATA_UPLOAD_MAX_MEMORY_SIZE`, in any script."""
ACCEPTED = ".pdf,.docx,.html,.htm,.md,.markdown,.txt,text/plain,text/html,text/markdown,application/pdf"

TOO_LONG = "The pasted text has {:,} characters; {:,} can be pasted. Save it as a file and upload that, up to 20 MB."
READABLE = {".html", ".htm", ".md", ".markdown", ".txt", ""}
"""Endings of files that are read as text without a word."""
READ_AS_TEXT = "“{}” holds text, so it is read as text, whatever its name says."
TOO_LARGE = "“{}” has more than 20 MB. Import its chapters one by one, or save it without pictures."


class ImportForm(Plain, forms.Form):
    """One of file and text; an own bank, or a new one that only its owner sees."""

    file = forms.FileField(
        label="File",
        required=False,
        allow_empty_file=True,
        help_text="PDF, Word (.docx), a saved web page, Markdown or plain text, up to 20 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED, "data-most-bytes": MOST_BYTES}),
    )
    text = forms.CharField(
        label="Or paste its text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "data-most-characters": MOST_PASTED}),
    )
    title = forms.CharField(
        label="Title (optional)", required=False, max_length=300, help_text="Leave it empty to use the document's own."
    )
    bank = forms.ModelChoiceField(
        Bank.objects.none(), label="Bank", required=False, empty_label="A new bank that only I see", to_field_name="key"
    )
    bank_title = forms.CharField(
        label="Name of the new bank (optional)",
        required=False,
        max_length=200,
        help_text="Leave it empty to use the document's title.",
    )
    author = forms.CharField(label="Author", required=False, max_length=300)
    year = forms.CharField(label="Year", required=False, max_length=20)
    link = forms.URLField(label="Link", required=False, max_length=500, assume_scheme="https")
    again = forms.BooleanField(label="Import it again all the same", required=False)

    def __init__(
        self, person: User, *args: Any, earlier: Import | None = None, too_large: str = "", **kwargs: Any
    ) -> None:
        """`too_large` names a file that was sent and not even read."""
        super().__init__(*args, **kwargs)
        self.fields["bank"].queryset = Bank.objects.edited_by(person)
        self.earlier, self.too_large = earlier, too_large

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        if self.too_large:
            raise ValidationError(TOO_LARGE.format(self.too_large))
        if given and given.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE.format(given.name))
        return given

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) > MOST_PASTED:  # no `maxlength`: a browser would cut off what is pasted without a word
            raise ValidationError(TOO_LONG.format(len(text), MOST_PASTED))
        return text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        file, text = given.get("file"), given.get("text", "")
        if self.errors:
            return given
        if bool(file) == bool(text):
            self.add_error(
                "file", "Choose a file or paste a text." if not file else "Choose a file or paste a text, not both."
            )
            return given
        given["content"] = file.read() if file else text.encode()
        try:
            check_document(given["content"], name=file.name if file else "")
        except IntakeError as error:
            self.add_error("file" if file else "text", str(error))
        return given

    @property
    def remark(self) -> str:
        """What its sender may not expect of how the file is read; empty when there is nothing to say."""
        file = self.cleaned_data["file"]
        if not file or PurePath(file.name).suffix.lower() in READABLE:
            return ""
        is_text = format_of(self.cleaned_data["content"]) == Format.TEXT
        return READ_AS_TEXT.format(file.name) if is_text else ""

    @property
    def source(self) -> Source:
        given = self.cleaned_data
        about = {name: given[name] for name in ("title", "author", "year", "link") if name in self.fields}
        return Source(given["content"], given["file"].name if given["file"] else "", about)
