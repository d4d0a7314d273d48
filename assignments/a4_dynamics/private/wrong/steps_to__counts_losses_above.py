"""It counts losses above the target, which goes wrong when the loss rises again.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1, 2, 1 with target 1.
hint: What happens after the first success must not matter.
hint: Stop to count where the target is first reached.
"""


def steps_to(losses, target):
    n_above = sum(1 for loss in losses if loss > target)
    return n_above if n_above < len(losses) else None
