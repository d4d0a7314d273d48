"""A while loop that prints, on float copies."""


def steps_to(losses, target):
    left = [float(loss) for loss in losses]
    n_steps = 0
    while left and not left[0] <= target:
        left.pop(0)
        n_steps += 1
    print(n_steps, "steps")
    return n_steps if left else None
