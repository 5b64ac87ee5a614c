"""A length and a seed in; an encyclopedia's prose out, invented: other people, places, years and turns in each article.

Its sentences are as real ones are: some stand alone, others point back, go on for long, quote, list or say nothing
that can be asked. Names come back within an article, as they do in real ones, and few of them in the next.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

_OPENINGS = (
    "Al Ber Cor Dal Es Fen Gar Hol Is Jar Kel Lor Mar Nor Or Pel Quar Ros Sel Tor Ul Var Wes Yor Zel Thur".split()
)
_MIDDLES = "a e i o u an en in on ar er il om ath ess ing ow ul".split()
_ENDINGS = "den ford ham ia in by ley ling mont nick ra rick shaw stad ton va well wick worth bury".split()
_GIVEN = "Ann Carl Emma Frank Helen Ida Jane Karl Laura Martin Nora Oscar Paul Robert Sarah Thomas Walter Alice".split()
_THINGS = (
    "bridge canal harbour mill museum railway school theatre tower library mine observatory orchard printing-press "
    "glasshouse ferry dockyard lighthouse hospital reservoir weir foundry chapel quarry"
).split()
_MATTERS = (
    "the price of salt|the depth of the lake|the tides of the coast|the migration of cranes|the growth of barley|"
    "the weight of air|the grammar of hill dialects|the smelting of copper|taxes on windows|the schooling of girls|"
    "navigation without stars|the draining of marshes|the ownership of common land|inoculation|the pitch of bells"
).split("|")
_WHY = (
    "the older one had burned down|ships could no longer turn in the narrow channel|wool had lost half of its price|"
    "the council refused to pay for repairs|nobody else knew the passage|a flood had carried away the mill"
).split("|")
_SENTENCES = (
    "{person} ({born}–{died}) was a {place} engineer who designed the {thing} of {other}.",
    "{person} was born in {place} in {born} and moved to {other} in {year}.",
    "The {thing} of {place} was opened in {year}, because {why}.",
    "In {year} the {name} Company bought {count} acres of land near {place} for {sum} pounds.",
    "{place} is a town in the province of {other} with {count} inhabitants.",
    "The Treaty of {place}, signed in {month} {year}, ended the {name} War.",
    "It was rebuilt between {year} and {later}, and has been used as a {thing2} since then.",
    "He wrote to his sister that “nothing in this country is finished, and nothing is ever begun again”.",
    "She argued that {matter} could not be understood without {matter2}, a view that many of her readers rejected.",
    "However, most historians now doubt this account, which rests on a single letter.",
    "According to {person2}, who visited the site in {year}, the walls were {small} metres thick and the roof open.",
    "Although it had been planned for long, work did not begin until {month} {day}, {year}; {person2} had left.",
    "The {name} Society, founded in {year}, published its first report on {matter} in {later}.",
    "Wool, tin, salt and timber were carried down the {name} River to {place}, {other} and the coast.",
    "These goods were taxed at {percent} per cent, far more than in the neighbouring provinces.",
    "The festival is held every year in early {month}, when the first boats return.",
    "{person2} succeeded {person} as director of the {name} Institute in {later}.",
    "There is little agreement about how the practice began or why it spread so quickly among the islands.",
    "The battle of {place} cost {count} lives and lasted {small} days.",
    "A {thing2} that stands beside the old market is known as the “{name} Stone”.",
    "This led to a dispute with the university, whose rector had promised the same building to the printers.",
    "{person}'s book on {matter}, which appeared in {year}, was translated into {small} languages within a decade.",
    "In modern usage the term covers any vessel that is fired twice, whether or not it is glazed.",
    "During the winter of {year}, {person2} and {person} crossed the {name} Pass with {small} men and reached {place}.",
    "The population fell from {count} in {year} to {count2} in {later}, largely as a result of emigration.",
    "To the north lie the {name} Hills, which rise to {height} metres above the sea.",
    "Its members meet on the second Tuesday of each month, and anyone who pays the fee may speak.",
    "The oldest part, begun under King {given} II, is built of yellow stone from {other}.",
    "Unlike the earlier machine, the second one needed only {small} workers and could be moved by ship.",
    "What happened to the remaining papers is not known.",
)
_HEADINGS = (
    "History|Early years|Geography|Economy|Later work|Reception|Architecture|Climate|People|Method|Legacy".split("|")
)
_MONTHS = "January February March April May June July August September October November December".split()


class _Cast(NamedTuple):
    """Whom and what an article is about."""

    people: list[str]
    places: list[str]
    names: list[str]


def text_of(kilobytes: int, seed: int = 1) -> str:
    """At least so many thousand characters of Markdown; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 (a text for measuring)
    parts, size = ["# The collected articles"], 0
    while size < 1000 * kilobytes:
        for part in _article(rng):
            parts.append(part)
            size += len(part) + 2
    return "\n\n".join(parts)


def _article(rng: Random) -> list[str]:
    cast = _Cast([_person(rng) for _ in range(5)], [_name(rng) for _ in range(6)], [_name(rng) for _ in range(4)])
    parts = [f"## {rng.choice(cast.people + cast.places)}"]
    for _ in range(rng.randint(2, 5)):
        if rng.random() < 0.6:
            parts.append(f"### {rng.choice(_HEADINGS)}")
        parts += [_paragraph(rng, cast) for _ in range(rng.randint(1, 4))]
    return parts


def _paragraph(rng: Random, cast: _Cast) -> str:
    return " ".join(rng.choice(_SENTENCES).format(**_values(rng, cast)) for _ in range(rng.randint(3, 8)))


def _values(rng: Random, cast: _Cast) -> dict[str, object]:
    year = rng.randint(1480, 1960)
    return {
        "person": rng.choice(cast.people),
        "person2": rng.choice(cast.people),
        "given": rng.choice(_GIVEN),
        "place": rng.choice(cast.places),
        "other": rng.choice(cast.places),
        "name": rng.choice(cast.names),
        "thing": rng.choice(_THINGS),
        "thing2": rng.choice(_THINGS),
        "matter": rng.choice(_MATTERS),
        "matter2": rng.choice(_MATTERS),
        "why": rng.choice(_WHY),
        "born": year - rng.randint(25, 50),
        "died": year + rng.randint(5, 40),
        "year": year,
        "later": year + rng.randint(2, 30),
        "month": rng.choice(_MONTHS),
        "day": rng.randint(1, 28),
        "count": f"{rng.randint(1_000, 90_000):,}",
        "count2": f"{rng.randint(1_000, 90_000):,}",
        "sum": f"{rng.randint(200, 9_000):,}",
        "height": f"{rng.randint(300, 4_000):,}",
        "small": rng.randint(3, 40),
        "percent": rng.randint(2, 60),
    }


def _name(rng: Random) -> str:
    middle = rng.choice(_MIDDLES) if rng.random() < 0.6 else ""
    return rng.choice(_OPENINGS) + middle + rng.choice(_ENDINGS)


def _person(rng: Random) -> str:
    return f"{rng.choice(_GIVEN)} {_name(rng)}"
