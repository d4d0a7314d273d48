"""The half of the penalty is applied a second time, but both steps hold the same gradient lambda w.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: What do you get for a batch of one, where both rules are the same?
hint: The half is gone once the square has been differentiated.
hint: Compare the factors in front of w in the two steps; there is no 2 in either.
"""


def convert_weight_decay(value, batch_size):
    return value / (2 * batch_size)
