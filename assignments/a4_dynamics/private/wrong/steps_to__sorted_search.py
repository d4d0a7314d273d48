"""It searches as if the losses were sorted, but losses go up and down.

fails: steps_to
points: 0
section: Commonly used activation functions
hint: Try the losses 3, 1, 2, 1, 2 with target 1.
hint: A search in halves needs numbers in order.
hint: Look at the losses one by one.
"""


def steps_to(losses, target):
    low, high = 0, len(losses)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if losses[middle] <= target else (middle + 1, high)
    return low if low < len(losses) else None
