"""Plain Python: one sample at a time."""


def hinge_loss(scores, y):
    total = 0.0
    for score, label in zip(scores, y):
        margin = score if label == 1 else -score
        if margin < 1:
            total += 1 - margin
    return total / len(y)
