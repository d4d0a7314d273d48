"""The batch size is divided by the strength, so top and bottom are exchanged.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Is your answer larger than 100 for the first example?
hint: A strength of 0 must give 0, not an error.
hint: Twice the demo's strength must give twice ours.
"""


def convert_weight_decay(value, batch_size):
    return batch_size / value
