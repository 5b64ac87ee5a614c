"""The program that opens strangers' files: what it has to load before it can."""

import subprocess
import sys

from django.conf import settings

WHAT_IT_LOADS = """
import sys
sys.path.insert(0, sys.argv[1])
from questions.sources.intake.reading import read
print(*sorted(name for name in sys.modules if name.startswith("questions.sources.") and name.count(".") == 2))
"""


def test_it_loads_what_reads_files_and_nothing_that_looks_for_facts():
    program = [sys.executable, "-I", "-c", WHAT_IT_LOADS, str(settings.BASE_DIR)]
    loaded = subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["questions.sources.blocks", "questions.sources.intake", "questions.sources.markup"]
