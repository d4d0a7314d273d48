"""Powers of the adjacency matrix; NumPy's own strings or integers come back."""

import numpy as np


def topological_order(edges):
    if len(edges) == 0:
        return []
    names = np.unique(np.array(edges))
    place = {name: i for i, name in enumerate(names.tolist())}
    arrows = np.zeros((len(names), len(names)))
    for a, b in edges:
        arrows[place[a], place[b]] = 1
    depth, power = np.zeros(len(names)), np.eye(len(names))
    for step in range(1, len(names) + 1):
        power = np.minimum(power @ arrows, 1)
        depth[power.any(axis=0)] = step
    if power.any():
        raise ValueError("cycle")
    return list(names[np.argsort(depth, kind="stable")])
