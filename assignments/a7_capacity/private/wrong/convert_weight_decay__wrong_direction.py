"""The strength is multiplied by the batch size; that leads from our convention to the demo's.

fails: convert_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Which rule brakes less at the same number, the demo's or ours?
hint: The demo divides its penalty's part by n. So must our number be larger than the demo's, or smaller?
hint: You have the right factor, but use it the wrong way round.
"""


def convert_weight_decay(value, batch_size):
    return value * batch_size
