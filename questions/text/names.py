"""Names of persons in; out come their surnames, and whether one name is only a part of another.

No name says by itself which of its words is the family name. The last word is taken for it, with the particles
before it (von, de, al), and also the first word where that is a common East Asian family name (Sun Yat-sen).
"""

import re
from functools import lru_cache

from .fold import fold, strip_articles, strip_titles
from .numbers import read_roman

PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "du", "da", "di", "la", "le", "al", "el", "ibn", "bin", "ben", "del", "dos"}
    | {"della", "das", "zu", "zur", "af", "av", "ter", "ten"}
)
SUFFIXES = frozenset({"jr", "sr", "junior", "senior"})
RANKS_AFTER_NAMES = frozenset({"khan", "khaan", "pasha", "bey", "shah", "lama", "gegeen", "khutuktu", "khutagt", "aga"})
"""Last words that are a rank, not a family name: "Khan" alone does not name Genghis Khan."""

_FAMILY_FIRST = """
    bai bo cai cao chang chen cheng chiang chou chu deng ding dong du duan fan fang feng fu gao gu guo
    han he hong hu hua huang jia jiang jin kong li liang lin liu lu luo ma mao meng pan peng qian qin ren
    shao shen shi song su sun tan tang tian wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao
    ye yin yu yuan zeng zhang zhao zheng zhou zhu zou kim choi jung kang cho yoon lim nguyen tran pham
    hoang phan vu vo ngo aizawa akashi araki arita fujiwara fukuda goto hara hayashi hirohata hirota
    honda honjo inoue inukai ishii ishiwara ito iwakura kato katsura kido kikuchi kimura kishi kobayashi
    koiso konoe makino matsui matsuoka minamoto mishima mori motono nagata nakamura nakano nishihara nogi
    oda ogawa oi okuma otani saigo saionji saito sakamoto sasaki sato shidehara shigemitsu shimizu suzuki
    taira takahashi tanaka tani terauchi togo tojo tokugawa toyotomi uchida uehara ugaki watanabe yamada
    yamagata yamaguchi yamamoto yamanashi yamashita yonai yoshida yoshizawa yuhi ho
"""
FAMILY_FIRST = frozenset(_FAMILY_FIRST.split())
"""Family names that stand first in Chinese, Korean, Vietnamese and Japanese order."""

Words = tuple[str, ...]

_INITIAL = re.compile(r"(?<!\w)([^\W\d_])\.(?=[^\W\d_])")


@lru_cache(maxsize=2**13)
def name_words(name: str) -> Words:
    """The folded words of a name in reading order, without article, titles and Jr.: "Wilson, Pres. W." is w wilson."""
    return tuple(word for token in _tokens(name) for word in token)


@lru_cache(maxsize=2**13)
def surnames(name: str) -> tuple[Words, ...]:
    """What may stand for the whole name by itself, the barest first; nothing for a one-word name or a ruler's.

    "Roman von Ungern-Sternberg" gives (ungern, sternberg) and (von, ungern, sternberg); "Nicholas II", "Ivan the
    Terrible" and "Genghis Khan" give nothing.
    """
    tokens = _tokens(name)
    if len(tokens) < 2 or _is_rulers(name, tokens):
        return ()
    start = len(tokens) - 1
    found = [tokens[start]]
    while start > 0 and len(tokens[start - 1]) == 1 and tokens[start - 1][0] in PARTICLES:
        start -= 1
        found.append(tuple(word for token in tokens[start:] for word in token))
    if start == 0 and len(found) > 1:
        found = found[:-1]
    if tokens[0][0] in FAMILY_FIRST and len(tokens) <= 3 and len(tokens[0]) == 1:
        found.append(tokens[0])
    return tuple(found)


def is_part_of_name(part: str, whole: str) -> bool:
    """Whether `part` names `whole` by its surname, alone or after some of its given names or their initials.

    "Wilson", "W. Wilson" and "Thomas Wilson" are parts of "Thomas Woodrow Wilson"; "Woodrow" and "John Wilson" are not.
    """
    said, full = name_words(part), name_words(whole)
    if not said or said == full:
        return False
    return any(_stands_for(said, full, surname) for surname in surnames(whole))


def may_be_same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same words in any order, or one a part of the other."""
    if sorted(name_words(one)) == sorted(name_words(other)):
        return True
    return is_part_of_name(one, other) or is_part_of_name(other, one)


def _stands_for(said: Words, full: Words, surname: Words) -> bool:
    if said[-len(surname) :] != surname or full[-len(surname) :] != surname:
        return said == surname
    given = iter(full[: -len(surname)])
    return all(any(_is_given(word, name) for name in given) for word in said[: -len(surname)])


def _is_given(said: str, name: str) -> bool:
    return said == name or (len(said) == 1 and name.startswith(said))


def _tokens(name: str) -> list[Words]:
    """The words of a name as spaces separate them, each folded: a hyphened name is one token of two words."""
    last, comma, first = name.partition(",")
    if comma and "," not in first and fold(first) not in SUFFIXES:
        name = f"{first} {last}"
    raw = [folded for token in _INITIAL.sub(r"\1. ", name).split() if (folded := fold(token))]
    kept = strip_titles(strip_articles(" ".join(raw))).split()
    tokens: list[Words] = []
    for token in reversed(raw):
        split = tuple(token.split())
        if split == tuple(kept[-len(split) :]):
            tokens.append(split)
            del kept[-len(split) :]
    tokens.reverse()
    while len(tokens) > 1 and tokens[-1][0] in SUFFIXES:
        tokens.pop()
    return tokens


def _is_rulers(name: str, tokens: list[Words]) -> bool:
    inner = set(fold(name).split()[1:])
    return bool(inner & {"the", "of"}) or tokens[-1][-1] in RANKS_AFTER_NAMES or bool(read_roman(tokens[-1][0]))
