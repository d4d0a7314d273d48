"""The module statistics, tuples for the columns; prints."""

import statistics


def audit(experiment, seeds):
    pairs = [(seed, float(experiment(seed))) for seed in seeds]
    columns = tuple(zip(*pairs, strict=True))
    mean = statistics.fmean(columns[1])
    error = statistics.stdev(columns[1]) / len(pairs) ** 0.5
    if 10 <= mean - 2 * error and mean + 2 * error <= 20:
        word = "agree"
    elif mean + 2 * error < 10 or mean - 2 * error > 20:
        word = "differ"
    else:
        word = "cannot tell"
    print(word)
    return {
        "row": 113.0,
        "claim": "Sigmoids with large weights learn slowly",
        "hypothesis": "At least ten in twenty units saturate",
        "measure": "units of twenty that are saturated",
        "interval": (10, 20),
        "seeds": columns[0],
        "values": columns[1],
        "mean": mean,
        "standard_error": error,
        "verdict": word,
    }
