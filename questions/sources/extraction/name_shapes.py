"""A name in, the class that its own words tell out: University is an organisation, River a place, Treaty a work."""

from __future__ import annotations

from questions.text.english.tokens import RULERS

_WORDS = {
    "E": """
        Battle Siege War Wars Revolution Conference Uprising Rebellion Riot Riots Olympics Games Bowl Cup Championship
        Championships Festival Massacre Crusade Crusades Expedition Campaign Election Crisis Depression Exhibition Fair
        Death Plague Famine Reformation Renaissance Program Programme Mission Raid Offensive Day Hurricane Earthquake
        Fire Strike Coup Invasion
    """,
    "W": """
        Treaty Act Edict Declaration Constitution Charter Bible Agreement Convention Protocol Code Bill Theorem Law
        Award Prize Times Post Journal Magazine Newspaper Accord Pact Proclamation Dictionary Encyclopedia Encyclopaedia
        Chronicle Letter Letters Medal Manifesto Gazette Herald Symphony
    """,
    "O": """
        University College Institute School Company Corporation Inc Ltd Party Council Army Society Association Committee
        Commission Union Bank Club Agency Department Ministry Academy Parliament Congress Senate League Federation
        Organisation Organization Group Board Bureau Court Police Navy Force Forces Government Foundation Administration
        Band Orchestra Team Museum Industries Electric Railway Railways Press Church Hospital Authority Office
        Laboratory Laboratories Division Brigade Regiment Schools Communications Systems Services Airlines Motors
    """,
    "L": """
        River Lake Sea Ocean Mount Mountain Mountains Island Islands County City Street Avenue Valley Bay Desert
        Peninsula Castle Palace Park Bridge Hill Hills Coast Gulf Strait Province District Road Square Town Village
        Garden Gardens Creek Falls Canal Harbor Harbour Port Fort Basin Plateau Cape Delta Beach Forest Tower Hall House
        Gate Station Stadium Airport Field Territory Territories Republic Kingdom Empire Colony Plain Theatre Gallery
        Building Cathedral Abbey Temple Arena States Channel Ridge Glacier Alps Gorge
    """,
}
_BY_WORD = {word: letter for letter, words in _WORDS.items() for word in words.split()}
_PLACE_OPENERS = frozenset(
    "Lake Mount Fort Port Cape San Santa New North South East West River Loch Isle Camp Northern Southern".split()
)


def head_of(name: str) -> str:
    """The word that says what a name of several words names: Battle in Battle of Hastings, River in Don River."""
    words = name.split()
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def class_of_shape(name: str) -> str:
    """A class letter of `name_types.CLASSES`, or '' where the words of the name do not tell."""
    words = name.split()
    if len(words) < 2:
        return ""
    if letter := _BY_WORD.get(head_of(name), ""):
        return letter
    if words[0] in _PLACE_OPENERS:
        return "L"
    return "P" if words[0].lower() in RULERS else ""
