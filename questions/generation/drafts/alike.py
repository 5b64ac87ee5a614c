"""A name in, others that a learner could take it for out: of the same kind, as well known, from the same region.

The lists are our own. They hold only names that nearly everybody has met, because an option that nobody knows is no
option, and none that is another name of a second one.
"""

from __future__ import annotations

import re

_GROUPS = """
Austria, Belgium, Bulgaria, Croatia, Denmark, Finland, France, Germany, Greece, Hungary, Ireland, Italy, Netherlands,
Norway, Poland, Portugal, Romania, Russia, Serbia, Spain, Sweden, Switzerland, Ukraine, Estonia, Latvia,
Lithuania, Albania
|
Algeria, Angola, Cameroon, Chad, Egypt, Ethiopia, Ghana, Ivory Coast, Kenya, Libya, Madagascar, Mali, Morocco,
Mozambique, Namibia, Niger, Nigeria, Rwanda, Senegal, Somalia, South Africa, Sudan, Tanzania, Tunisia, Uganda, Zambia
|
Afghanistan, Bangladesh, Cambodia, China, India, Indonesia, Iran, Iraq, Israel, Japan, Jordan, Laos, Lebanon, Malaysia,
Mongolia, Nepal, Pakistan, Philippines, Saudi Arabia, Sri Lanka, Syria, Thailand, Turkey, Vietnam, Yemen
|
Argentina, Bolivia, Brazil, Chile, Colombia, Costa Rica, Cuba, Ecuador, Guatemala, Haiti, Honduras, Jamaica, Mexico,
Nicaragua, Panama, Paraguay, Peru, Uruguay, Venezuela
|
Amsterdam, Athens, Belgrade, Berlin, Bern, Brussels, Bucharest, Budapest, Copenhagen, Dublin, Helsinki, Kiev, Lisbon,
London, Madrid, Moscow, Oslo, Paris, Prague, Riga, Rome, Sofia, Stockholm, Vienna, Vilnius, Warsaw, Zagreb
|
Antwerp, Barcelona, Bordeaux, Cologne, Dresden, Florence, Frankfurt, Geneva, Genoa, Hamburg, Leipzig, Lyon, Marseille,
Milan, Munich, Naples, Palermo, Rotterdam, Seville, Strasbourg, Toulouse, Turin, Venice, Zurich, Kraków, Gothenburg
|
Birmingham, Bristol, Cambridge, Edinburgh, Glasgow, Leeds, Liverpool, Manchester, Newcastle, Nottingham, Oxford,
Portsmouth, Sheffield, Southampton, York, Cardiff, Belfast
|
Ankara, Baghdad, Bangkok, Beijing, Beirut, Cairo, Damascus, Delhi, Hanoi, Jakarta, Jerusalem, Kabul, Karachi, Manila,
Mumbai, Nairobi, Osaka, Seoul, Shanghai, Singapore, Tehran, Tokyo, Istanbul
|
Connecticut, Delaware, Maryland, Massachusetts, New Hampshire, New Jersey, North Carolina, Pennsylvania, Rhode Island,
South Carolina, Virginia
|
Illinois, Indiana, Iowa, Kansas, Michigan, Minnesota, Missouri, Nebraska, Ohio, Wisconsin
|
Arizona, California, Colorado, Idaho, Montana, Nevada, New Mexico, Oregon, Utah, Wyoming
|
Alabama, Arkansas, Florida, Kentucky, Louisiana, Tennessee, Texas
|
Atlanta, Baltimore, Boston, Chicago, Cleveland, Dallas, Denver, Detroit, Houston, Los Angeles, Miami, Minneapolis,
New Orleans, New York City, Philadelphia, Pittsburgh, San Diego, San Francisco, Seattle, St. Louis
|
Danube, Elbe, Loire, Oder, Po, Rhine, Rhône, Seine, Thames, Vistula, Volga, Dnieper, Ebro, Tagus, Meuse, Don
|
Amazon, Congo, Euphrates, Ganges, Indus, Mekong, Mississippi, Missouri, Niger, Nile, Orinoco, Tigris, Yangtze, Zambezi
|
Mercury, Venus, Mars, Jupiter, Saturn, Uranus, Neptune
|
Normandy, Brittany, Burgundy, Provence, Aquitaine, Alsace, Champagne, Lorraine, Picardy, Gascony
|
Bavaria, Saxony, Prussia, Silesia, Bohemia, Moravia, Hesse, Westphalia, Brandenburg, Pomerania
|
Sicily, Sardinia, Corsica, Crete, Cyprus, Malta, Rhodes
|
Tuscany, Lombardy, Piedmont, Calabria, Apulia, Umbria, Campania, Liguria
|
New South Wales, Queensland, South Australia, Tasmania, Western Australia
|
Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario, Quebec, Saskatchewan
|
Baltic Sea, Black Sea, Caspian Sea, Mediterranean Sea, North Sea, Red Sea, Adriatic Sea, Aegean Sea
|
Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic Ocean
"""
GROUPS = tuple(tuple(name.strip() for name in group.replace("\n", " ").split(",")) for group in _GROUPS.split("|"))
_GROUP_OF = {name: group for group in reversed(GROUPS) for name in group}
RIVERS = frozenset(name for name, group in _GROUP_OF.items() if {"Danube", "Nile"} & set(group))
_ANY = "|".join(re.escape(name) for name in sorted(_GROUP_OF, key=len, reverse=True))
_NAMES = re.compile(rf"\b(?=[A-Z])(?:{_ANY})\b")
"""Looks for a capital first, since most words have none."""


def alike(name: str) -> tuple[str, ...]:
    """The names of the group of `name` without it; none where it belongs to no group."""
    return tuple(other for other in _GROUP_OF.get(name, ()) if other != name)


def names_in(text: str) -> frozenset[str]:
    """The names of all groups that stand in `text`."""
    return frozenset(_NAMES.findall(text))
