"""The interval is computed from the results, so it could never be missed.

fails: audit
points: 3
section: Setting number of layers and their sizes
hint: Pass in another experiment. Does your interval move?
hint: Results that set their own limits always agree.
hint: Write two numbers down before anything runs.
"""

import numpy as np


def summarise(values):
    error = np.std(values, ddof=1) / np.sqrt(len(values))
    return {"n": len(values), "mean": np.mean(values), "standard_error": error}


def verdict(values, low, high):
    table = summarise(values)
    a = table["mean"] - 2 * table["standard_error"]
    b = table["mean"] + 2 * table["standard_error"]
    if low <= a and b <= high:
        return "agree"
    return "differ" if b < low or high < a else "cannot tell"


def audit(experiment, seeds):
    values = [experiment(seed) for seed in seeds]
    table = summarise(values)
    low = table["mean"] - 3 * table["standard_error"]
    high = table["mean"] + 3 * table["standard_error"]
    return {
        "row": 29,
        "claim": "Sigmoids give outputs that are not centred on zero",
        "hypothesis": "The mean output of a sigmoid lies between 0.48 and 0.52",
        "measure": "the mean output for 1,000 normal inputs",
        "interval": (low, high),
        "seeds": list(seeds),
        "values": values,
        "mean": table["mean"],
        "standard_error": table["standard_error"],
        "verdict": verdict(values, low, high),
    }
