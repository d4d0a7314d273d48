"""Only the first hidden layer and the outputs are counted.

fails: n_neurons
points: 0
section: Sizing neural networks
hint: What if there are two hidden layers?
hint: Your code looks at fixed places of the list.
hint: Every size behind the first belongs to neurons, however many there are.
"""


def n_neurons(sizes):
    return sizes[1] + (sizes[-1] if len(sizes) > 2 else 0)
