"""What extraction gives out: one fact of a document, its sentence with its exact place, and what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from questions.vocabulary import AnswerType


@dataclass(frozen=True, slots=True)
class ExtractedFact:
    """One answer in one statement that stands alone.

    `sentence` is `paragraphs[paragraph].text[start:end]` of the document, verbatim. `text` is the statement made of it:
    shorter where a clause was cut, with names where words pointed outside; `resolved` says each such change. `lead` is
    the sentence before, quoted because `text` needs it, or "". `answer` stands in `sentence` and in `text` at
    `answer_start`. `name_class` is finer than the type (group, work), `grain` what a date is precise to or a quantity
    measures, `noun` the class that a question can ask for (“river”). `score`: higher is better. `is_weak`: a definite
    noun of the text leans on the document. `is_topic`: the answer is what the whole document is about. `cue`: the title
    of the document, where the statement does not tell what it is about, or "".
    """

    paragraph: int
    sentence: str
    start: int
    end: int
    text: str
    lead: str
    answer: str
    answer_start: int
    answer_type: AnswerType
    name_class: str
    grain: str
    noun: str
    resolved: tuple[str, ...]
    score: float
    is_weak: bool = False
    is_topic: bool = False
    cue: str = ""

    @property
    def answer_end(self) -> int:
        return self.answer_start + len(self.answer)
