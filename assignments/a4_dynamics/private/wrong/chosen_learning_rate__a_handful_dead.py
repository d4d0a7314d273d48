"""At this rate only a handful of units is dead.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: Run train with your rate and count the dead units.
hint: You are near: some units die here. Go on upwards.
hint: Try twice your rate, then twice that.
"""

chosen_learning_rate = 1
