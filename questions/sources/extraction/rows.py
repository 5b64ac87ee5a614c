"""A row of a table of facts in, the sentence that it amounts to out, with its answer: Capital, Orin → a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from questions.text.english.date_spans import dates_in
from questions.text.english.tokens import stands_in_words
from questions.vocabulary import AnswerType

from .facts import ExtractedFact

if TYPE_CHECKING:
    from .knowledge import Knowledge

ROW = "row"
SCORE = 0.9
_QUANTITY = re.compile(
    r"\d[\d,.]*(?:\s(?:million|billion))?(?:\s?(?:[a-zµ°²³/]{1,5}2?|°[CF]|sq\s[a-z]{1,2}|metres|feet|miles))?"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:of\s|de\s|von\s|the\s)?[A-ZÀ-Þ][\w’'.-]*){0,3}")
_LABELS = {
    AnswerType.PLACE: "capital|largest city|seat|birthplace|highest point|largest lake|mouth|capital city",
    AnswerType.PERSON: "author|architect|composer|founder|designer|inventor|discoverer|librettist|illustrator",
    AnswerType.QUANTITY: "area|total area|length|height|depth|width|surface area|atomic number|melting point|"
    "boiling point",
    AnswerType.UNKNOWN: "currency|official language|national anthem|chemical symbol|publisher",
}
_TYPE_OF = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_EVENTS = frozenset("founded established opened completed built published launched discovered born".split())


class _Told(NamedTuple):
    text: str
    answer_type: AnswerType
    grain: str


def is_known(label: str, value: str) -> bool:
    """Whether a row has a label that we can ask for and a short value of the kind that the label tells."""
    return _read(label, value, "Orin") is not None


def fact_of_row(row: tuple[str, str], paragraph: int, sentence: str, knowledge: Knowledge) -> ExtractedFact | None:
    """The fact of a row of the document's own table; None where it would tell its own answer."""
    label, value = row
    topic = knowledge.topic.name if knowledge.topic else knowledge.title
    told = _read(label, value, topic) if topic else None
    if told is None or told.text.count(value) > 1 or stands_in_words(value, topic):
        return None
    return ExtractedFact(
        paragraph=paragraph,
        sentence=sentence,
        start=0,
        end=len(sentence),
        text=told.text,
        lead="",
        answer=value,
        answer_start=told.text.rindex(value),
        answer_type=told.answer_type,
        name_class=str(told.answer_type),
        grain=told.grain,
        noun="",
        resolved=(f"{label} → {told.text[: told.text.rindex(value)].strip()}",),
        score=SCORE,
    )


def _read(label: str, value: str, topic: str) -> _Told | None:
    low = label.lower()
    kind = _TYPE_OF.get(low)
    if low in _EVENTS:
        dates = dates_in(f"in {value}")
        if len(dates) != 1 or dates[0].text != value or dates[0].grain not in {"year", "day"}:
            return None
        joint = "in" if dates[0].grain == "year" else "on"
        head = topic[0].upper() + topic[1:]
        return _Told(f"{head} was {low} {joint} {value}.", AnswerType.DATE, dates[0].grain)
    if kind is None or not (_QUANTITY if kind is AnswerType.QUANTITY else _NAME).fullmatch(value):
        return None
    return _Told(f"The {low} of {topic} is {value}.", kind, ROW)
