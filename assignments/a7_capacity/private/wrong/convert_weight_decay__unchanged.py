"""The number is taken over as it is, as if both rules meant the same.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Set all gradients to zero: do both rules shrink w equally?
hint: One rule divides the penalty's part by the batch size, the other does not.
hint: The batch size must occur in your answer.
"""


def convert_weight_decay(value, batch_size):
    return value
