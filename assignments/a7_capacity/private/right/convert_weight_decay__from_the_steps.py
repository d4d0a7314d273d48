"""Takes the demo's step for w = 1 without gradients, and solves ours for lambda."""


def convert_weight_decay(value, batch_size):
    learning_rate, w = 0.5, 1.0
    step = learning_rate * sum([0.0] * batch_size + [value * w]) / batch_size
    return step / (learning_rate * w)
