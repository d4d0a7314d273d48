"""No dict comes back: the record is only printed, or its entries have no names.

fails: audit
points: 0
section: Setting number of layers and their sizes
hint: Does your function end with `return`? How would somebody find the verdict in your record?
hint: A dict has names, a list has places.
hint: Put each entry behind its name, in braces.
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
    record = {
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
    return list(record.values())
