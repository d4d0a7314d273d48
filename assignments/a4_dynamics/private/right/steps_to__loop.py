"""A loop with return inside."""


def steps_to(losses, target):
    for i in range(len(losses)):
        if losses[i] <= target:
            return i
