"""Whole numbers are divided without remainder, so the fraction is lost.

fails: convert_weight_decay
points: 1
section: Setting number of layers and their sizes
hint: What is your answer for value 3 and batches of 8?
hint: Python has two signs for division.
hint: One of the two throws the fraction away.
"""


def convert_weight_decay(value, batch_size):
    return value // batch_size if isinstance(value, int) else value / batch_size
