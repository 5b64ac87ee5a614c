"""Drafts in; two that say the same made one, or one that says two things made two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from questions.models import Draft
from questions.sources.statement_text import plain, read_statement
from questions.text.fold import fold

from .acts import Act, NotPossible
from .blanks import MOST_PROMPTS, Blank, blanks_of
from .edit import Written

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from questions.models import DeskAct, User

ONLY_PROPOSED = "Only drafts that are not decided yet can be merged or split. Put it back first."
NOTHING_TO_MERGE = "There is no other draft to merge it with."


@transaction.atomic
def merge(draft: Draft, others: Collection[Draft], *, by: User, version: int, now: datetime) -> DeskAct:
    """Take `others` into `draft`: another blank of the same sentence becomes a blank of it; of the same fact in other
    words, the prompts, alternatives and options are taken over. Raise `StaleDraft` or `NotPossible`.
    """
    if not others:
        raise NotPossible(NOTHING_TO_MERGE)
    if draft.version == version and any(one.state != Draft.State.PROPOSED for one in (draft, *others)):
        raise NotPossible(ONLY_PROPOSED)
    text, blanks = draft.text, blanks_of(draft)
    for other in others:
        text, blanks = _together(text, blanks, other)
    act = Act(draft.bank, by, f"Merged {1 + len(others)} drafts into “{draft.answer[:80]}”", now=now)
    act.change(draft, version=version, **Written(text, tuple(blanks), draft.unit, draft.explanation).fields)
    for other in others:
        act.change(other, version=other.version, state=Draft.State.MERGED, merged_into_id=draft.pk)
    return act.finish()


@transaction.atomic
def split(draft: Draft, *, by: User, version: int, now: datetime) -> list[Draft]:
    """One draft for each blank of `draft`; with a single blank, a second draft of the same sentence, to be edited.

    The new ones come out. Raise `StaleDraft` or `NotPossible`.
    """
    if draft.version == version and draft.state != Draft.State.PROPOSED:
        raise NotPossible(ONLY_PROPOSED)
    blanks = blanks_of(draft)
    if not blanks:
        raise NotPossible("Its text has no blank. Edit it first.")
    parts = [_alone(draft.text, blank, blanks) for blank in blanks]
    act = Act(draft.bank, by, f"Split “{draft.answer[:80]}”", now=now)
    first = {} if len(parts) == 1 else Written(parts[0], (blanks[0],), draft.unit, draft.explanation).fields
    act.change(draft, version=version, **first)
    rest = list(zip(parts, blanks, strict=True))[1:] or [(draft.text, blanks[0])]
    made = [_copy(draft, Written(text, (blank,), draft.unit, draft.explanation), by, now) for text, blank in rest]
    for one in made:
        act.make(one)
    act.finish()
    return made


def _together(text: str, blanks: list[Blank], other: Draft) -> tuple[str, list[Blank]]:
    theirs = blanks_of(other)
    if plain(text) == plain(other.text):
        for blank in theirs:
            text, blanks = _add_blank(text, blanks, blank, other.text)
        return text, blanks
    first, *more = blanks
    alike = [blank for blank in theirs if blank.answer_type == first.answer_type] or theirs
    for blank in alike:
        first = _joined(first, blank)
    return text, [first, *more]


def _add_blank(text: str, blanks: list[Blank], blank: Blank, source: str) -> tuple[str, list[Blank]]:
    """`blank`, which stands in `source`, marked in `text` too; where it is marked already, what it knows taken over."""
    for place, mine in enumerate(blanks):
        if fold(mine.answer) == fold(blank.answer):
            return text, [*blanks[:place], _joined(mine, blank), *blanks[place + 1 :]]
    taken = {mine.key for mine in blanks}
    key = next(f"b{number}" for number in range(1, 1000) if f"b{number}" not in taken)
    start = len(plain(source[: source.index(_written(blank, blank.key))]))
    marked = _insert(text, start, blank, key)
    if marked is None:
        return text, blanks
    new = Blank(key, blank.answer, blank.answer_type, blank.prompts, blank.accepted, blank.options, blank.also_true)
    return marked, [*blanks, new]


def _insert(text: str, start: int, blank: Blank, key: str) -> str | None:
    """`text` with `blank` marked from the plain character `start` on; None where another blank stands there."""
    end, at, before = start + len(blank.answer), 0, ""
    for piece in read_statement(text):
        words = piece if isinstance(piece, str) else piece.answer
        if isinstance(piece, str) and at <= start and end <= at + len(words):
            place = len(before) + start - at
            return f"{text[:place]}{_written(blank, key)}{text[place + len(blank.answer) :]}"
        before += piece if isinstance(piece, str) else piece.written
        at += len(words)
    return None


def _joined(mine: Blank, other: Blank) -> Blank:
    also = () if fold(other.answer) == fold(mine.answer) else (other.answer,)
    names = [*mine.accepted, *also, *other.accepted]
    return Blank(
        mine.key,
        mine.answer,
        mine.answer_type,
        prompts=_once([*mine.prompts, *other.prompts])[:MOST_PROMPTS],
        accepted=tuple(one for one in _once(names) if one != mine.answer),
        options=_once([*mine.options, *other.options]),
        also_true=_once([*mine.also_true, *other.also_true]),
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _alone(text: str, blank: Blank, blanks: list[Blank]) -> str:
    """`text` with no blank but this one."""
    for other in blanks:
        if other.key != blank.key:
            text = text.replace(_written(other, other.key), other.answer)
    return text


def _written(blank: Blank, key: str) -> str:
    return f"[{blank.answer}]({blank.answer_type}:{key})"


def _copy(draft: Draft, written: Written, by: User, now: datetime) -> Draft:
    kept: dict[str, Any] = {
        name: getattr(draft, name)
        for name in ("bank_id", "document_id", "passage_id", "position", "sentence", "start", "end", "score")
    }
    return Draft(**kept, **written.fields, resolved=draft.resolved, reviewed_by=by, reviewed_at=now)
