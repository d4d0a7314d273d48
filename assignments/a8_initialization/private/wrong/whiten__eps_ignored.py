"""eps is not used, so empty directions are divided by 0 or by rounding errors.

fails: whiten
points: 2
section: Data Preprocessing
hint: Call your function with eps = 1 and with eps = 100. Does the result change?
hint: A constant feature has the eigenvalue 0, and 0 / 0 is nan.
hint: Step 4 adds eps to the eigenvalue before it takes the root.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(np.abs(lam))
