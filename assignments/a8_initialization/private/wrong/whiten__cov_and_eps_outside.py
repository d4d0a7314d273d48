"""np.cov gives a bare number for one feature, and eps is added after the root is taken.

fails: whiten
points: 1
section: Data Preprocessing
hint: Try a single feature and read the error. Then take an eigenvalue of 3 and eps = 1: the divisor is 2.
hint: np.cov drops the axes of size 1. And your divisor is sqrt(eigenvalue) + eps.
hint: Bring the covariance back to two dimensions, and let the root span both terms.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov(centred.T))
    return centred @ vectors / (np.sqrt(np.maximum(values, 0)) + eps)
