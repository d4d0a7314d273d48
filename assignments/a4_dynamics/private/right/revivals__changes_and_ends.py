"""Changes and the two ends tell the revivals: changes = deaths + revivals; prints."""

import numpy as np


def revivals(dead_history):
    dead = np.array(dead_history, dtype=int)
    changes = np.abs(np.diff(dead, axis=0)).sum()
    net = dead[0].sum() - dead[-1].sum()
    print("changes", changes, "net", net)
    return (changes + net) // 2
