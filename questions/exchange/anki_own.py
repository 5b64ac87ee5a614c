"""Notes that this application wrote in; the statements and facts they were out. Plain Python.

A note of ours holds one blank: its key, its answer, the whole sentence and where it is from. The notes of one
statement together make it again, blanks in the places they had.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from questions.sources.records import BlankRecord
from questions.vocabulary import AnswerType

from . import anki_text
from .anki_gaps import Gap, GapError, gaps_of
from .anki_html import on_one_line, words_of
from .anki_read import Place, StatementIn, Unusable, first_words, type_of, unbracketed
from .anki_types import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .apkg_read import NoteIn

KEY = re.compile(r"([a-z0-9-]{1,100})/([a-z0-9-]{1,100})/([a-z0-9][a-z0-9-]{0,99})")
PARAGRAPH = re.compile(r"(?:(?P<section>.*), )?paragraph (?P<number>\d{1,6})")
COMPUTED = ". Computed from the text"


@dataclass(frozen=True, slots=True)
class OwnFact:
    """One note of ours, read: the blank, and the sentence of its statement in which its answer begins at `at`."""

    bank: str
    statement: str
    blank: BlankRecord
    sentence: str
    at: int
    note: NoteIn


def is_own(note: NoteIn) -> bool:
    """Whether we wrote the note: its fields are ours, and its GUID is the one that its key has."""
    if set(FIELDS) - note.fields.keys():
        return False
    key = words_of(note.fields["Key"]).text
    return bool(KEY.fullmatch(key)) and anki_text.guid(key) == note.guid


def own_fact(note: NoteIn) -> OwnFact:
    """The fact in a note of ours. Raise `Unusable` where its owner has changed it beyond recognition."""
    says = {name: words_of(html).text for name, html in note.fields.items()}
    found = KEY.fullmatch(says["Key"])
    if not found or not says["Answer"]:
        raise Unusable("It has no answer any more.")
    answer, (sentence, places) = unbracketed(says["Answer"]), _sentence(note, says["Answer"])
    kind, _, place = says["Spare1"].partition(" ")
    at = next((at for at in (int(place) if place.isdecimal() else -1, *places) if _stands(answer, sentence, at)), None)
    if at is None:
        raise Unusable("Its answer stands no more in its statement.")
    blank = BlankRecord(
        key=found[3],
        answer=answer,
        answer_type=AnswerType(kind) if kind in set(AnswerType) else type_of(answer),
        prompts=() if _is_sentence_with_gap(says["Prompt"]) else (unbracketed(says["Prompt"]),),
        accept=tuple(filter(None, says["Accepted"].split("; "))),
        basis="computed" if says["Source"].endswith(COMPUTED) else "stated",
        is_distinct=True,
    )
    return OwnFact(found[1], found[2], blank, sentence, at, note)


def _sentence(note: NoteIn, answer: str) -> tuple[str, list[int]]:
    """The plain sentence, and where `answer` may begin in it: at the gap if there is one, else where it is a word."""
    try:
        pieces = gaps_of(note.fields["Statement"])
    except GapError as error:
        raise Unusable(str(error)) from error
    sentence, gaps = "", []
    for piece in pieces:
        gaps += [len(sentence)] if isinstance(piece, Gap) else []
        sentence += piece.answer if isinstance(piece, Gap) else piece
    whole = re.compile(rf"(?<!\w){re.escape(unbracketed(answer))}(?!\w)")
    sentence = sentence.translate(str.maketrans("[]", "()"))
    return sentence, [*gaps, *(match.start() for match in whole.finditer(sentence))]


def _stands(answer: str, sentence: str, at: int) -> bool:
    return at >= 0 and sentence.startswith(answer, at)


def _is_sentence_with_gap(prompt: str) -> bool:
    return "_____" in prompt


def statements_of(facts: Iterable[OwnFact]) -> tuple[list[StatementIn], list[tuple[OwnFact, str]]]:
    """The statements made again, and each fact that did not fit, with the reason."""
    together: dict[tuple[str, str], list[OwnFact]] = defaultdict(list)
    for fact in facts:
        together[fact.bank, fact.statement].append(fact)
    made, unfit = [], []
    for parts in together.values():
        fitting, others = _fitting(sorted(parts, key=lambda fact: fact.at))
        made.append(_statement(fitting))
        unfit += others
    return made, unfit


def _fitting(parts: list[OwnFact]) -> tuple[list[OwnFact], list[tuple[OwnFact, str]]]:
    """The facts that share the first one's sentence and do not overlap in it."""
    fitting: list[OwnFact] = []
    unfit, end, keys = [], 0, set()
    for fact in parts:
        if fact.sentence != parts[0].sentence:
            unfit.append((fact, "Its statement reads differently on another card of the same statement."))
        elif fact.at < end or fact.blank.key in keys:
            unfit.append((fact, "Its answer overlaps with another answer of the same statement."))
        else:
            fitting.append(fact)
            keys.add(fact.blank.key)
            end = fact.at + len(fact.blank.answer)
    return fitting, unfit


def _statement(parts: list[OwnFact]) -> StatementIn:
    first, text, end = parts[0], "", 0
    for fact in parts:
        text += first.sentence[end : fact.at] + f"[{fact.blank.answer}]({fact.blank.answer_type}:{fact.blank.key})"
        end = fact.at + len(fact.blank.answer)
    note = first.note
    return StatementIn(
        key=first.statement,
        unit=_unit(note),
        text=text + first.sentence[end:],
        blanks=tuple(fact.blank for fact in parts),
        explanation=words_of(note.fields["Explanation"]).text,
        places=places_of(words_of(note.fields["Source"]).text),
        bank=first.bank,
        link=_link(words_of(note.fields["Link"]).text),
        note=first_words(note),
    )


def _link(address: str) -> str:
    return address if anki_text.web_address(address) and len(address) <= 500 else ""


def _unit(note: NoteIn) -> tuple[str, str]:
    """The unit's key from our tag, its title from the deck, without the number it was listed by."""
    tagged = next((tag for tag in note.tags if tag.startswith(f"{anki_text.APPLICATION}::")), "")
    title = re.sub(r"^\d+ ", "", on_one_line(note.deck.rsplit("::", 1)[-1]))[:200]
    key = re.sub(r"[^a-z0-9]+", "-", tagged.rsplit("::", 1)[-1].lower()).strip("-")[:100]
    return key or "unit", title or "Unit"


def places_of(source: str) -> tuple[Place, ...]:
    """The places in a citation of ours, `Work. Section, paragraph 3; paragraph 4`; none where it is no such line."""
    line = source.removesuffix(COMPUTED)
    before, is_cited, _ = line.partition("paragraph ")
    if not is_cited:
        return (Place(line[:300], 1),) if line else ()
    end = before.rfind(". ")
    work, cited = (line[:end], line[end + 2 :]) if end >= 0 else ("", line)
    places = [PARAGRAPH.fullmatch(part) for part in cited.split("; ")]
    return tuple(Place(p["section"] or "", int(p["number"]), work) for p in places if p)
