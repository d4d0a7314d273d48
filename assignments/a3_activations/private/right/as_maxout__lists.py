"""Plain lists, made with loops."""


def as_maxout(activation, W, b, alpha=0.01):
    left = 0.0 if activation == "relu" else alpha
    W1 = [[float(left * weight) for weight in row] for row in W]
    b1 = [float(left * bias) for bias in b]
    W2 = [[float(weight) for weight in row] for row in W]
    return [W1, b1, W2, [float(bias) for bias in b]]
