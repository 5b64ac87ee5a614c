#!/usr/bin/env python3
"""A command line in; the bootstrap, or Django's command of that name, out. Old Pythons can read this file too."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this has the Python of their machine, not ours
    sys.exit(
        "Recollect needs Python 3.11 or newer, and this is Python "
        + sys.version.split()[0]
        + ": start it with a newer one, for example python3.11 manage.py run"
    )

if __name__ == "__main__":
    from quizsite.bootstrap import main

    sys.exit(main(sys.argv))
