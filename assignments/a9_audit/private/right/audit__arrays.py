"""Arrays for all columns, and entries of its own."""

import numpy as np


def audit(experiment, seeds):
    seeds = np.array(list(seeds))
    values = np.array([experiment(int(seed)) for seed in seeds], dtype=float)
    ends = np.array([-0.3, 0.6])
    mean, error = np.mean(values), np.sqrt(np.var(values, ddof=1) / values.size)
    reach = mean + np.array([-2.0, 2.0]) * error
    inside = np.all((reach >= ends[0]) & (reach <= ends[1]))
    apart = reach[1] < ends[0] or reach[0] > ends[1]
    word = "agree" if inside else "differ" if apart else "cannot tell"
    texts = {
        "claim": "Draw weights at random, scaled by the number of inputs",
        "hypothesis": "The change of the spread is small, below 0.6",
        "measure": "change of the spread in one layer",
    }
    numbers = {"mean": mean, "standard_error": error, "n": len(seeds), "year": 2019}
    table = {"row": np.int64(114), "interval": ends, "seeds": seeds, "values": values}
    return {**table, **texts, **numbers, "verdict": word}
