"""It waits until the loss stays at the target; the first time is asked for.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1, 2, 1 with target 1.
hint: A loss may rise again, and that does not matter here.
hint: Return at once when the target is reached.
"""


def steps_to(losses, target):
    above = [step for step, loss in enumerate(losses) if loss > target]
    step = above[-1] + 1 if above else 0
    return step if step < len(losses) else None
