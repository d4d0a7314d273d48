"""The caller's list is changed to make room for the bias.

fails: n_parameters
points: 1
section: Sizing neural networks
hint: Print your list of sizes before and after the call.
hint: An extra input of 1 is a fine idea, but the list is the caller's, and a tuple can't be changed.
hint: Add one inside your formula, and leave the list alone.
"""


def n_parameters(sizes):
    total = 0
    for i in range(1, len(sizes)):
        sizes[i - 1] += 1
        total += sizes[i - 1] * sizes[i]
    return total
