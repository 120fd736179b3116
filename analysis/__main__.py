"""``python -m analysis``: check files, load them, print the status, write the report, estimate a canonical file."""

import sys

from analysis.command_line.ending import end_when_told
from analysis.command_line.parser import run

if __name__ == "__main__":
    end_when_told()
    sys.exit(run(sys.argv[1:]))
