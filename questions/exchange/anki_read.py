"""A note as it stood in a package in; the statement it makes, or why it makes none, out. Plain Python.

A plain note becomes a fact: what the front of its first card shows is asked, the first field that only the back
shows is the answer. A cloze note becomes one statement, each gap a fact.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from questions.sources.records import BlankRecord
from questions.text.dates import parse_date
from questions.text.quantities import parse_quantity
from questions.vocabulary import LONGEST_TYPED_ANSWER, AnswerType

from .anki_gaps import Gap, GapError, Piece, gaps_of
from .anki_html import on_one_line, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .apkg_read import NoteIn

LONGEST_ANSWER = 400
LONGEST_TEXT = 1_500
LONGEST_HINT = 300
OCCLUSION = "image-occlusion:"
STEM = "Which words fill the gap?"


class Unusable(Exception):
    """A note that makes no fact; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement comes from: a paragraph `number` under the heading `section` of `work`."""

    section: str
    number: int
    work: str = ""


@dataclass(frozen=True, slots=True)
class StatementIn:
    """What a note (or several, of one statement of ours) says. `text` has its blanks; `key` is unique in the package.

    `unit` is (key, title); `bank` is the key of the bank of ours it was exported from.
    """

    key: str
    unit: tuple[str, str]
    text: str
    blanks: tuple[BlankRecord, ...]
    explanation: str = ""
    places: tuple[Place, ...] = ()
    bank: str = ""
    link: str = ""
    note: str = field(default="", compare=False)


def key_from(*parts: str) -> str:
    """A key fixed for ever by what it is of."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def statement_of(note: NoteIn, number: int) -> StatementIn:
    """The statement of a note that others made; `number` is its place in its deck, from 1.

    Raise `Unusable`.
    """
    if not note.fields:
        raise Unusable("It is far too long for one fact, or it has no fields.")
    text, blanks, explanation = _of_cloze(note) if note.is_cloze else _of_plain(note)
    return StatementIn(
        key=f"n-{key_from(note.guid)}",
        unit=unit_of(note.deck),
        text=text,
        blanks=blanks,
        explanation=explanation[:LONGEST_TEXT],
        places=(Place(section_of(note.deck), number),),
        note=first_words(note),
    )


def first_words(note: NoteIn) -> str:
    """By what a person finds the note again."""
    said = next((words for html in note.fields.values() if (words := words_of(html).text)), "")
    return said if len(said) <= 80 else f"{said[:79]}…"


def unit_of(deck: str) -> tuple[str, str]:
    return f"d-{key_from(deck)}", section_of(deck)[-200:]


def section_of(deck: str) -> str:
    return " › ".join(on_one_line(level) for level in deck.split("::"))[-300:]


def _of_plain(note: NoteIn) -> tuple[str, tuple[BlankRecord, ...], str]:
    front = [name for name in note.front if name in note.fields] or list(note.fields)[:1]
    back = [name for name in note.back if name in note.fields and name not in front]
    back = back or [name for name in note.fields if name not in front]
    prompt = _asked(note, front)
    answer, *rest = _told(note, back)
    _refuse_long(answer, prompt)
    blank = blank_of("answer", answer, prompts=(prompt,))
    return f"{prompt} [{answer}]({blank.answer_type}:answer)", (blank,), " ".join(rest)


def _asked(note: NoteIn, names: Iterable[str]) -> str:
    shown = [words_of(note.fields[name]) for name in names]
    if any(words.has_picture for words in shown):
        raise Unusable("Its question shows a picture or a formula.")
    if prompt := unbracketed(" ".join(words.text for words in shown if words.text)):
        return prompt
    raise Unusable("Its question is only a sound." if any(words.has_sound for words in shown) else "It asks nothing.")


def _told(note: NoteIn, names: Iterable[str]) -> list[str]:
    """What the back says beyond the front, the answer first."""
    shown = [words_of(note.fields[name]) for name in names]
    filled = [words for words in shown if words.text or words.has_picture or words.has_sound]
    if not filled:
        raise Unusable("It has no answer.")
    if not filled[0].text or filled[0].has_picture:
        raise Unusable("Its answer is a picture, a formula or a sound.")
    return [unbracketed(words.text) for words in filled if words.text]


def _of_cloze(note: NoteIn) -> tuple[str, tuple[BlankRecord, ...], str]:
    name = next((name for name, html in note.fields.items() if re.search(r"\{\{c\d+::", html)), "")
    if not name:
        raise Unusable("It is a cloze note without a gap.")
    if OCCLUSION in note.fields[name]:
        raise Unusable("It hides parts of a picture.")
    if words_of(note.fields[name]).has_picture:
        raise Unusable("Its sentence shows a picture or a formula.")
    pieces = _unbracketed_pieces(note.fields[name])
    _refuse_long(*[piece.answer for piece in pieces if isinstance(piece, Gap)])
    rest = [words_of(html).text for other, html in note.fields.items() if other != name and other in note.back]
    return *_with_blanks(pieces), unbracketed(" ".join(filter(None, rest)))


def _unbracketed_pieces(html: str) -> list[Piece]:
    try:
        pieces = gaps_of(html)
    except GapError as error:
        raise Unusable(str(error)) from error
    plain = [
        Gap(unbracketed(piece.answer), piece.hint) if isinstance(piece, Gap) else piece.translate(BRACKETS)
        for piece in pieces
    ]
    if not any(isinstance(piece, Gap) for piece in plain):
        raise Unusable("Its gaps are empty, or hold a picture or a sound.")
    return plain


def _with_blanks(pieces: list[Piece]) -> tuple[str, tuple[BlankRecord, ...]]:
    text, blanks = "", []
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        sentence = "".join("_____" if other is piece else _said(other) for other in pieces)
        is_long = len(piece.answer.split()) > LONGEST_TYPED_ANSWER
        prompts = (f"{STEM} {sentence}",) if is_long else ()
        blank = blank_of(f"gap-{len(blanks) + 1}", piece.answer, prompts=prompts, hint=piece.hint)
        text += f"[{piece.answer}]({blank.answer_type}:{blank.key})"
        blanks.append(blank)
    if len(text) > LONGEST_TEXT:
        raise Unusable(f"Its sentence is longer than {LONGEST_TEXT} characters.")
    return text, tuple(blanks)


def _said(piece: Piece) -> str:
    return piece.answer if isinstance(piece, Gap) else piece


def blank_of(key: str, answer: str, *, prompts: tuple[str, ...], hint: str = "") -> BlankRecord:
    """A blank of someone's own card: they know what it means, so it need not stand by itself."""
    return BlankRecord(key, answer, type_of(answer), prompts=prompts, hint=hint[:LONGEST_HINT], is_distinct=True)


def type_of(answer: str) -> AnswerType:
    """Numbers must be exact, so they are told from words; nothing more is guessed."""
    if any(sign.isdigit() for sign in answer):
        if parse_date(answer) is not None:
            return AnswerType.DATE
        if parse_quantity(answer) is not None:
            return AnswerType.QUANTITY
    return AnswerType.TERM


BRACKETS = str.maketrans("[]", "()")
"""A statement's blanks stand in square brackets, so its words cannot."""


def unbracketed(text: str) -> str:
    return " ".join(text.translate(BRACKETS).split())


def _refuse_long(answer: str, *more: str) -> None:
    for text, longest in ((answer, LONGEST_ANSWER), *((one, LONGEST_TEXT) for one in more)):
        if len(text) > longest:
            raise Unusable(f"It is too long for one fact: over {longest} characters in one place.")
