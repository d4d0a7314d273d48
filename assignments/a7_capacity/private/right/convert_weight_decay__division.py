"""The plain quotient."""


def convert_weight_decay(value, batch_size):
    return value / batch_size
