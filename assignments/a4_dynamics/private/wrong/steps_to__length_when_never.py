"""A target that is never reached gives the number of losses.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1.
hint: A number says that the target was reached after so many steps.
hint: Read in the text what 'never' should return.
"""


def steps_to(losses, target):
    for step, loss in enumerate(losses):
        if loss <= target:
            return step
    return len(losses)
