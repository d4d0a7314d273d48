"""Three loops in plain Python, a list of lists."""


def weighted_sum(x, w, b):
    return float(b + sum(value * weight for value, weight in zip(x, w)))


def maxout(X, W1, b1, W2, b2):
    return [
        [
            max(weighted_sum(x, W1[j], b1[j]), weighted_sum(x, W2[j], b2[j]))
            for j in range(len(b1))
        ]
        for x in X
    ]
