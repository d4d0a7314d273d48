"""The inputs are counted as neurons.

fails: n_neurons
points: 0
section: Sizing neural networks
hint: Does an input compute anything?
hint: Your answer grows when the pictures get larger.
hint: Neurons have weights and a bias; inputs are only numbers.
"""


def n_neurons(sizes):
    return sum(sizes)
