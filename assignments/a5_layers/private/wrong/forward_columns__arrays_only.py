"""Weights are assumed to be arrays already, so plain lists raise an error.

fails: forward_columns
points: 2
section: Example feed-forward computation
hint: Call your function with lists all through, and read the error.
hint: A list has no @.
hint: Turn each W into an array when you take it out of Ws.
"""


def forward_columns(x, Ws, bs, activation):
    h = x
    for W, b in zip(Ws[:-1], bs[:-1]):
        h = activation(W @ h + b)
    return Ws[-1] @ h + bs[-1]
