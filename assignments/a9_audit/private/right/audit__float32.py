"""In float32, with an interval that has no low end."""

import math

import numpy as np

LOWEST, HIGHEST = -math.inf, 0.52


def audit(experiment, seeds):
    seen = np.fromiter((experiment(s) for s in seeds), np.float32)
    centre = seen.mean(dtype=float)
    reach = seen.std(ddof=1, dtype=float) / math.sqrt(seen.size)
    if centre + 2 * reach <= HIGHEST:
        word = "agree"
    elif centre - 2 * reach > HIGHEST:
        word = "differ"
    else:
        word = "cannot tell"
    about = dict(row=29, claim="A sigmoid's outputs are not centred on zero")
    about["hypothesis"] = "Their mean is at most 0.52"
    about["measure"] = "mean output, 1,000 normal inputs"
    about.update(interval=[LOWEST, HIGHEST], seeds=seeds, values=seen)
    return about | {"mean": centre, "standard_error": reach, "verdict": word}
