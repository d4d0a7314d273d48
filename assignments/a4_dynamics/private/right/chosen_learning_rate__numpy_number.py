"""A number of NumPy's, the geometric mean of two rates that bracket the range."""

import numpy as np

chosen_learning_rate = np.sqrt(np.float32(1.2) * np.float32(10))
