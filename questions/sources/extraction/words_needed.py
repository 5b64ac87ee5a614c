"""For each rule about what a sentence leans on, words of which one stands in whatever it finds; without, skip it."""

POINTING = frozenset(
    "this these those that latter former above aforementioned preceding said mentioned noted described shown discussed "
    "see left right below we our us my you your i following others remaining such them which both elsewhere there "
    "same".split()
)
"""One of these words stands in whatever `POINTER` finds; a text without them need not be searched."""

RELATING = frozenset(
    "later earlier afterwards afterward before after then thereafter time soon shortly spring summer autumn fall "
    "winter next following previous".split()
)
"""One of these words stands in whatever `RELATIVE_TIME` finds."""

WRITING = frozenset("today nowadays currently present recently far date last ago recent past now".split())
"""One of these words stands in whatever `TIME_OF_WRITING` finds."""

SHOWING = frozenset(
    "right left table chart diagram figure image picture photograph map list graph box shown seen pictured listed "
    "illustrated".split()
)
"""One of these words stands in whatever `SHOWN` finds."""

READING = frozenset(
    "next past current previous present incumbent latest upcoming coming follows this remaining near year yearend "
    "remain remains example highlighted scheduled planned expected forecast projected predicted set predicts "
    "forecasts will recent recently currently still".split()
)
"""One of these words stands in whatever `DATED_BY_READER` finds."""

PRONOUNS = frozenset("he she him his her hers himself herself they them their theirs themselves it its itself".split())
