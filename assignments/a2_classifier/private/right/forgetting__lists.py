"""Plain Python: a list of lists goes in and comes out, each number decays alone."""


def forgetting(w0, learning_rate, weight_decay, n_steps):
    try:
        rows = list(w0)
    except TypeError:
        left = float(w0)
        for _ in range(n_steps):
            left = left - learning_rate * weight_decay * left
        return left
    return [forgetting(row, learning_rate, weight_decay, n_steps) for row in rows]
