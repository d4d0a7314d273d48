"""What this machine really stops: bounded attempts inside a worker of each level."""

from autograder.doctor._attempts import ATTEMPTS, Attempt
from autograder.doctor._examine import Finding, examine, faults

__all__ = ["ATTEMPTS", "Attempt", "Finding", "examine", "faults"]
