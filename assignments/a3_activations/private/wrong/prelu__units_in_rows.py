"""The result is transposed: units stand in the rows, samples in the columns.

fails: prelu
points: 0
section: Commonly used activation functions
hint: Which shape does your result have for z of shape (4, 3)?
hint: The numbers are right, but (3, 4) is not (4, 3).
hint: If you loop over columns, put the results back as columns.
"""

import numpy as np


def prelu(z, alpha):
    columns = np.asarray(z).T
    return np.array([np.where(c > 0, c, a * c) for c, a in zip(columns, alpha)])
