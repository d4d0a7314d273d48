"""A loss equal to the target does not count as reached.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses 3, 2, 1 with target 2.
hint: 'At most' includes the target itself.
hint: Look at your comparison: what does it say of two equal numbers?
"""


def steps_to(losses, target):
    for step, loss in enumerate(losses):
        if loss < target:
            return step
    return None
