"""A sentence and what the text before it is about in; the sentence with names for the words that pointed there out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from questions.text.english.clauses import first_clause
from questions.text.english.lexicon import load
from questions.text.english.tokens import FUNCTION, holds_word

from .name_shapes import head_of
from .pronouns import EXPLETIVE
from .references import BARE_DEFINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions.text.english.clauses import Clause

    from .name_types import NameTypes

_EMPTY = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition(?! to)|Meanwhile|Nevertheless|Nonetheless|"
    r"[Ff]or example|[Ff]or instance|"
    r"Besides|Subsequently|In fact|Indeed|In particular|Specifically|Still|Also|Finally|Eventually|Overall|"
    r"Interestingly|"
    r"Notably|Traditionally|Historically|Ultimately|Unfortunately|Generally|Initially|Originally|Currently|Today|Afterwards?|"
    r"Later|But|And|Yet|Often|Usually|Occasionally|Sometimes|Fortunately|Importantly|Significantly|Typically|Of course|"
    r"Even so|Among other things|In general|Presently|Nowadays),?\s+(?=[\w\"“])"
)
_NEEDED = re.compile(
    r"^(?:Therefore|Thus|Hence|Otherwise|As such|In turn|Consequently|Accordingly|As a result|Instead|Conversely|"
    r"In contrast|"
    r"Of (?:equal|similar|greater|particular)|Equally|More importantly|Doing so|In doing so|In so doing|"
    r"By contrast|On the other hand|Alternatively|So|Then|Similarly|Likewise|Here|Nor|Or|Rather|"
    r"(?:First|Second|Third|Fourth|Last)(?:ly)?(?=,))\b"
)
_MIDWAY = re.compile(
    r"(?P<sign>,\s)(?:however|therefore|in turn|moreover|hence|thus|of course|in fact|on the other hand|too|"
    r"for example|for instance|meanwhile|nevertheless|furthermore),\s|"
    r"\s(?:therefore|nevertheless|hence)\s(?=been|be|[a-z]+ed\b|a\b|the\b)"
)
"""What binds a sentence to the one before from its middle."""
_STRAY = re.compile(
    r"(?<=[\w)])\s(?:also|then)(?=\s(?:[a-z]+(?:ed|es|s)|became|began|had|was|were|made|took|wrote|won|led)\b)"
)
_JOINS = re.compile(r"\b(?:not only|[Ii]f|[Ww]hen|but also|and also|and then|first)\b")
"""What “also” and “then” answer within the sentence."""
_LOOSE_OPENING = re.compile(
    r"(?:(?P<whole>(?:Because of|Due to|Owing to|As a result of|In addition to|Besides|Despite|In spite of|Following)\s"
    r"(?:this|these|that|those|such)(?:\s[a-z-]+){0,3}|For (?:this|that|these) reasons?|To this end)"
    r"|(?:At|During|In|By|Around) (?:this|that|the same) (?:time|period|era|point|year))"
    r",\s(?!(?:the )?\w+ (?:which|that))(?=[A-Za-z])"
)
"""Words that point at what came before, and without which the rest is as true."""
_DATED = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
MOST_OF_THING = 4
"""Words of a subject that another sentence can take over."""
_PLAIN = re.compile(r"[a-z][a-z-]*")
_UNDETERMINED = frozenset("other others some many most several few such these those all both each another".split())
_OPENS_BEFORE = re.compile(r"(?:In|On|At|By|For|From|With|While|When|As|If|Although|After|Before|Since|During|Under)\s")
_PRONOUN = re.compile(
    r"(?P<lead>(?:(?:In|On|By|During|Since|After|From|At|Between|Until|With|Despite|Under|Following|For|Throughout|As|When|While|[A-Z][a-z]+ing)\s+[^,]{3,60},\s+|(?:In|On|By|Since|Until)\s(?:(?:\d{1,2}\s)?[A-Z][a-z]+\s)?\d{1,4}\s)?)"
    r"(?P<word>He|She|It|They|His|Her|Its|Their|he|she|it|they|his|her|its|their)\b"
)
_CLAUSE_BEFORE = re.compile(r"(?:When|While|As|After|Before|Since|Until)\s(?P<clause>.+),\s+")
_HER_OBJECT = re.compile(r"\s+(?:was|is|had|to|in|and)\b")
_INTRODUCED = re.compile(
    r"(?<!is )(?<!was )(?<!became )(?<!as )\b(?:a|an)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)"
    r"(?:\s(?:of|in|from|on|at|by|for|to|between|with|that|which)\s[^,;:]{1,60})?\.?$"
)
_AFTER_NAMED = r"(?![\w-])(?! (?:of|in|at|for|that|which|who|whose|to|between|known|called|named|[A-Z0-9]))"


_NOUN_AFTER = re.compile(r"\s(?P<word>[a-z]{3,})\b")
"""What stands behind “the state” where that only says whose: the state legislature."""

THING, THINGS = "thing", "things"
"""Classes of subjects that are no names: the aardwolf; sharks and rays."""


class Subject(NamedTuple):
    """What a sentence is about: a name as it is used in a sentence (“the University of Chicago”) and its class."""

    name: str
    name_class: str


class Resolved(NamedTuple):
    """A text, and what was changed in it, for the reviewer."""

    text: str
    change: str = ""


def without_connective(text: str) -> str | None:
    """`text` without an opening word that adds nothing; None where that word binds it to the sentence before."""
    if _NEEDED.match(text):
        return None
    while found := _EMPTY.match(text):
        text = text[found.end()].upper() + text[found.end() + 1 :]
    if _NEEDED.match(text):
        return None
    if (opening := _LOOSE_OPENING.match(text)) and (opening["whole"] or _DATED.search(text, opening.end())):
        text = text[opening.end()].upper() + text[opening.end() + 1 :]
    if len(_STRAY.findall(text)) == 1 and not _JOINS.search(text):
        text = _STRAY.sub("", text)
    found = _MIDWAY.search(text)
    if not found:
        return text
    joint = ", " if found["sign"] and _OPENS_BEFORE.match(text) else " "
    return f"{text[: found.start()]}{joint}{text[found.end() :]}"


def introduces_thing(text: str) -> bool:
    """Whether a sentence ends on a thing that it introduces, which the next one may go on about: “… of a civil war”."""
    found = _INTRODUCED.search(text)
    return found is not None and load().is_noun(found["noun"])


def thing_of(clause: Clause) -> Subject | None:
    """What a clause is about where that is no name: “The aardwolf”, “Sharks and rays”; None where it is not plain."""
    lexicon, words = load(), clause.subject.split()
    article = words[0] if words[0] in {"The", "the", "A", "An", "a", "an"} else ""
    rest = words[1:] if article else [words[0].lower(), *words[1:]]
    if not 1 <= len(rest) <= MOST_OF_THING or not all(_PLAIN.fullmatch(word) for word in rest):
        return None
    if any(word in FUNCTION and word != "and" for word in rest) or words[0].lower() in _UNDETERMINED:
        return None
    head = rest[-1]
    if not lexicon.is_noun(lexicon.singular(head)) or lexicon.noun_class(lexicon.singular(head)) == "P":
        return None
    is_plural = lexicon.is_plural(head) or "and" in rest
    if not is_plural and not article:
        return None
    said = f"the {' '.join(rest)}" if article else " ".join(rest)
    return Subject(said, THINGS if is_plural else THING)


def resolve_pronoun(
    text: str, subject: Subject | None, *, may_be_other: bool = False, never: frozenset[str] = frozenset()
) -> Resolved:
    """The pronoun at the head of `text`, or behind an opening phrase, replaced by the subject.

    `may_be_other`: the sentence before ends on something that “it” could mean as well. `never`: pronouns of the other
    sex.
    """
    found = _PRONOUN.match(text)
    if not found or not subject or found["word"].lower() in never or _names_its_own(found["lead"]):
        return Resolved(text)
    word, rest = found["word"].lower(), text[found.end() :]
    is_personal = word in {"he", "she", "his", "her"}
    if (word in {"they", "their"}) != (subject.name_class == THINGS):
        return Resolved(text)
    if is_personal != (subject.name_class == "person") or (word == "her" and _HER_OBJECT.match(rest)):
        return Resolved(text)
    if word in {"it", "its", "they", "their"} and may_be_other:
        return Resolved(text)
    if word == "it" and EXPLETIVE.match(rest):
        return Resolved(text)
    name = subject.name
    if word in {"his", "her", "its", "their"}:
        name += "’" if name.endswith("s") else "’s"
    name = name if found["lead"] else name[0].upper() + name[1:]
    return Resolved(f"{found['lead']}{name}{rest}", f"{found['word']} → {name}")


def _names_its_own(lead: str) -> bool:
    """Whether an opening clause names whom it is about, whom the pronoun behind it means: “When Orin fell, it”."""
    found = _CLAUSE_BEFORE.fullmatch(lead)
    clause = first_clause(found["clause"]) if found else None
    return clause is not None and any(word[0].isupper() for word in clause.subject.split())


def name_definite(text: str, nouns: Sequence[str], name: str) -> Resolved:
    """“The university” becomes “The University of Chicago” where `nouns` are what the document calls `name`."""
    bare = name.removeprefix("the ")
    if not nouns or holds_word(bare, text):
        return Resolved(text)
    found = _definite(tuple(nouns)).search(text)
    if not found:
        return Resolved(text)
    following = _NOUN_AFTER.match(text, found.end())
    is_before_noun = following is not None and _is_plain_noun(following["word"])
    named = f"{found[1]} {bare}" if name.startswith("the ") or is_before_noun else bare
    return Resolved(f"{text[: found.start()]}{named}{text[found.end() :]}", f"{found.group()} → {named}")


def _is_plain_noun(word: str) -> bool:
    lexicon = load()
    return lexicon.is_noun(word) and not (lexicon.third_base(word) or lexicon.verb_base(word) or word in FUNCTION)


@lru_cache(maxsize=16)
def _definite(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])([Tt]he) ({'|'.join(map(re.escape, nouns))}){_AFTER_NAMED}")


def name_by_noun(text: str, names: Sequence[str], types: NameTypes) -> Resolved:
    """“The treaty” becomes the one name before it that is called so: the Treaty of Paris. `names`: nearest first."""
    found = BARE_DEFINITE.search(text)
    if not found:
        return Resolved(text)
    noun = found["noun"]
    fitting = [name for name in dict.fromkeys(names) if _is_called(name, noun, types)]
    if len(fitting) != 1 or fitting[0] in text:
        return Resolved(text)
    article = found.group().split()[0]
    named = f"{article} {fitting[0]}" if takes_article(fitting[0], types.class_of(fitting[0])) else fitting[0]
    return Resolved(f"{text[: found.start()]}{named}{text[found.end() :]}", f"{found.group()} → {named}")


def _is_called(name: str, noun: str, types: NameTypes) -> bool:
    words = name.split()
    if len(words) > 1 and (noun == head_of(name).lower() or (noun == words[0].lower() and noun in _OPENERS)):
        return True
    return bool(kind := types.noun_of(name)) and kind.split()[-1] == noun


_OPENERS = frozenset("lake mount fort port cape camp river loch hurricane operation project apollo".split())
"""Nouns that begin the names of what they name."""


def takes_article(name: str, name_class: str) -> bool:
    """Whether a name is used with “the”: the University of Chicago, the Don River, but Lake Orin and Paris."""
    words = name.split()
    if name_class == "person" or len(words) < 2 or words[0] in {"Lake", "Mount", "Fort", "Port", "Cape", "Camp"}:
        return False
    if "of" in words:
        return load().is_noun(words[0].lower())
    return head_of(name).lower() in _WITH_ARTICLE


_WITH_ARTICLE = frozenset(
    "river sea ocean war revolution treaty act museum army party empire republic company institute society council "
    "committee commission union association church theatre bridge palace kingdom dynasty canal channel desert alps "
    "mountains islands agency department ministry academy program programme plague death rebellion uprising".split()
)
