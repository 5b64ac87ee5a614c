"""The blocks of a document in, those that are its text out: no references, contents, bylines or related articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from questions.sources.blocks import ENTRY, LINKS, Block, Shape
from questions.text.fold import fold

LINKED = 0.8
"""The share of linked characters from which a block is a way to other pages."""
SHORT = 12
"""Words; a block of fewer that no full stop ends is no sentence."""
SHORT_ITEM = 5
SHORT_NOTICE = 30
"""Words; only a block of fewer is a notice to readers, whatever it says."""

CUT = frozenset(
    fold(name)
    for name in (
        "References|Reference|Reference list|Notes|Note|Footnotes|Endnotes|Notes and references|References and notes"
        "|Citations|Citation|How to cite|Cite this|Cite this article|Cite|Sources|Works cited|Literature|Bibliography"
        "|Selected bibliography|Select bibliography|General bibliography|Further reading|Suggested reading"
        "|Recommended reading|Additional reading|See also|External links|External link|Links|Contents"
        "|Table of contents|On this page|In this article|Navigation|Navigation menu|Related articles|Related topics"
        "|Related pages|Related posts|Related research articles|Related stories|You may also like|Read next|Read more"
        "|More from this author|Metadata|Articles that link here|Author keywords|Keywords|Subjects|Tags|Categories"
        "|Category|About the author|About the authors|Share|Share this|Share this page|Comments|Leave a comment"
        "|Leave a reply|Newsletter|Advertisement|Sponsored|Most read|Trending|Gallery|Image credits|Photo credits"
        "|Image gallery|Attribution|Copyright|License|Licence|Acknowledgements|Acknowledgments|Sitemap|Tools|Explore"
    ).split("|")
)
"""Headings whose whole section is no text."""

_EDIT = re.compile(r"\s*\[\s*edit(?:\s*[|·]?\s*edit source)?\s*\]\s*$|\s*¶\s*$|\s*#\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.)\s+(?=\S)")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?][\"'”’»)\]]*\s*\([^()]{1,80}\)$")
_NOTICE = re.compile(
    r"^(?:last (?:updated|modified|edited|reviewed)|this page was last|page last|updated(?: on)?:|published(?: on)?:"
    r"|posted (?:on|by|in)|written by|reviewed by|edited by|by [A-Z][\w.]+ [A-Z]|photo(?:graph)?s? (?:by|:)"
    r"|image (?:by|:|credit)|credit:|source:|main articles?:|see also:?|further information:|for other uses|not to be "
    r"confused with|this article (?:is about|needs|may|relies|includes|contains|has)|from wikipedia|jump to|skip to"
    r"|back to top|share this|sign (?:in|up)|log in|subscribe|read more|click here|continue reading|advertisement"
    r"|download (?:the|this|pdf)|cite this|©|\(c\) \d|copyright|all rights reserved|retrieved \d|accessed \d"
    r"|available (?:at|under|from)|licensed under|doi:|isbn|issn|https?://|www\.|(?:we|this (?:web)?site) uses? cookies"
    r"|by using this site|help us improve|find sources:|please help|this section (?:needs|does|relies|may)"
    r"|\d+ min(?:utes?)? read|tags?:|filed under|categor(?:y|ies):|keywords?:|home\s*[>|»/])"
    r"|last (?:updated|modified)(?: on| at)?:|all rights reserved|\bmin(?:ute)? read\b",
    re.IGNORECASE,
)
_STRONG_REFERENCE = re.compile(
    r"\bISBN\b|\bISSN\b|\bdoi\s*:|doi\.org/"
    r"|\bRetrieved (?:on )?(?:\d|[A-Z])|\bpp?\.\s?\d|\bArchived from\b|\bvol\.\s?\d"
    r"|^\^|\bOCLC\b|\bet al\.|^[^.]{2,80}\((?:19|20|18)\d\d[a-z]?\)\.|: [A-Z][\w& .'-]+ Press\b|, (?:eds?|trans)\."
)
_FILE = re.compile(r"\S\.(?:png|jpe?g|gif|svg|webp|tiff?|pdf|ogg|webm)\b", re.IGNORECASE)


def without_furniture(blocks: Iterable[Block]) -> list[Block]:
    """The headings and the text of a document, in order. A heading without text below it stays; it asks nothing."""
    named = (_named(block) for block in blocks)
    return list(_without_references(_without_notices(_without_sections(named))))


def _named(block: Block) -> Block:
    """A heading without its number and its link for editing."""
    if block.shape is not Shape.HEADING:
        return block
    name = _NUMBER.sub("", _EDIT.sub("", block.text)).strip()
    return replace(block, text=name or block.text)


def _without_sections(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without sections of references and the like, and without the boxes of related articles at the end."""
    cut_at = 0
    for block in blocks:
        if block.shape is Shape.HEADING:
            if block.level <= cut_at:
                cut_at = 0
            if not cut_at and fold(block.text.strip(" :.")) in CUT and block.level:
                cut_at = block.level
            elif not cut_at and block.level == ENTRY and block.gloss:
                cut_at = ENTRY - 1
        if not cut_at:
            yield block


def _without_notices(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.shape is Shape.HEADING or _is_text(block))


def _is_text(block: Block) -> bool:
    """Whether a block says something in sentences."""
    words = len(block.text.split())
    is_sentence = bool(_ENDS.search(block.text))
    if block.shape is Shape.FIGURE or (block.shape is Shape.TABLE and not (is_sentence and words >= 2 * SHORT)):
        return False
    if not is_sentence and words < (SHORT_ITEM if block.shape is Shape.ITEM else SHORT):
        return False
    if words < SHORT_NOTICE and (_NOTICE.search(block.text) or _FILE.search(block.text)):
        return False
    return not _leads_elsewhere(block) and any(map(str.isalpha, block.text))


def _leads_elsewhere(block: Block) -> bool:
    linked = sum(one.end - one.start for one in block.signals if one.kind in LINKS)
    return linked >= LINKED * len(block.text)


def _without_references(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without runs of items of which at least half read like references, whether a heading says so or not."""
    run: list[Block] = []
    for block in blocks:
        if block.shape is Shape.ITEM:
            run.append(block)
            continue
        yield from _kept(run)
        run = []
        if not _is_reference(block):
            yield block
    yield from _kept(run)


def _kept(run: list[Block]) -> list[Block]:
    found = sum(map(_is_reference, run))
    return [] if run and found * 2 >= len(run) else [block for block in run if not _is_reference(block)]


def _is_reference(block: Block) -> bool:
    """Two signs, or one in a short block; a heading never is one."""
    if block.shape is Shape.HEADING:
        return False
    signs = len(_STRONG_REFERENCE.findall(block.text))
    return signs >= 2 or (signs == 1 and (block.shape is Shape.ITEM or len(block.text.split()) < SHORT_NOTICE))
