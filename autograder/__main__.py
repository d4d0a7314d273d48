"""The command line: ``python -m autograder grade a1_neuron``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from autograder.commands import COMMANDS
from autograder.errors import GraderFault


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0: all is well; 1: something is not; 2: it could not start; 3: it stopped before the end;
    130: it was interrupted.
    """
    parser = argparse.ArgumentParser(prog="python -m autograder", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.add(commands)
    wish = parser.parse_args(arguments)
    try:
        code: int = wish.run(wish)
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, as in `| head`; what was to be done is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except GraderFault as fault:
        print(f"autograder: {fault}", file=sys.stderr)
        return fault.exit_code
    return code


if __name__ == "__main__":
    sys.exit(main())
