"""The loop returns None at once if the first loss is not good enough.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1 with target 2.
hint: An else inside the loop ends the function at the first loss.
hint: Say 'none' only after the loop has seen every loss.
"""


def steps_to(losses, target):
    for step, loss in enumerate(losses):
        if loss <= target:
            return step
        else:
            return None
