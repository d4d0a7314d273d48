"""Preprocessing: bring the data into a shape from which a network learns easily.

Whatever is learnt here (means, scales, directions) is learnt from the training data alone
and then applied to all other data.  If it saw the test data as well, the test would no
longer tell how the network does on data that nobody has seen.
"""

from __future__ import annotations

from course_utils.preprocessing._images import center_images, channel_mean, mean_image
from course_utils.preprocessing._pca import PCA
from course_utils.preprocessing._scaling import Standardizer, standardise
from course_utils.preprocessing._whitening import Whitener

__all__ = [
    "PCA",
    "Standardizer",
    "Whitener",
    "center_images",
    "channel_mean",
    "mean_image",
    "standardise",
]
