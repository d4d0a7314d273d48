"""It returns the middles of the bins; f is never asked.

fails: bump_heights
points: 0
section: Representational power
hint: Does your result change with f?
hint: You return places on the x axis, but heights are asked for.
hint: One step is left: ask f at the places that you found.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return (edges[:-1] + edges[1:]) / 2
