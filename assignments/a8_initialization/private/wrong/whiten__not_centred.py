"""The data are turned and scaled, but the mean was never subtracted from them.

fails: whiten
points: 0
section: Data Preprocessing
hint: What is the mean of each column of your result?
hint: The covariance is right, but the cloud still lies off centre.
hint: Use the centred data in step 3 as well as in step 2.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return X @ V / np.sqrt(lam + eps)
