"""Golden passages, written for these tests about invented places and people, in the manner of an encyclopedia."""

from questions.sources.document_text import DocumentText, read_document

HARBOUR = """\
# Port Ashby

Port Ashby is a harbour town on the north coast of Ireland. It was founded in 1652 by the engineer Thomas Wexford, who
drained the marshes behind the dunes. In 1701, the town had 3,400 inhabitants. However, the great fire of 1734 destroyed
most of its wooden houses.

The first lighthouse was built in 1688. It stood for 46 years. Today, about 20,000 people live here. The Treaty of
Lismore ended the Salt War in 1713. The treaty gave the town the right to tax foreign ships.

The river Orin reaches the sea at Port Ashby. These ships carried salt, wool and tin. Mary Calder (1690–1761) mapped the
whole coast between 1715 and 1722. She sold her charts to the Royal Navy.

## References

1. Wexford, T. (1898). *A history of the harbour*. Dublin: Press. pp. 11–14. Retrieved 4 June 2012.

© 2021 Example Media. All rights reserved.
"""

MESSY = """\
[Home](/) | [Sign in](/login)

# Port Ashby

> *Last updated: 3 May 2021.*

Port Ashby is a harbour town on the north coast of [Ireland](https://example.org/ie).[1] It was founded in 1652 by the
engineer **Thomas Wexford**,[2] who drained the marshes behind the dunes. In 1701, the town had 3,400
inhabitants.[citation needed] However, the great fire of 1734 destroyed most of its wooden houses.[3][14]

![A view of the harbour](img/view.jpg "Photo by A. Nonymous")

The first *lighthouse* was built in 1688. It stood for 46 years. Today, about 20,000 people live here. The Treaty of
Lismore ended the Salt War in 1713.[4] The treaty gave the town the right to tax foreign ships.

The river Orin reaches the sea at Port Ashby. These ships carried salt, wool and tin. Mary Calder (1690–1761) mapped the
whole coast between 1715 and 1722. She sold her charts to the Royal Navy.

## See also

* [Another page](/a)
* [Read more](/b)
"""


def document(text: str) -> DocumentText:
    return read_document(text)


SCIENCE = """\
# Orinite

Orinite is a mineral of copper and sulfur. Mary Calder found it at Port Ashby in 1871. The melting point of pure orinite
is 565 °C. Orinite is used as a lubricant because its layers slide over each other.
"""

UNASKED = """\
# Harbours

The first was larger. These ships carried salt, wool and tin. As the chart on the right shows, many were lost. The new
charter changed everything. Three years later they moved on. See also the list of harbours. In the past century, things
grew quickly.
"""
"""A passage of which a good editor asks nothing."""

LIFE = """\
# Mary Calder

Mary Calder (born Mary Vell, 3 May 1690 – 11 June 1761) was a surveyor of the Irish coast. She studied at Trinity
College in Dublin. On 4 March 1715 she moved to Port Ashby. Because of these plans, the Admiralty hired Calder in 1716.
Her charts of the north coast were praised by James Cook and Matthew Flinders.

Thomas Wexford (born 12 July 1701 in Lismore) drew the first tide tables. Sharks and rays are common in the bay of
Ashby. They also rise to the surface near Lismore. The survey of Orin, however, ended in 1722.
"""
"""A biography: a lifespan of whole dates, a closed pair, words that point back."""
