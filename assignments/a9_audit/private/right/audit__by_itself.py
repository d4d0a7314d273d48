"""All in one function, without helpers; one end is infinite."""

import numpy as np


def audit(experiment, seeds):
    record = {"row": 42, "interval": [0.45, np.inf], "seeds": [], "values": []}
    for seed in seeds:
        record["seeds"].append(seed)
        record["values"].append(experiment(seed))
    x = np.array(record["values"])
    record["mean"] = x.mean()
    record["standard_error"] = x.std(ddof=1) / np.sqrt(len(x))
    low = record["mean"] - 2 * record["standard_error"]
    high = record["mean"] + 2 * record["standard_error"]
    record["claim"] = "ReLU, as they say, does not saturate"
    record["hypothesis"] = "More than 0.45 of the slopes are 0"
    record["measure"] = "the share of ReLU slopes that equal 0"
    record["verdict"] = "cannot tell"
    if low >= 0.45:
        record["verdict"] = "agree"
    elif high < 0.45:
        record["verdict"] = "differ"
    return record
