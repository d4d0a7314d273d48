"""Only a loss that equals the target counts, but a lower one is good enough too.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1.5 with target 2.
hint: A loss seldom hits a number exactly.
hint: At most the target: equal to it, or below.
"""


def steps_to(losses, target):
    for i, loss in enumerate(losses):
        if loss == target:
            return i
    return None
