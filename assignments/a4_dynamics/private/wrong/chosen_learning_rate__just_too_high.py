"""At this rate somewhat more than 60 of the 100 units die.

fails: chosen_learning_rate
points: 1
section: Commonly used activation functions
hint: Run train with your rate and count the dead units.
hint: The range ends not far below your rate.
hint: Try half your rate.
"""

chosen_learning_rate = 8.0
