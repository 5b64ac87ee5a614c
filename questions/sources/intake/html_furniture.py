"""An element of a page in; whether it is the page's furniture and not its text, out."""

from __future__ import annotations

import re
from collections.abc import Mapping

ELEMENTS = frozenset(
    "nav aside footer script style noscript template svg math form button select option input textarea label iframe "
    "object embed video audio canvas dialog menu figure figcaption img picture map head title link meta rt rp "
    "del".split()
)
ROLES = frozenset("navigation complementary banner contentinfo search menu menubar toolbar dialog alert note".split())
_WORDS = re.compile(
    r"(?:.*[-_])?(?:nav|navbar|navbox|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|share|sharing|social"
    r"|related|recommended|promo|advert|advertisement|ads?|newsletter|subscribe|subscription|signup|comments?|toc"
    r"|metadata|meta|byline|dateline|timestamp|tags?|taglist|pagination|pager|reflist|references?|footnotes?|citations?"
    r"|bibliography|mw-editsection|editsection|noprint|hatnote|dablink|catlinks|printfooter|mw-jump-link|jump-link"
    r"|skip-link|thumbcaption|gallery|caption|wp-caption-text|siteSub|contentSub|mw-indicators|sistersitebox|ambox|tmbox"
    r"|ombox|vertical-navbox|portal|portalbox|stub|authority-control|shortdescription|sr-only|visually-hidden|hidden"
    r"|masthead|toolbar|popup|modal|banner|rellink|readmore|read-more|mostread|most-read|author-box|mw-empty-elt)",
    re.IGNORECASE,
)
NEVER = frozenset("html body main article h1 h2 h3 h4 h5 h6 p".split())
"""Elements that the words of a class make no furniture of."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE = re.compile(r"\s*\[?\s*(?:\d{1,4}|[a-z]|\*|†|‡|[a-z -]+ needed)\s*\]?\s*", re.IGNORECASE)


def is_furniture(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element called `tag` with these attributes is surely no text of the document."""
    if tag in ELEMENTS or attributes.get("role", "").lower() in ROLES:
        return True
    is_shown = "hidden" not in attributes and attributes.get("aria-hidden", "").lower() != "true"
    return not is_shown or bool(_HIDDEN.search(attributes.get("style", "")))


def has_name_of_furniture(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether its class or id says so. Not to be trusted for an element that holds most of the page's text."""
    if tag in NEVER:
        return False
    words = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    return any(_WORDS.fullmatch(word) for word in words[:40])


def is_note(tag: str, text: str) -> bool:
    """Whether a raised piece of text is a mark of a footnote."""
    return tag == "sup" and len(text) < 40 and bool(_NOTE.fullmatch(text))
