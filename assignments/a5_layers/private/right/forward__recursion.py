"""The first layer, then the rest of the network; a list comes back."""

import numpy as np


def forward(X, Ws, bs, activation):
    print(len(Ws), "layers left")
    Z = np.dot(X, np.array(Ws[0]).T) + np.array(bs[0])
    if len(Ws) == 1:
        return Z.tolist()
    return forward(activation(Z), Ws[1:], bs[1:], activation)
