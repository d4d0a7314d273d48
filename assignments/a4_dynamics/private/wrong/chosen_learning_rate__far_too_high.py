"""At this rate nearly all units die: it is many times too high.

fails: chosen_learning_rate
points: 0
section: Commonly used activation functions
hint: Run train with your rate and count the dead units.
hint: Rates are compared by factors. Divide, don't subtract.
hint: Divide by ten until few units die, then look between the last two rates.
"""

chosen_learning_rate = 30.0
