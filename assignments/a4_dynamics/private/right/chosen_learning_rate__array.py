"""An array that holds one number, of shape ()."""

import numpy as np

chosen_learning_rate = np.array([0.1, 1.0, 3.7, 10.0])[2, ...]
