"""A clause in, parts of questions out: its verb turned round its subject, and its subject as it stands inside one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from questions.text.english.lexicon import load
from questions.text.english.tokens import AUXILIARIES

if TYPE_CHECKING:
    from questions.text.english.capitals import Capitals
    from questions.text.english.clauses import Clause

_LOWERED = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "the",
        "a",
        "an",
        "all",
        "most",
        "some",
        "many",
        "no",
        "each",
        "its",
        "his",
        "her",
    ]
)
_HEDGE = re.compile(r"^(?:Perhaps|About|Around|Nearly|Approximately|Roughly|Some(?= \d))\s+", re.IGNORECASE)
_LEANING = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hese|[Tt]hose|[Aa]nother|[Oo]thers?|[Ss]ome) [a-z]+"
)
_DROPPED = frozenset(["also", "then", "later", "soon", "still", "even", "finally", "eventually", "subsequently"])


def inverted(clause: Clause, tail: str, capitals: Capitals) -> str:
    """“was Tesla born in Smiljan”, “did the king build a bridge”: auxiliary, subject, verb and `tail`."""
    subject = inside(clause.subject, capitals)
    adverb = "" if clause.adverb in _DROPPED or not clause.adverb else f" {clause.adverb}"
    verb = clause.verb.lower()
    if verb in AUXILIARIES and not _is_main_have(verb, tail):
        return f"{verb} {subject}{adverb} {tail}"
    base = clause.base or "have"
    past = verb == "had" or (verb not in {"has", "have"} and bool(load().verb_base(verb)))
    plural = load().is_plural(clause.subject.split()[-1].lower()) or " and " in clause.subject
    auxiliary = "did" if past else "do" if verb == "have" or (plural and not verb.endswith("s")) else "does"
    return f"{auxiliary} {subject}{adverb} {base} {tail}"


def _is_main_have(verb: str, tail: str) -> bool:
    """Whether had, has or have is no auxiliary: “had three sons”, not “had built a bridge”, “has been”."""
    if verb not in {"had", "has", "have"}:
        return False
    first, following = [*tail.lower().split()[:2], "", ""][:2]
    words = {first, following} if first.endswith("ly") or first in {"also", "always", "never", "since"} else {first}
    return not any(word == "been" or load().verb_base(word) or word.endswith("en") for word in words)


def inside(subject: str, capitals: Capitals) -> str:
    """A subject as it stands within a sentence: “The king” is “the king”, “Tesla” stays."""
    subject = _HEDGE.sub("", subject)
    first, *others = subject.split()
    low = first.lower()
    if low in _LOWERED:
        return low + subject[len(first) :]
    lexicon = load()
    high, lower = capitals.of(first)
    is_common = lexicon.is_word(low) and (not high or lower) and first not in lexicon.given
    if is_common and others and not others[0][0].isupper() and first not in lexicon.origins and not first.isupper():
        return low + subject[len(first) :]
    return subject


def leans(subject: str) -> bool:
    """Whether a subject is a bare noun that only the text around tells which: the family, these treaties."""
    return bool(_LEANING.fullmatch(subject))


def tidied(question: str) -> str:
    """Single spaces, no stray signs, a capital and a question mark."""
    text = re.sub(r"\s+", " ", question).strip(" ,;")
    text = re.sub(r"\s+([,?.;])", r"\1", text)
    return f"{text[0].upper()}{text[1:]}?"


def second_verb(tail: str) -> int:
    """Where “and” with a second verb of the same subject begins: “was born in Warsaw and moved to Paris”; -1."""
    for found in re.finditer(r"\s(?:and|but)\s(?:(?:then|later|also|soon|\w+ly)\s)?([a-z]+)\b", tail):
        if load().verb_base(found[1]) and not load().is_noun(found[1]):
            return found.start()
    return -1
