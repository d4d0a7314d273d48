"""Plain Python, row by row."""


def same_sign_share(gradients):
    count = 0
    for row in gradients:
        if all(slope > 0 for slope in row) or all(slope < 0 for slope in row):
            count += 1
    return count / len(gradients)
