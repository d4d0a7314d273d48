"""It counts how often the loss is at most the target.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1, 1 with target 2: one step is enough.
hint: You count the losses that are good enough; the question is when the first one comes.
hint: Return the position of the first success.
"""


def steps_to(losses, target):
    n = sum(1 for loss in losses if loss <= target)
    return n if n else None
