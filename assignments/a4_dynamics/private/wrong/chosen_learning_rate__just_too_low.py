"""At this rate some units die, but fewer than 30 of the 100.

fails: chosen_learning_rate
points: 1
section: Commonly used activation functions
hint: Run train with your rate and count the dead units.
hint: The range begins not far above your rate.
hint: Try twice your rate.
"""

chosen_learning_rate = 1.5
