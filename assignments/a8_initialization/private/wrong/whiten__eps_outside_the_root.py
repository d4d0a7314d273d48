"""eps is added to the spread, after the root, and not to the eigenvalue.

fails: whiten
points: 2
section: Data Preprocessing
hint: For an eigenvalue of 3 and eps = 1 the divisor is 2. What is yours?
hint: Your divisor is sqrt(eigenvalue) + eps.
hint: The root sign in step 4 spans both terms.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / (np.sqrt(np.maximum(lam, 0)) + eps)
