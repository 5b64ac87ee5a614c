"""Two folded unit texts in ("troops", "Japanese troops"); out comes whether they count the same thing."""

import re

from .edits import edits_between
from .fold import fold

_SAME = """troop soldier man; person people inhabitant resident; ruble rouble rubel; year yr; hour hr; minute min;
    kilometre kilometer km; metre meter m; centimetre centimeter cm; millimetre millimeter mm; kilogram kilogramme kg;
    gram gramme g; tonne ton t; mile mi; foot ft; dollar usd; percent percentage; litre liter l; hectare ha"""
_SAME_AS = {word: group.split()[0] for group in _SAME.split(";") for word in group.split()}
_MEASURES = frozenset(_SAME_AS.values()) - {"troop", "person"} | {"pound", "euro", "yen", "day", "week", "month"}
_IRREGULAR = {"men": "man", "feet": "foot", "women": "woman", "persons": "person", "people": "person"}
_TAIL = re.compile(r" (?:of|per|in|from|for|on|at)\b.*| old$")
_COUNTED = re.compile(r"\b(?:how many|how much|number of|gapgap)((?: \S+){1,5})")
"""The words after "how many", or after a gap: what is counted, and a little more."""
_VERBS = "did|do|does|was|were|is|are|has|have|had|will|would|could|can|should"
_ENDS_IT = re.compile(rf" (?:{_VERBS}|in|at|on|from|for|by|to|who|which|that)\b.*")
_AGE = re.compile(r"\bhow old\b|\bat what age\b|\bgapgap years old\b")


def same_unit(asked: str, given: str) -> bool:
    """Whether `given` may stand after a number that counts `asked`; an empty unit may always stand.

    What is counted must be the same word or a usual other word for it. Words before it may be left out or added, but
    may not differ: "troops" and "Japanese troops" agree, "American troops" and "Japanese troops" do not.
    """
    if not given:
        return True
    if not asked:
        return _head(given) not in _MEASURES
    if _head(asked) != _head(given):
        return False
    asked_words, given_words = _all_words(asked), _all_words(given)
    return asked_words <= given_words or given_words <= asked_words


def is_what_was_asked(question: str, asked: str, given: str) -> bool:
    """Whether `given` only repeats what `question` counts: "700 Japanese" where it says "How many Japanese soldiers".

    It may also say "years old" where an age is asked. Measures are never bent: where the answer counts miles, or what
    was given is a measure, the two must agree.
    """
    if asked and {_head(asked), _head(given)} & _MEASURES:
        return False
    told = fold(question.replace("_____", " gapgap "))
    counted = [_ENDS_IT.sub("", found) for found in _COUNTED.findall(told)]
    if _AGE.search(told):
        counted.append("years old")
    words = _all_words(given)
    return bool(words) and any(words <= _all_words(phrase) for phrase in counted)


def is_mistyped_unit(asked: str, given: str) -> bool:
    """Whether `given` is one unit word of five letters or more with one slip in it ("trops")."""
    return len(asked) >= 5 and " " not in given and edits_between(asked, given, 1) == 1


def _head(unit: str) -> str:
    found = _TAIL.sub("", unit).split() or unit.split()
    return _stem(found[-1])


def _all_words(unit: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in unit.split() if word not in {"the", "a", "an", "of"})


def _stem(word: str) -> str:
    if word in _IRREGULAR:
        stem = _IRREGULAR[word]
    elif word.endswith("ies") and len(word) > 4:
        stem = word[:-3] + "y"
    else:
        stem = word[:-1] if word.endswith("s") and len(word) > 2 and not word.endswith("ss") else word
    return _SAME_AS.get(stem, stem)
