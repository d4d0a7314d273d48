"""The strength is divided by the batch size minus one, as in a variance.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: What happens for a batch of one?
hint: n - 1 belongs to a spread; here nothing is estimated.
hint: What stands below the line in the demo's step?
"""


def convert_weight_decay(value, batch_size):
    return value / max(batch_size - 1, 1)
