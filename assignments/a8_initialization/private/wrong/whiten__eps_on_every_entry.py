"""eps is added to every entry of the covariance, not only to the eigenvalues.

fails: whiten
points: 2
section: Data Preprocessing
hint: What does `C + eps` do to the covariance of two features that don't correlate?
hint: With a large eps your features correlate again.
hint: Leave C alone and add eps to its eigenvalues.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1) + eps
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(np.maximum(lam, 1e-30))
