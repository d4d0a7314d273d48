"""A rate from the lower part of the range."""

chosen_learning_rate = 10**0.37
