"""The comparison is turned round: it looks for a loss of at least the target.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1 with target 2. Which of the two is good enough?
hint: A race goes downwards: small losses are wanted.
hint: Look at the direction of your comparison.
"""


def steps_to(losses, target):
    for i, loss in enumerate(losses):
        if loss >= target:
            return i
    return None
