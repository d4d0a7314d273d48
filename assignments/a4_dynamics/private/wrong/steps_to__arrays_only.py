"""The losses are assumed to be an array, so a plain list raises an error.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try a plain list of losses and read the error.
hint: A list can't be compared with a number.
hint: Go through the losses one by one, or make an array of them first.
"""


def steps_to(losses, target):
    reached = losses <= target
    return int(reached.argmax()) if reached.any() else None
