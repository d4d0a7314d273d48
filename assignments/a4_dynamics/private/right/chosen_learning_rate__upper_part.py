"""A rate from the upper part of the range."""

chosen_learning_rate = 5.0
