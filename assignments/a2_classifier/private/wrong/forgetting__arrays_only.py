"""w0 is assumed to be an array, so a plain list raises an error.

fails: forgetting
points: 1.5
section: Single neuron as a linear classifier
hint: Try your function with w0 = [8, -4] and read the error.
hint: A list can't be multiplied by a fraction; an array can.
hint: Turn w0 into an array first; NumPy has a function for that which leaves arrays as they are.
"""


def forgetting(w0, learning_rate, weight_decay, n_steps):
    return w0 * (1 - learning_rate * weight_decay) ** n_steps
