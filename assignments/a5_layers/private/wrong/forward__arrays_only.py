"""Weights are assumed to be arrays already, so plain lists raise an error.

fails: forward
points: 2
section: Example feed-forward computation
hint: Call your function with lists all through, and read the error.
hint: A list has neither .T nor @.
hint: Turn each W into an array when you take it out of Ws.
"""


def forward(X, Ws, bs, activation):
    A = X
    for W, b in zip(Ws[:-1], bs[:-1]):
        A = activation(A @ W.T + b)
    return A @ Ws[-1].T + bs[-1]
