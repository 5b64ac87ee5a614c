"""An old and a new sentence in; where they differ, what an answer became, and a statement carried over, out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from questions.sources.statement_text import BlankPiece, read_statement

from .hard_words import WORD, hard_words

if TYPE_CHECKING:
    from collections.abc import Iterator


_BRACKETS = str.maketrans("[]", "()")
"""Square ones are those of a blank."""
_OPENING = frozenset("([“‘–—")
"""Signs that stand after a space."""


class Word(NamedTuple):
    text: str
    start: int
    end: int


class Edit(NamedTuple):
    """Words `old_from` to `old_to` became words `new_from` to `new_to`; `tag` is one of difflib's."""

    tag: str
    old_from: int
    old_to: int
    new_from: int
    new_to: int

    @property
    def is_same(self) -> bool:
        return self.tag == "equal"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a text; marked where the other text does not have it."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement as the new sentence would have it. `answers` are those that would change; an empty one is lost.

    `text` is empty where an answer is lost: then only a person can say what becomes of it.
    """

    text: str
    answers: dict[str, str]


@lru_cache(maxsize=256)
def words_in(text: str) -> tuple[Word, ...]:
    return tuple(Word(found.group(), found.start(), found.end()) for found in WORD.finditer(text))


@lru_cache(maxsize=256)
def edits(old: str, new: str) -> tuple[Edit, ...]:
    """From `old` to `new`, word by word; as many words in the place of as many stand one for one."""
    before, after = [word.text for word in words_in(old)], [word.text for word in words_in(new)]
    found = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and old_to - old_from == new_to - new_from:
            pairs = zip(range(old_from, old_to), range(new_from, new_to), strict=True)
            found += [Edit(tag, one, one + 1, other, other + 1) for one, other in pairs]
        else:
            found.append(Edit(tag, old_from, old_to, new_from, new_to))
    return tuple(found)


def marked(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """Both texts in runs, marked where they differ."""
    of_old, of_new = [False] * len(old), [False] * len(new)
    for edit in edits(old, new):
        if not edit.is_same:
            _mark(of_old, old, edit.old_from, edit.old_to)
            _mark(of_new, new, edit.new_from, edit.new_to)
    return _runs(old, of_old), _runs(new, of_new)


def swaps(old: str, new: str) -> list[tuple[str, str]]:
    """Words of `old` that stand there once and carry a fact, with what stands in their place now."""
    once = {word for word, count in Counter(word.text for word in words_in(old)).items() if count == 1}
    return [
        (before, after)
        for edit in edits(old, new)
        if not edit.is_same and edit.old_to - edit.old_from == 1 == edit.new_to - edit.new_from
        for before, after in [(words_in(old)[edit.old_from].text, words_in(new)[edit.new_from].text)]
        if before in once and (before in hard_words(f"x {old}") or before[0].isdigit())
    ]


def answer_now(answer: str, old: str, new: str) -> str:
    """What stands in `new` where `answer` stands in `old`; the same where it does not stand in `old` at all."""
    place = _place_of(answer, old)
    if place is None or _is_kept(answer, place, old, new):
        return answer
    first, last = _between(place, old, new)
    words = words_in(new)[first:last]
    shape = [_shape(word.text) for word in words_in(answer)]
    if "digits" in shape and not any(word.text[0].isdigit() for word in words):
        words = _only_new(shape, old, new)
    if not {word.text for word in words_in(answer)} & {word.text for word in words}:
        words = next(_of_shape(shape, words), words)
    return new[words[0].start : words[-1].end] if words else ""


def _only_new(shape: list[str], old: str, new: str) -> tuple[Word, ...]:
    """The words of this shape that only the new sentence has; none where there are several such."""
    before = {word.text for word in words_in(old)}
    found = [words for words in _of_shape(shape, words_in(new)) if not {word.text for word in words} & before]
    return found[0] if len(found) == 1 else ()


def _of_shape(shape: list[str], words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    for at in range(len(words) - len(shape) + 1):
        if [_shape(word.text) for word in words[at : at + len(shape)]] == shape:
            yield words[at : at + len(shape)]


def carry_over(statement: str, old: str, new: str) -> Carried:
    """`statement`, made of `old` and perhaps written over since, with the changes that lead from `old` to `new`."""
    pieces = read_statement(statement)
    found = {piece: answer_now(piece.answer, old, new) for piece in pieces if isinstance(piece, BlankPiece)}
    answers = {piece.key: now for piece, now in found.items() if now != piece.answer}
    if not all(found.values()):
        return Carried("", answers)
    fixed = {piece.answer: (piece, now) for piece, now in found.items()}
    mine = "".join(piece if isinstance(piece, str) else piece.answer for piece in pieces)
    text = _rewritten(mine, old, new, [(piece.answer, now) for piece, now in found.items()])
    return Carried(_blanked(text, list(fixed.values())), answers)


def _rewritten(mine: str, old: str, new: str, kept: list[tuple[str, str]]) -> str:
    """`mine` with each edit from `old` to `new` whose surroundings it has, and each answer as it is now."""
    if mine == old:
        return new
    here = {
        one: other
        for edit in edits(old, mine)
        if edit.is_same
        for one, other in zip(range(edit.old_from, edit.old_to), range(edit.new_from, edit.new_to), strict=True)
    }
    words, news = words_in(mine), words_in(new)
    text, done = mine, len(mine)
    for edit in reversed([edit for edit in edits(old, new) if not edit.is_same]):
        place = _place_here(edit, here, words)
        if place is None or place[1] > done:
            continue
        put = new[news[edit.new_from].start : news[edit.new_to - 1].end] if edit.new_to > edit.new_from else ""
        text, done = _spliced(text, place, put, is_insert=edit.old_from == edit.old_to), place[0]
    for answer, now in kept:
        if now != answer and now not in text and text.count(answer) == 1:
            text = text.replace(answer, now)
    return text


def _place_here(edit: Edit, here: dict[int, int], words: tuple[Word, ...]) -> tuple[int, int] | None:
    """Where in the rewritten sentence the words of an edit stand; None where it no longer has them so."""
    if edit.old_from == edit.old_to:
        before = here.get(edit.old_from - 1)
        return None if before is None else (words[before].end, words[before].end)
    places = [here.get(one) for one in range(edit.old_from, edit.old_to)]
    first = places[0]
    if first is None or places != list(range(first, first + len(places))):
        return None
    return words[first].start, words[first + len(places) - 1].end


def _spliced(text: str, place: tuple[int, int], put: str, *, is_insert: bool) -> str:
    start, end = place
    if is_insert and (put[:1].isalnum() or put[:1] in _OPENING):
        put = f" {put}"
    if not put and text[start - 1 : start] == " ":
        start -= 1
    return text[:start] + put + text[end:]


def _blanked(text: str, blanks: list[tuple[BlankPiece, str]]) -> str:
    """The sentence with its blanks; empty where one of the answers does not stand in it."""
    text = text.translate(_BRACKETS)
    places = []
    for piece, answer in blanks:
        now = answer.translate(_BRACKETS)
        place = _place_of(now, text)
        start = text.find(now, words_in(text)[place[0]].start) if place else -1
        if start < 0:  # the same words with other signs or spaces between them are not the answer as it is given
            return ""
        places.append((start, piece, now))
    places.sort(key=lambda one: one[0])
    end, out = 0, ""
    for start, piece, now in places:
        if start < end:
            return ""
        out += f"{text[end:start]}[{now}]({piece.answer_type}:{piece.key})"
        end = start + len(now)
    return out + text[end:]


def _place_of(answer: str, text: str) -> tuple[int, int] | None:
    """The first words of `text` that are those of `answer`, from and to; None where it is not in it."""
    sought = [word.text for word in words_in(answer)]
    found = [word.text for word in words_in(text)]
    for start in range(len(found) - len(sought) + 1):
        if found[start : start + len(sought)] == sought:
            return start, start + len(sought)
    return None


def _is_kept(answer: str, place: tuple[int, int], old: str, new: str) -> bool:
    """Whether the very words went over, or stand elsewhere in the new sentence now and stood once in the old one."""
    if any(edit.is_same and edit.old_from <= place[0] and place[1] <= edit.old_to for edit in edits(old, new)):
        return True
    return _place_of(answer, new) is not None


def _between(place: tuple[int, int], old: str, new: str) -> tuple[int, int]:
    """The words of `new` that stand for the words of `old` at `place`."""
    first, last = place
    start, end = None, 0
    for edit in edits(old, new):
        if edit.old_to <= first or edit.old_from >= last:
            continue
        begins = edit.new_from + (max(0, first - edit.old_from) if edit.is_same else 0)
        ends = edit.new_to - (max(0, edit.old_to - last) if edit.is_same else 0)
        start, end = begins if start is None else start, ends
    return (start, end) if start is not None else (0, 0)


def _shape(word: str) -> str:
    return "digits" if word[0].isdigit() else "Name" if word[0].isupper() else "word"


def _mark(marks: list[bool], text: str, first: int, last: int) -> None:
    if last > first:
        words = words_in(text)
        marks[words[first].start : words[last - 1].end] = [True] * (words[last - 1].end - words[first].start)


def _runs(text: str, marks: list[bool]) -> list[Run]:
    runs: list[Run] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or marks[place] != marks[start]:
            runs.append(Run(text[start:place], marks[start]))
            start = place
    return runs
