"""A target that is never reached gives -1 where None is asked for.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1.
hint: -1 is a valid index in Python: the last one.
hint: Read in the text what 'never' should return.
"""


def steps_to(losses, target):
    for step, loss in enumerate(losses):
        if loss <= target:
            return step
    return -1
