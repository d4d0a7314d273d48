"""A whole number; prints."""

chosen_learning_rate = 3
print("rate", chosen_learning_rate)
