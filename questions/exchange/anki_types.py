"""A style in; the note type's name, templates and look out. Values only; the fields and ids are frozen for ever."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FIELDS = (
    "Key", "Prompt", "Answer", "Accepted", "Statement", "Explanation", "Source", "Link", "Spare1", "Spare2", "Spare3",
)  # fmt: skip
"""Frozen: one field more under the same id, and Anki refuses every update of the notes a person already has.

Spare1 tells a reader of the package the answer's type and its place in the sentence; no card shows it.
"""

SORT_FIELD = FIELDS.index("Prompt")

TEMPLATES_CHANGED_AT = 1_795_478_400
"""Seconds since 1970 (24 November 2026). Move it when a template or the CSS changes, and only then: Anki takes a newer
note type over a person's own changes to its look."""


class Style(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    CLOZE = "cloze"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class NoteType:
    style: Style
    name: str
    front: str
    back: str


BASIC_FRONT = '<div class="fact tex2jax_ignore mathjax_ignore"><p class="prompt">{{Prompt}}</p></div>'
TYPED_FRONT = BASIC_FRONT + "{{type:Answer}}"
CLOZE_FRONT = '<div class="fact tex2jax_ignore mathjax_ignore"><p class="prompt">{{cloze:Statement}}</p></div>'

NOTES = """\
{{#Accepted}}<p class="accepted">Also right: {{Accepted}}</p>{{/Accepted}}
%s
{{#Explanation}}<p class="explanation">{{Explanation}}</p>{{/Explanation}}
<p class="source">{{#Link}}<a href="{{Link}}">{{Source}}</a>{{/Link}}{{^Link}}{{Source}}{{/Link}}</p>
</div>"""
OPEN = '<div class="fact tex2jax_ignore mathjax_ignore">'
WITH_STATEMENT = NOTES % '<p class="statement">{{Statement}}</p>'

NOTE_TYPES = {
    Style.BASIC: NoteType(
        Style.BASIC,
        "Recollect",
        BASIC_FRONT,
        f'{BASIC_FRONT}<hr id="answer">{OPEN}\n<p class="answer">{{{{Answer}}}}</p>\n{WITH_STATEMENT}',
    ),
    Style.TYPED: NoteType(
        Style.TYPED,
        "Recollect (typed)",
        TYPED_FRONT,
        f'{BASIC_FRONT}<hr id="answer">{{{{type:Answer}}}}{OPEN}\n{WITH_STATEMENT}',
    ),
    Style.CLOZE: NoteType(
        Style.CLOZE,
        "Recollect (cloze)",
        CLOZE_FRONT,
        f'{CLOZE_FRONT}<hr id="answer">{OPEN}\n{NOTES % ""}',
    ),
}

CSS = """\
.card {
  --paper: #fbfaf6; --ink: #1e2227; --soft: #59626b; --line: #d9d5ca; --accent: #0a5a66;
  --right: #dcefe2; --wrong: #f7dfdb; --missed: #e6e8ea;
  margin: 0; padding: 1.5rem 1.25rem 2rem; background: var(--paper); color: var(--ink); text-align: left;
  font: 1.25rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word;
}
.card.nightMode, .nightMode .card, .card.night_mode, .night_mode .card {
  --paper: #16191d; --ink: #e9e6df; --soft: #a5adb5; --line: #363c43; --accent: #7fcfdb;
  --right: #1f4630; --wrong: #5a2a25; --missed: #363c43;
}
.fact, #typeans, hr#answer { max-width: 34rem; margin-inline: auto; }
.fact p { margin: 0 0 0.8rem; }
.prompt { font-weight: 600; font-size: 1.35rem; line-height: 1.35; text-wrap: balance; }
.answer, .cloze { color: var(--accent); font-weight: 700; }
.answer { font-size: 1.35rem; line-height: 1.35; }
.statement { padding-left: 0.9rem; border-left: 3px solid var(--line); }
.accepted, .explanation { color: var(--soft); font-size: 1.05rem; }
.source { color: var(--soft); font-size: 0.85rem; line-height: 1.4; }
.source a { color: inherit; text-decoration: underline; text-underline-offset: 0.15em; }
.fact p.source { margin: 1.6rem 0 0; }
hr#answer { height: 0; border: 0; border-top: 1px solid var(--line); margin-block: 1.2rem; }
#typeans { display: block; box-sizing: border-box; width: 100%; min-height: 44px; padding: 0.5rem 0.7rem;
  border: 1px solid var(--soft); border-radius: 0.4rem; background: transparent; color: inherit;
  font: 600 1.2rem/1.4 inherit; font-family: inherit; margin-bottom: 1rem; }
code#typeans { border-color: var(--line); }
.typeGood { background: var(--right); color: var(--ink); }
.typeBad { background: var(--wrong); color: var(--ink); text-decoration: line-through; }
.typeMissed { background: var(--missed); color: var(--ink); }
"""
