"""It takes seeds of its own, not those that are passed in.

fails: audit
points: 2
section: Setting number of layers and their sizes
hint: Pass in the seeds 7, 2 and 9. Which ones are in your record?
hint: Which seeds does your loop go through? They may be any.
hint: Loop over the argument seeds, and leave the choice to two_runs.
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
    values = [experiment(seed) for seed in range(20)]
    table = summarise(values)
    return {
        "row": 29,
        "claim": "Sigmoids give outputs that are not centred on zero",
        "hypothesis": "The mean output of a sigmoid lies between 0.48 and 0.52",
        "measure": "the mean output for 1,000 normal inputs",
        "interval": (low, high),
        "seeds": list(range(20)),
        "values": values,
        "mean": table["mean"],
        "standard_error": table["standard_error"],
        "verdict": verdict(values, low, high),
    }
