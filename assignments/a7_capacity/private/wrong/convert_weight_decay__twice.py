"""The answer is doubled, as if the demo's penalty had no half.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: What do you get for a batch of one, where both rules are the same?
hint: A penalty without the half is a third convention, and not this demo's.
hint: Compare the factors in front of w in the two steps; there is no 2 in either.
"""


def convert_weight_decay(value, batch_size):
    return 2 * value / batch_size
