"""At this rate no unit dies: it is a rate at which one would train.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: Run train with your rate and count the dead units.
hint: A rate that kills must be higher, and by more than a little.
hint: Multiply by ten until units die, then look between the last two rates.
"""

chosen_learning_rate = 0.1
