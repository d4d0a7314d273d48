"""Plain Python with a search by halves; nested lists come out."""

import bisect


def bump_sum(x, edges, heights):
    if isinstance(x, list) or getattr(x, "ndim", 0):
        return [bump_sum(part, edges, heights) for part in x]
    i = bisect.bisect_right(list(edges), x) - 1
    return float(heights[i]) if 0 <= i < len(heights) else 0.0
