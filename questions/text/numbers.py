"""Words in; out comes the whole number they spell, as a cardinal, an ordinal, a Roman numeral or a year, or None."""

import re
from collections.abc import Sequence

_SMALL_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), start=2)
}
SCALES = {"dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_IRREGULAR = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine"}
_IRREGULAR |= {"twelfth": "twelve"}

_ORDINALS = _IRREGULAR | {
    (word[:-1] + "ieth" if word.endswith("y") else word + "th"): word
    for word in [*SMALL, "hundred", "thousand", "million"]
    if word not in {"zero", *_IRREGULAR.values()}
}

_NUMBER_WORDS = frozenset([*SMALL, *SCALES, *_ORDINALS, "hundred"])
_DIGIT_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_LONGEST = 10


def read_cardinal(found: Sequence[str]) -> int | None:
    """The number that all these folded words spell ("seventy two thousand", "a hundred and fifty"), or None."""
    if not found or found[-1] == "and" or found[0] == "and":
        return None
    if tuple(found) == ("zero",):
        return 0
    total, group, room, cap = 0, 0, 100, 10**15
    for place, word in enumerate(found):
        if word in {"a", "an"} and place == 0 and len(found) > 1:
            group, room = 1, 0
        elif 0 < SMALL.get(word, 0) < room:
            group += SMALL[word]
            room = 10 if SMALL[word] >= 20 else 0
        elif word == "hundred" and 0 < group < 100:
            group, room = group * 100, 100
        elif word in SCALES and SCALES[word] < cap and (group or word == "dozen"):
            total, group, room, cap = total + (group or 1) * SCALES[word], 0, 100, SCALES[word]
        elif word != "and" or not (total or group >= 100):
            return None
    return total + group


def read_ordinal(found: Sequence[str]) -> int | None:
    """The number of "fifth", "35th" or "thirty fifth", or None."""
    if not found:
        return None
    digits = _DIGIT_ORDINAL.fullmatch(found[-1])
    if digits and len(found) == 1:
        return int(digits.group(1)) if len(found[0]) < 20 else None
    if found[-1] not in _ORDINALS:
        return None
    last = _ORDINALS[found[-1]]
    return read_cardinal([*found[:-1], last] if last in SMALL or len(found) > 1 else ["a", last])


def read_roman(word: str) -> int | None:
    """The value, 1 to 39, of a Roman numeral in lower case, or None."""
    if not _ROMAN.fullmatch(word):
        return None
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def read_year(found: Sequence[str]) -> int | None:
    """The year of "nineteen eighteen", "nineteen oh five" or "nineteen twenty one", 1001 to 2099, or None."""
    if len(found) not in {2, 3} or not 10 <= SMALL.get(found[0], 0) <= 20:
        return None
    rest = found[1:]
    years = read_cardinal(rest[1:]) if rest[0] == "oh" and len(rest) > 1 else read_cardinal(rest)
    if years is None or (years < 10) != (rest[0] == "oh") or years > 99:
        return None
    return SMALL[found[0]] * 100 + years


def number_words_to_digits(found: Sequence[str], *, years: bool = False) -> list[str]:
    """The same folded words with every spelt number in digits: two is 2, thirty fifth is 35th, 1st is 1th.

    With `years`, "nineteen eighteen" is 1918. Ordinals all end in th, so that two ways of writing one compare equal.
    """
    out: list[str] = []
    place = 0
    while place < len(found):
        taken, text = _number_at(found, place, years=years)
        out.append(text)
        place += taken
    return out


def _number_at(found: Sequence[str], place: int, *, years: bool) -> tuple[int, str]:
    word = found[place]
    if word[0].isdigit():
        value = read_ordinal([word])
        return 1, word if value is None else f"{value}th"
    if word not in _NUMBER_WORDS:
        return 1, word
    for length in range(min(_LONGEST, len(found) - place), 0, -1):
        run = found[place : place + length]
        year = read_year(run) if years else None
        cardinal = read_cardinal(run) if year is None else year
        if cardinal is not None:
            return length, str(cardinal)
        ordinal = read_ordinal(run)
        if ordinal is not None:
            return length, f"{ordinal}th"
    return 1, word


def roman_to_digits(found: Sequence[str], *, anywhere: bool) -> list[str]:
    """The same words with Roman numerals in digits: the last word of several; `anywhere`, if of two letters or more."""
    last = len(found) - 1
    return [
        str(read_roman(word))
        if read_roman(word) and ((place == last and place > 0) or (anywhere and len(word) > 1))
        else word
        for place, word in enumerate(found)
    ]
