"""The module statistics."""

import statistics


def summarise(values):
    numbers = [float(value) for value in values]
    n = len(numbers)
    mean = statistics.fmean(numbers)
    return {"standard_error": statistics.stdev(numbers) / n**0.5, "mean": mean, "n": n}
