"""A number from the middle."""

chosen_learning_rate = 4.0
