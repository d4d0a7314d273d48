"""The mean or its standard error is missing, or has another name.

fails: audit
points: 4
section: Setting number of layers and their sizes
hint: Can a reader see how certain your mean is?
hint: The table of the exercise has ten entries. Which one is missing?
hint: Both of exercise 1 belong there: mean and standard_error.
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
    low, high = 0.48, 0.52
    values = [experiment(seed) for seed in seeds]
    table = summarise(values)
    return {
        "row": 29,
        "claim": "Sigmoids give outputs that are not centred on zero",
        "hypothesis": "The mean output of a sigmoid lies between 0.48 and 0.52",
        "measure": "the mean output for 1,000 normal inputs",
        "interval": (low, high),
        "seeds": list(seeds),
        "values": values,
        "mean": table["mean"],
        "verdict": verdict(values, low, high),
    }
