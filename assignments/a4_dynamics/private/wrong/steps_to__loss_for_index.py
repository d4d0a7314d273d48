"""It returns the loss that reached the target, not its index.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Can your result be a fraction?
hint: The number of steps is asked for.
hint: Return the position, not what stands there.
"""


def steps_to(losses, target):
    for loss in losses:
        if loss <= target:
            return float(loss)
    return None
