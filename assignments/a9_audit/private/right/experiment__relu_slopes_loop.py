"""Row 42: the share of slopes that are 0, with Python's own generator."""

import random


def experiment(seed):
    rng = random.Random(seed)
    inputs = [[rng.gauss(0, 1) for _ in range(8)] for _ in range(20)]
    flat = total = 0
    for _unit in range(20):
        weights = [rng.gauss(0, 1) for _ in range(8)]
        for x in inputs:
            flat += sum(w * a for w, a in zip(weights, x, strict=True)) <= 0
            total += 1
    return flat / total
