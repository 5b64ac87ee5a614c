"""Any text in; out comes the text as a reader compares it, without case, accents, punctuation, articles or titles."""

import re
import unicodedata

from anyascii import anyascii

ARTICLES = frozenset({"the", "a", "an"})

_TITLES = """
    mr mrs ms miss mister dr doctor prof professor sir dame lord lady adm admiral gen general col colonel
    maj major capt captain lt lieutenant sgt sergeant marshal commander commissar comrade ataman hetman
    baron baroness count countess duke duchess prince princess king queen emperor empress tsar tzar czar
    tsarina kaiser sultan pope cardinal archbishop bishop patriarch rev reverend rabbi imam president
    premier chancellor minister secretary senator governor ambassador freiherr graf herr frau monsieur
    madame
"""
TITLES = frozenset(_TITLES.split())
BEFORE_TITLES = frozenset({"field", "vice", "rear", "prime", "grand", "acting", "former", "major", "lieutenant"})
"""Words that belong to a title only when a title follows: prime minister, vice admiral."""

_NOT_WORDS = re.compile(r"[\W_]+")
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´ʹ"))
_DOTTED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b\.?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def casefold(text: str) -> str:
    """The text in compatibility form (NFKC) without case."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def unaccent(text: str) -> str:
    """The text in plain Latin letters: é is e, Ж is zh, 東京 is dongjing."""
    return text if text.isascii() else anyascii(text).lower()


def unpunctuate(text: str) -> str:
    """The words with single spaces between them.

    An apostrophe and the dots of an abbreviation vanish (people's is peoples, f.e.r. is fer), & is and, % is percent,
    the comma within a number vanishes, every other sign separates words.
    """
    text = text.replace("&", " and ").replace("%", " percent ")
    text = _THOUSANDS.sub("", text) if "," in text else text
    text = text.translate(_WITHOUT_APOSTROPHES)
    text = _DOTTED.sub(_undotted, text) if "." in text else text
    return _NOT_WORDS.sub(" ", text).strip()


def _undotted(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def fold(text: str) -> str:
    """Lower-case ASCII letters and digits with single spaces; folding twice changes nothing. Never raises."""
    return unpunctuate(unaccent(casefold(text)))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(fold(text).split())


def strip_articles(text: str) -> str:
    """A folded text without its leading article and without any `the`; a text of articles only stays what it is."""
    found = text.split()
    if len(found) > 1 and found[0] in ARTICLES:
        found = found[1:]
    return " ".join([word for word in found if word != "the"] or found)


def strip_titles(text: str) -> str:
    """A folded name without the titles before it ("admiral", "prime minister"); a title alone stays what it is."""
    found = text.split()
    while len(found) > 1 and found[1] != "of" and (_is_title(found[0]) or _leads_a_title(found)):
        found = found[1:]
    return " ".join(found)


def _is_title(word: str) -> bool:
    return word.strip(".,") in TITLES


def _leads_a_title(found: list[str]) -> bool:
    return found[0] in BEFORE_TITLES and len(found) > 2 and _is_title(found[1])
