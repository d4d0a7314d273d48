"""Indices are counted from 1, but losses[0] is the loss before any step.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: How many steps does it take if the first loss is good enough?
hint: The index itself is the number of steps.
hint: Begin to count at 0.
"""


def steps_to(losses, target):
    for step, loss in enumerate(losses, start=1):
        if loss <= target:
            return step
    return None
