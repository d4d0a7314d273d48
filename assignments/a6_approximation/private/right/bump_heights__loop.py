"""One bin after the other; f gets one number at a time, the result is a list."""


def bump_heights(f, edges):
    heights = []
    for i in range(len(edges) - 1):
        heights.append(float(f((edges[i] + edges[i + 1]) / 2)))
    return heights
