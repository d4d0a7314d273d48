"""Weights are assumed to be arrays already, so plain lists raise an error.

fails: collapse
points: 2
section: Representational power
hint: Call your function with lists all through, and read the error.
hint: A list has no @.
hint: Turn each W into an array when you take it out of Ws.
"""


def collapse(Ws, bs):
    W, b = Ws[0], bs[0]
    for V, c in zip(Ws[1:], bs[1:]):
        W, b = V @ W, V @ b + c
    return W, b
