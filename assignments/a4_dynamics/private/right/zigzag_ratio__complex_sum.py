"""Adds up hypotenuses weight by weight, and prints."""

import math


def zigzag_ratio(path):
    points = [[float(weight) for weight in point] for point in path]
    ways = [math.hypot(*(b - a for a, b in zip(p, q))) for p, q in zip(points, points[1:])]
    line = math.hypot(*(b - a for a, b in zip(points[0], points[-1])))
    print("length", sum(ways), "line", line)
    try:
        return sum(ways) / line
    except ZeroDivisionError:
        return math.inf
