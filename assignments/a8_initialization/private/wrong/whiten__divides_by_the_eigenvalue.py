"""The turned features are divided by their eigenvalues and not by the roots.

fails: whiten
points: 0
section: Data Preprocessing
hint: Which variance does a feature of variance 4 have after a division by 4?
hint: The eigenvalue is a variance, but data are divided by a spread.
hint: Step 4 has a root; take it of the eigenvalue plus eps.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / (lam + eps)
