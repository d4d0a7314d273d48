"""The text 'None' comes back where None itself is asked for, without quotes.

fails: steps_to
points: 1
section: Commonly used activation functions
hint: Try the losses [3, 2] with target 1, and look at the type of your result.
hint: A word in quotes is a string, and the caller would have to spell it as you do.
hint: None is a value of Python's own: write it without quotes.
"""


def steps_to(losses, target):
    for i, loss in enumerate(losses):
        if loss <= target:
            return i
    return "None"
