"""It returns the last index at which the target is kept, not the first.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1, 1 with target 2.
hint: A loop that goes on overwrites what it found.
hint: Stop at the first success.
"""


def steps_to(losses, target):
    found = None
    for step, loss in enumerate(losses):
        if loss <= target:
            found = step
    return found
