"""In float32, the word picked from an array."""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=np.float32)
    reach = 2 * np.std(x, ddof=1) / np.sqrt(np.float32(len(x)))
    bottom, top = np.mean(x) - reach, np.mean(x) + reach
    words = np.array(["cannot tell", "agree", "differ"])
    return str(words[int(bottom >= low and top <= high) + 2 * int(top < low or bottom > high)])
