"""The inputs are removed from the caller's own list, and a tuple cannot do that.

fails: n_layers
points: 0.5
section: Naming conventions
hint: Print your list of sizes before and after the call.
hint: Some methods of a list change it, and a tuple or an array has no such method.
hint: You need the length only; nothing has to be removed for that.
"""


def n_layers(sizes):
    sizes.pop(0)
    return len(sizes)
